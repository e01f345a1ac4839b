package org.cordon.evidence.accountability;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.evidence.papers.PaperDetail;
import org.cordon.platform.access.Decision;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Keeps on record which changes to a paper were demanded from outside (rule 30). */
@Component
class Amendments {
  private final AmendmentStore amendments;
  private final TiedPapers papers;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  /** A page, and the decisions that permit it. */
  record DecidedAmendments(Page<AmendmentLine> page, List<Decision> decisions) {
    DecidedAmendments {
      decisions = List.copyOf(decisions);
    }
  }

  /** What is kept of an answer, for a request that is repeated: no content. */
  record AmendmentReceipt(UUID amendment) {}

  Amendments(
      AmendmentStore amendments, TiedPapers papers, IdempotentRequests idempotent, Clock clock) {
    this.amendments = amendments;
    this.papers = papers;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Records one.
   *
   * @throws Problem NOT_FOUND when this person may not write the paper or read that version;
   *     INVALID when a text does not fit or the version has no such passage
   */
  AmendmentLine add(
      PersonId person, ItemId paper, RecordAmendment wanted, Optional<IdempotencyKey> key) {
    TiedPapers.Tied tied = papers.write(person, paper, wanted.version());
    RecordAmendment command = wanted.checked();
    Optional.ofNullable(command.passage()).ifPresent(it -> papers.requirePassage(tied, it));
    AmendmentReceipt receipt =
        Problem.require(
            "amendment",
            idempotent
                .once(
                    person,
                    key,
                    "amendment %s %s".formatted(paper, command.fingerprint()),
                    AmendmentReceipt.class,
                    () ->
                        ResponseEntity.status(HttpStatus.CREATED).body(keep(person, tied, command)))
                .getBody());
    return amendments
        .find(tied.paper().caseId(), receipt.amendment())
        .orElseThrow(Problem::notFound);
  }

  /** Those that this person may read, oldest first. */
  DecidedAmendments page(PersonId person, ItemId paper, PageRequest request) {
    PaperDetail detail = papers.read(person, paper);
    Set<VersionId> readable = papers.readable(person, detail);
    List<AmendmentLine> found =
        amendments.of(
            detail.caseId(), readable, request.after().map(RowCursor::read), request.limit() + 1);
    List<AmendmentLine> shown = found.subList(0, Math.min(found.size(), request.limit()));
    List<Decision> decisions =
        papers.decide(
            person, shown.stream().map(AmendmentLine::version).collect(Collectors.toSet()));
    String next = found.size() > shown.size() ? shown.getLast().id().toString() : null;
    return new DecidedAmendments(new Page<>(shown, next), decisions);
  }

  private AmendmentReceipt keep(PersonId person, TiedPapers.Tied tied, RecordAmendment command) {
    AmendmentLine line =
        new AmendmentLine(
            Uuids.timeOrdered(),
            tied.version(),
            command.passage(),
            Problem.require("demandedBy", command.demandedBy()),
            Problem.require("onBehalfOf", command.onBehalfOf()),
            Problem.require("why", command.why()),
            Problem.require("changed", command.changed()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            person);
    amendments.add(tied.paper().caseId(), tied.paper().id(), line);
    return new AmendmentReceipt(line.id());
  }
}
