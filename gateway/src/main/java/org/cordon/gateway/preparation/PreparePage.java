package org.cordon.gateway.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting on record how far a person is prepared, and what they can contribute. */
@Controller
class PreparePage {
  private static final String[] FIELDS = {
    "pack", "sentOn", "receivedOn", "acknowledgedOn", "how", "introducedOn", "support"
  };

  private final Cases cases;
  private final People people;
  private final Preparations preparations;
  private final Packs packs;
  private final Clock clock;

  PreparePage(Cases cases, People people, Preparations preparations, Items items, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.preparations = preparations;
    this.packs = new Packs(items);
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/preparation/{person}/change")
  String changing(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = show(caseId, person, model);
    Preparation known = preparations.of(caseId, person);
    model.addAttribute("revision", known.revision());
    return form(one, known, PreparationForm.of(known), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/preparation/{person}/change")
  String change(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = show(caseId, person, model);
    var sent = new Sent(fields);
    PreparationForm form = PreparationForm.of(sent);
    var errors = new FormErrors();
    Optional<PreparationForm.Wanted> wanted = form.read(LocalDate.now(clock), errors);
    if (wanted.isPresent()
        && errors.isTaken(
            () -> preparations.change(caseId, person, wanted.get(), sent.number("revision")),
            "pack",
            FIELDS)) {
      afterwards.addFlashAttribute("done", "Saved.");
      return "redirect:/cases/" + caseId + "/preparation/" + person;
    }
    model.addAttribute("revision", sent.number("revision"));
    return form(one, preparations.of(caseId, person), form, errors, model);
  }

  @GetMapping("/cases/{caseId}/preparation/{person}/note")
  String noting(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    show(caseId, person, model);
    return note("", UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/preparation/{person}/note")
  String note(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    show(caseId, person, model);
    var sent = new Sent(fields);
    var errors =
        new FormErrors().require("text", sent.text("text"), "Enter what they can contribute");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> preparations.note(caseId, person, sent.text("text"), sent.text("key")),
            "text",
            "text")) {
      afterwards.addFlashAttribute("done", "The note is saved.");
      return "redirect:/cases/" + caseId + "/preparation/" + person;
    }
    return note(sent.text("text"), sent.text("key"), errors, model);
  }

  private OneCase show(CaseId caseId, PersonId person, Model model) {
    OneCase one = cases.require(caseId, PreparationPage.MANAGE);
    model.addAttribute("one", one);
    model.addAttribute("person", people.find(caseId, person).orElseThrow(Problem::notFound));
    return one;
  }

  private String form(
      OneCase one, Preparation known, PreparationForm form, FormErrors errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("packs", packs.choices(one, known));
    model.addAttribute(
        "hows",
        Arrays.stream(Preparation.How.values())
            .map(how -> Choice.of(how.name(), how.title()))
            .toList());
    model.addAttribute("errors", errors);
    return "preparation/change";
  }

  private static String note(String text, String key, FormErrors errors, Model model) {
    model.addAttribute("text", text);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "preparation/note";
  }
}
