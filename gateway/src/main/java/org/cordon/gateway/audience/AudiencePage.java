package org.cordon.gateway.audience;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Item;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.items.VersionSummary;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who can see an item now and why, who could have before a day, and who did. */
@Controller
class AudiencePage {
  /** What access-service calls knowing who has seen what. */
  static final String READ = "readExposures";

  private final Items items;
  private final Cases cases;
  private final Audiences audiences;
  private final Clock clock;

  AudiencePage(Items items, Cases cases, Audiences audiences, Clock clock) {
    this.items = items;
    this.cases = cases;
    this.audiences = audiences;
    this.clock = clock;
  }

  @GetMapping("/items/{id}/audience")
  String audience(
      @PathVariable ItemId id, @RequestParam MultiValueMap<String, String> query, Model model) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId(), READ);
    var errors = new FormErrors();
    Before before = Before.read(query, LocalDate.now(clock), errors);
    Map<VersionId, Integer> numbers =
        item.versions().stream()
            .collect(Collectors.toMap(VersionSummary::id, VersionSummary::number));
    model.addAttribute("one", one);
    model.addAttribute("item", item);
    model.addAttribute("errors", errors);
    model.addAttribute("before", before);
    model.addAttribute("numbers", numbers);
    model.addAttribute("audience", audiences.of(id, errors.isEmpty() ? before.moment() : null));
    return "audience/item";
  }

  @GetMapping("/items/{id}/audience/csv")
  ResponseEntity<byte[]> csv(
      @PathVariable ItemId id, @RequestParam MultiValueMap<String, String> query) {
    Item item = items.require(id);
    cases.require(item.caseId(), READ);
    Before before = Before.read(query, LocalDate.now(clock), new FormErrors());
    return CsvFile.of("who-can-see-" + id, audiences.csvOf(id, before.moment()));
  }
}
