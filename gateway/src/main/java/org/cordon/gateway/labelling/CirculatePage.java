package org.cordon.gateway.labelling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.labels.Circulated;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
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
 * Sending a version to members of the case group: whom, then who cannot get it and why, then it is
 * sent (rules 7, 8, 17 and 18).
 */
@Controller
class CirculatePage {
  /** What access-service calls writing papers, which those who circulate may do. */
  private static final String WRITE = "writePapers";

  private final Items items;
  private final Cases cases;
  private final People people;
  private final Labels labels;

  CirculatePage(Items items, Cases cases, People people, Labels labels) {
    this.items = items;
    this.cases = cases;
    this.people = people;
    this.labels = labels;
  }

  @GetMapping("/items/{id}/circulate")
  String form(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      Model model) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId(), WRITE);
    VersionSummary chosen = Subjects.version(item, version);
    show(item, one, chosen, model);
    return form(members(one, chosen), List.of(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/circulate")
  String circulate(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId(), WRITE);
    VersionSummary chosen = Subjects.version(item, version);
    show(item, one, chosen, model);
    var sent = new Sent(fields);
    List<Choice> members = members(one, chosen);
    List<Choice> to =
        members.stream().filter(each -> sent.texts("people").contains(each.value())).toList();
    var errors = new FormErrors();
    if (to.isEmpty()) {
      errors.add("people", "Select at least one person");
    }
    boolean rehearse = !sent.text("step").equals("send");
    Optional<Circulated> outcome =
        sent.text("step").equals("back")
            ? Optional.empty()
            : circulate(chosen, to, rehearse, errors);
    if (outcome.isEmpty()) {
      return form(members, to.stream().map(Choice::value).toList(), errors, model);
    }
    if (!rehearse) {
      afterwards.addFlashAttribute("done", done(outcome.get()));
      return "redirect:/items/" + id + "?version=" + chosen.number();
    }
    model.addAttribute("to", to);
    model.addAttribute("outcome", outcome.get());
    model.addAttribute("receivers", receivers(to, outcome.get()));
    return "labelling/circulate-confirm";
  }

  private Optional<Circulated> circulate(
      VersionSummary version, List<Choice> to, boolean rehearse, FormErrors errors) {
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    List<PersonId> ids = to.stream().map(each -> PersonId.from(each.value())).toList();
    return errors.findTaken(
        () -> labels.circulate(version.id(), ids, rehearse), "people", "people");
  }

  /** Those of the case group who do not have it yet, as far as that is known. */
  private List<Choice> members(OneCase one, VersionSummary version) {
    Set<PersonId> have =
        labels.find(version.id()).stream()
            .flatMap(known -> known.circulatedTo().stream())
            .map(LabelsOfVersion.Named::person)
            .collect(Collectors.toSet());
    return people.in(one.id(), null).items().stream()
        .filter(person -> person.roles().contains(CaseRole.CASE_GROUP_MEMBER))
        .filter(person -> !have.contains(person.person()))
        .map(person -> Choice.of(person.person(), person.name()))
        .toList();
  }

  private static List<String> receivers(List<Choice> to, Circulated outcome) {
    Set<String> ids =
        outcome.circulated().stream().map(PersonId::toString).collect(Collectors.toSet());
    return to.stream().filter(each -> ids.contains(each.value())).map(Choice::title).toList();
  }

  private static String done(Circulated outcome) {
    int refused = outcome.refused().size();
    return "Circulated to "
        + count(outcome.circulated().size())
        + (refused == 0 ? "." : ", and not to " + count(refused) + ".");
  }

  private static String count(int people) {
    return people == 1 ? "1 person" : people + " people";
  }

  private static void show(Item item, OneCase one, VersionSummary version, Model model) {
    model.addAttribute("item", item);
    model.addAttribute("one", one);
    model.addAttribute("version", version);
  }

  private static String form(
      List<Choice> members, List<String> chosen, FormErrors errors, Model model) {
    model.addAttribute("members", members);
    model.addAttribute("chosen", chosen);
    model.addAttribute("errors", errors);
    return "labelling/circulate";
  }
}
