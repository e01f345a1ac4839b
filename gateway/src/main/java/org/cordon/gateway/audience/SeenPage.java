package org.cordon.gateway.audience;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What one person has been shown, when, and whose accounts it held. */
@Controller
class SeenPage {
  private static final int LIMIT = 25;
  private final Cases cases;
  private final People people;
  private final Items items;
  private final Audiences audiences;
  private final Clock clock;

  SeenPage(Cases cases, People people, Items items, Audiences audiences, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.items = items;
    this.audiences = audiences;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/people/{person}/seen")
  String seen(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam MultiValueMap<String, String> query,
      Model model) {
    OneCase one = cases.require(caseId, AudiencePage.READ);
    var errors = new FormErrors();
    Before before = Before.read(query, LocalDate.now(clock), errors);
    Page<Sighted> page =
        audiences.seenBy(caseId, person, errors.isEmpty() ? before.moment() : null, after, LIMIT);
    model.addAttribute("one", one);
    model.addAttribute("person", person);
    model.addAttribute("name", name(caseId, person, page));
    model.addAttribute("errors", errors);
    model.addAttribute("before", before);
    model.addAttribute("after", after);
    model.addAttribute("page", page);
    model.addAttribute("titles", titles(page.items()));
    return "audience/person";
  }

  @GetMapping("/cases/{caseId}/people/{person}/seen/csv")
  ResponseEntity<byte[]> csv(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam MultiValueMap<String, String> query) {
    cases.require(caseId, AudiencePage.READ);
    Before before = Before.read(query, LocalDate.now(clock), new FormErrors());
    return CsvFile.of("seen-by-" + person, audiences.csvSeenBy(caseId, person, before.moment()));
  }

  /** Someone who has left the case is named by what is on record. */
  private String name(CaseId caseId, PersonId person, Page<Sighted> page) {
    return people
        .find(caseId, person)
        .map(PersonInCase::name)
        .or(() -> page.items().stream().findFirst().map(seen -> String.valueOf(seen.personName())))
        .orElseThrow(Problem::notFound);
  }

  /** The titles of what whoever looks may see themselves. */
  private Map<ItemId, String> titles(List<Sighted> seen) {
    Map<ItemId, String> titles = new HashMap<>();
    for (ItemId item : seen.stream().map(Sighted::item).distinct().toList()) {
      try {
        titles.put(item, items.require(item).title());
      } catch (Problem e) {
        if (e.kind() != Problem.Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    return titles;
  }
}
