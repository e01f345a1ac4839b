package org.cordon.access.exposures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.ledger.Exposure;
import org.cordon.access.ledger.ExposureQuery;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has seen what in a case: all of it, ids alone, or only one's own, as the policies say. */
@RestController
class ExposureController {
  /** From the widest view to the narrowest; a caller gets the first that is open to them. */
  private static final List<Action> VIEWS =
      List.of(Action.READ_EXPOSURES, Action.READ_EXPOSURE_IDS, Action.READ_OWN_EXPOSURES);

  private final Ledger ledger;
  private final People people;
  private final Decisions decisions;

  ExposureController(Ledger ledger, People people, Decisions decisions) {
    this.ledger = ledger;
    this.people = people;
    this.decisions = decisions;
  }

  @GetMapping("/api/access/cases/{case}/exposures")
  Page<ExposureSummary> exposures(
      @PathVariable("case") CaseId caseId,
      @RequestParam @Nullable PersonId person,
      @RequestParam @Nullable ItemId item,
      @RequestParam @Nullable Instant before,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable Integer limit,
      Caller caller) {
    PageRequest page = PageRequest.of(limit, after);
    Optional<LedgerEntryId> from = page.after().map(ExposureController::cursor);
    Action view = view(caller.person(), caseId);
    Optional<PersonId> whose =
        view == Action.READ_OWN_EXPOSURES
            ? Optional.of(caller.person())
            : Optional.ofNullable(person);
    ExposureQuery query =
        new ExposureQuery(
            caseId,
            whose,
            Optional.ofNullable(item),
            Optional.ofNullable(before),
            from,
            page.limit() + 1);
    boolean othersThanOwn =
        view == Action.READ_OWN_EXPOSURES && person != null && !person.equals(caller.person());
    return decisions.permitted(
        caller.person(),
        view,
        new Target.OfCase(caseId),
        () ->
            othersThanOwn
                ? Page.whole(List.of())
                : page(ledger.exposures(query), page.limit(), names(caseId, view)));
  }

  /** The widest view that is open; the widest of all when none is, so that it is refused. */
  private Action view(PersonId caller, CaseId caseId) {
    return VIEWS.stream()
        .filter(view -> decisions.isOpenTo(caller, view, caseId))
        .findFirst()
        .orElse(VIEWS.getFirst());
  }

  /** How to name the people of a page; without names for those who see ids only. */
  private interface Names {
    Map<PersonId, String> of(List<Exposure> exposures);
  }

  private Names names(CaseId caseId, Action view) {
    return view == Action.READ_EXPOSURE_IDS
        ? _ -> Map.of()
        : exposures ->
            people.names(
                caseId, exposures.stream().map(Exposure::person).collect(Collectors.toSet()));
  }

  private static Page<ExposureSummary> page(List<Exposure> found, int limit, Names naming) {
    Map<PersonId, String> names = naming.of(found);
    List<ExposureSummary> items =
        found.stream()
            .limit(limit)
            .map(exposure -> ExposureSummary.of(exposure, names.get(exposure.person())))
            .toList();
    Optional<String> next =
        found.size() <= limit
            ? Optional.empty()
            : Stream.of(items.getLast()).map(last -> last.entry().toString()).findFirst();
    return new Page<>(items, next.orElse(null));
  }

  private static LedgerEntryId cursor(String after) {
    try {
      return LedgerEntryId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
