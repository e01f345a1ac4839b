package org.cordon.access.exposures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.ledger.ExposureQuery;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.cordon.platform.tables.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has seen what in a case: all of it, ids alone, or only one's own, as the policies say. */
@RestController
class ExposureController {
  private static final String CSV = "text/csv";
  private static final int ROWS_AT_ONCE = 1_000;

  /** From the widest view to the narrowest; a caller gets the first that is open to them. */
  private static final List<Action> VIEWS =
      List.of(Action.READ_EXPOSURES, Action.READ_EXPOSURE_IDS, Action.READ_OWN_EXPOSURES);

  private final Sightings sightings;
  private final Decisions decisions;

  ExposureController(Sightings sightings, Decisions decisions) {
    this.sightings = sightings;
    this.decisions = decisions;
  }

  /** A page of the answer as JSON. */
  @GetMapping(
      path = "/api/access/cases/{case}/exposures",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Page<ExposureSummary> exposures(
      @PathVariable("case") CaseId caseId,
      @RequestParam @Nullable PersonId person,
      @RequestParam @Nullable ItemId item,
      @RequestParam @Nullable Instant before,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable Integer limit,
      Caller caller) {
    PageRequest page = PageRequest.of(limit, after);
    ExposureQuery query =
        new ExposureQuery(
            caseId,
            Optional.ofNullable(person),
            Optional.ofNullable(item),
            Optional.ofNullable(before),
            page.after().map(ExposureController::cursor),
            page.limit());
    Sightings.Rows rows = rows(query, caller);
    return new Page<>(rows.rows(), rows.next().map(LedgerEntryId::toString).orElse(null));
  }

  /** The whole answer as a table. */
  @GetMapping(path = "/api/access/cases/{case}/exposures", produces = CSV)
  String table(
      @PathVariable("case") CaseId caseId,
      @RequestParam @Nullable PersonId person,
      @RequestParam @Nullable ItemId item,
      @RequestParam @Nullable Instant before,
      Caller caller) {
    Csv csv =
        new Csv(
            "at", "person", "name", "item", "version", "what", "delivered", "accounts of", "entry");
    Optional<LedgerEntryId> after = Optional.empty();
    do {
      Sightings.Rows rows =
          rows(
              new ExposureQuery(
                  caseId,
                  Optional.ofNullable(person),
                  Optional.ofNullable(item),
                  Optional.ofNullable(before),
                  after,
                  ROWS_AT_ONCE),
              caller);
      rows.rows().forEach(row -> add(csv, row));
      after = rows.next();
    } while (after.isPresent());
    return csv.text();
  }

  private static void add(Csv csv, ExposureSummary row) {
    csv.row(
        row.at(),
        row.person(),
        row.personName(),
        row.item(),
        row.version(),
        row.action(),
        row.delivered(),
        row.accountsOf().stream()
            .map(it -> it.personName() == null ? it.person().toString() : it.personName())
            .collect(Collectors.joining("; ")),
        row.entry());
  }

  private Sightings.Rows rows(ExposureQuery query, Caller caller) {
    Action view = decisions.widest(caller.person(), query.caseId(), VIEWS);
    Supplier<Sightings.Rows> rows =
        () -> {
          if (view != Action.READ_OWN_EXPOSURES) {
            return sightings.rows(query, view, caller.person());
          }
          return query.person().filter(it -> !it.equals(caller.person())).isPresent()
              ? new Sightings.Rows(List.of(), Optional.empty())
              : sightings.rows(ofCaller(query, caller.person()), view, caller.person());
        };
    return decisions.permitted(caller.person(), view, new Target.OfCase(query.caseId()), rows);
  }

  private static ExposureQuery ofCaller(ExposureQuery query, PersonId caller) {
    return new ExposureQuery(
        query.caseId(),
        Optional.of(caller),
        query.item(),
        query.before(),
        query.after(),
        query.limit());
  }

  private static LedgerEntryId cursor(String after) {
    try {
      return LedgerEntryId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
