package org.cordon.gateway.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opening proceedings: their kind, what is known of them, what will follow, and then it is done.
 */
@Controller
class OpenProceedingsPage {
  private static final String TIGHTEN = "tightenProceedings";
  private final Cases cases;
  private final Proceedings proceedings;
  private final Foresight foresight;
  private final Clock clock;

  OpenProceedingsPage(Cases cases, Proceedings proceedings, Foresight foresight, Clock clock) {
    this.cases = cases;
    this.proceedings = proceedings;
    this.foresight = foresight;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/proceedings/open")
  String kind(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String kind,
      Model model) {
    OneCase one = cases.require(caseId, TIGHTEN);
    Optional<ProceedingsKind> chosen =
        Arrays.stream(ProceedingsKind.values())
            .filter(each -> each.name().equals(kind))
            .findFirst();
    if (chosen.isPresent()) {
      model.addAttribute("title", "");
      model.addAttribute("key", UUID.randomUUID().toString());
      return form(one, chosen.get(), StatusForm.before(true), new FormErrors(), model);
    }
    var errors = new FormErrors();
    if (kind != null) {
      errors.add("kind", "Select what kind of proceedings they are");
    }
    return kinds(one, errors, model);
  }

  @PostMapping("/cases/{caseId}/proceedings/open")
  String open(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    var sent = new Sent(fields);
    OneCase one = cases.require(caseId, TIGHTEN);
    ProceedingsKind kind = sent.one("kind", ProceedingsKind.class).orElse(null);
    var errors = new FormErrors();
    if (kind == null) {
      return kinds(one, errors.add("kind", "Select what kind of proceedings they are"), model);
    }
    model.addAttribute("title", sent.text("title"));
    model.addAttribute("key", sent.text("key"));
    errors.require("title", sent.text("title"), "Enter a name for these proceedings");
    StatusForm form = StatusForm.of(sent);
    LocalDate since = form.read(StatusForm.whenOpened(kind), LocalDate.now(clock), errors);
    if (!errors.isEmpty() || since == null || sent.text("step").equals("back")) {
      return form(one, kind, form, errors, model);
    }
    if (!sent.text("step").equals("confirm")) {
      var after = new Consequences.After(kind, form.chosen(), form.walled(), false);
      model.addAttribute("consequences", foresight.opening(caseId, after));
      form(one, kind, form, errors, model);
      return "proceedings/open-confirm";
    }
    var wanted = OpenProceedings.of(kind, sent.text("title"), form, since);
    if (!errors.isTaken(
        () -> proceedings.open(caseId, wanted, sent.text("key")),
        "title",
        "status",
        "since",
        "note")) {
      return form(one, kind, form, errors, model);
    }
    afterwards.addFlashAttribute("done", wanted.title() + " is on record.");
    return "redirect:/cases/" + caseId + "/proceedings";
  }

  private static String kinds(OneCase one, FormErrors errors, Model model) {
    List<Choice> kinds =
        Arrays.stream(ProceedingsKind.values())
            .map(kind -> new Choice(kind.name(), kind.title(), kind.hint()))
            .toList();
    model.addAttribute("one", one);
    model.addAttribute("kinds", kinds);
    model.addAttribute("errors", errors);
    return "proceedings/kind";
  }

  private static String form(
      OneCase one, ProceedingsKind kind, StatusForm form, FormErrors errors, Model model) {
    model.addAttribute("kind", kind);
    form.show(model, one, StatusForm.whenOpened(kind), errors);
    return "proceedings/open";
  }
}
