package org.cordon.access.exposures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.OpenVersions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.Caller;
import org.cordon.platform.tables.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who can see an item, who could have, and who did: for those who may see its labels. */
@RestController
class AudienceController {
  private static final String CSV = "text/csv";

  private final Audience audience;
  private final OpenVersions open;
  private final Facts facts;
  private final Decisions decisions;

  AudienceController(Audience audience, OpenVersions open, Facts facts, Decisions decisions) {
    this.audience = audience;
    this.open = open;
    this.facts = facts;
    this.decisions = decisions;
  }

  /** The answer as JSON. */
  @GetMapping(
      path = "/api/access/items/{item}/audience",
      produces = MediaType.APPLICATION_JSON_VALUE)
  AudienceSummary audience(
      @PathVariable ItemId item, @RequestParam @Nullable Instant before, Caller caller) {
    List<VersionLabels> newestFirst =
        open.ofItem(facts.of(caller.person()), Action.READ_LABELS, item);
    return decisions.permitted(
        caller.person(),
        Action.READ_LABELS,
        new Target.OfVersion(newest(item, newestFirst)),
        () ->
            audience.of(
                newestFirst.getFirst().caseId(),
                item,
                newestFirst.reversed().stream().map(VersionLabels::version).toList(),
                Optional.ofNullable(before),
                caller.person()));
  }

  /** The same as a table: a row for each stretch of time and for each sighting. */
  @GetMapping(path = "/api/access/items/{item}/audience", produces = CSV)
  String table(@PathVariable ItemId item, @RequestParam @Nullable Instant before, Caller caller) {
    Csv csv =
        new Csv("person", "name", "what", "version", "from", "to", "delivered", "ledger entry");
    for (AudienceSummary.Member member : audience(item, before, caller).people()) {
      member
          .couldSee()
          .forEach(it ->
              csv.row(
                  member.person(),
                  member.personName(),
                  "could have read",
                  it.version(),
                  it.from(),
                  it.to(),
                  null,
                  null));
      member
          .saw()
          .forEach(it ->
              csv.row(
                  member.person(),
                  member.personName(),
                  it.action().equals("read") ? "read" : "was shown a title or snippet",
                  it.version(),
                  it.at(),
                  null,
                  it.delivered(),
                  it.entry()));
    }
    return csv.text();
  }

  /**
   * The newest whose labels are open to the caller; of an item that is not there or is hidden, an
   * id that is no version, so that it is refused and both leave the same record (rule 2).
   */
  private static VersionId newest(ItemId item, List<VersionLabels> newestFirst) {
    return newestFirst.isEmpty() ? new VersionId(item.value()) : newestFirst.getFirst().version();
  }
}
