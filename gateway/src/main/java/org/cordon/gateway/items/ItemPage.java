package org.cordon.gateway.items;

import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One item, with the text of one of its versions. */
@Controller
class ItemPage {
  private static final int EXPOSURES = 10;
  private final Items items;
  private final Cases cases;
  private final People people;
  private final Labels labels;

  ItemPage(Items items, Cases cases, People people, Labels labels) {
    this.labels = labels;
    this.items = items;
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/items/{id}")
  String item(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Model model) {
    Item item = items.require(id);
    OneCase one = cases.require(item.caseId());
    VersionSummary shown = shown(item, version);
    ItemState state = shown.state() == null ? item.state() : shown.state();
    Optional<ItemText> text =
        state == ItemState.READY ? items.findText(id, shown.number()) : Optional.empty();
    model.addAttribute("item", item);
    model.addAttribute("one", one);
    model.addAttribute("shown", shown);
    model.addAttribute("state", state);
    model.addAttribute("agency", one.agencyName(item.agency()));
    model.addAttribute("text", text.map(whole -> TextPage.of(whole, page)).orElse(null));
    model.addAttribute("names", people.names(one));
    model.addAttribute(
        "exposures", one.may("readExposures") ? items.exposures(one.id(), id, EXPOSURES) : null);
    model.addAttribute(
        "labels", one.may("readExposures") ? labels.find(shown.id()).orElse(null) : null);
    return "items/item";
  }

  private static VersionSummary shown(Item item, @Nullable Integer version) {
    return version == null
        ? item.version()
        : item.versions().stream()
            .filter(candidate -> candidate.number() == version)
            .findFirst()
            .orElseThrow(Problem::notFound);
  }
}
