package org.cordon.access.filters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.OpenVersions;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.access.FindableItem;
import org.cordon.platform.access.FindableVersions;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What evidence-service lists of a case or shows of an item. Like a filter it shows nothing and is
 * not recorded; what is listed comes back as questions, which are. So nobody needs to ask about
 * what is hidden.
 */
@RestController
class FindableController {
  private final Facts facts;
  private final OpenVersions open;

  FindableController(Facts facts, OpenVersions open) {
    this.facts = facts;
    this.open = open;
  }

  /**
   * For whom, where, and which page.
   *
   * @param after the item that the page before ended with
   * @param limit 1 to {@value FindableVersions#MAX_LIMIT}
   */
  record Wanted(
      @Nullable PersonId person,
      @JsonProperty("case") @Nullable CaseId caseId,
      @Nullable ItemId after,
      @Nullable Integer limit) {}

  /**
   * For whom, and of which item.
   *
   * @param number of the only version to tell of; null for all
   */
  record WantedItem(@Nullable PersonId person, @Nullable ItemId item, @Nullable Integer number) {}

  @PostMapping("/internal/findable")
  FindableVersions findable(@RequestBody Wanted wanted) {
    PersonId person = required("person", wanted.person());
    CaseId caseId = required("case", wanted.caseId());
    int limit = required("limit", wanted.limit());
    if (limit < 1 || limit > FindableVersions.MAX_LIMIT) {
      throw Problem.invalid("limit", "must be from 1 to " + FindableVersions.MAX_LIMIT + ".");
    }
    List<VersionLabels> found =
        open.newestOfItems(
            facts.of(person), Action.FIND, caseId, Optional.ofNullable(wanted.after()), limit + 1);
    List<VersionLabels> given = found.subList(0, Math.min(found.size(), limit));
    return new FindableVersions(
        given.stream().map(VersionLabels::version).toList(),
        found.size() > limit ? given.getLast().item() : null);
  }

  @PostMapping("/internal/findable/item")
  FindableItem findable(@RequestBody WantedItem wanted) {
    PersonFacts person = facts.of(required("person", wanted.person()));
    ItemId item = required("item", wanted.item());
    Optional<Integer> number = Optional.ofNullable(wanted.number());
    List<VersionId> found = versions(person, Action.FIND, item, number);
    List<VersionId> readable = versions(person, Action.READ, item, number);
    return new FindableItem(found, found.stream().filter(readable::contains).toList());
  }

  private List<VersionId> versions(
      PersonFacts person, Action action, ItemId item, Optional<Integer> number) {
    return open.ofItem(person, action, item).stream()
        .filter(one -> number.isEmpty() || number.get() == one.number())
        .map(VersionLabels::version)
        .limit(FindableItem.MAX_VERSIONS)
        .toList();
  }

  private static <T> T required(String field, @Nullable T given) {
    return Optional.ofNullable(given).orElseThrow(() -> Problem.invalid(field, "is missing."));
  }
}
