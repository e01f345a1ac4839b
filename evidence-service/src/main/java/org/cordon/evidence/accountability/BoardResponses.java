package org.cordon.evidence.accountability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.evidence.papers.PaperDetail;
import org.cordon.platform.access.Decision;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
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

/** Keeps what the board answered to the issues that findings put to it; the newest answer holds. */
@Component
public class BoardResponses {
  private static final String ISSUES = "ISSUES_FOR_THE_BOARD";

  private final BoardResponseStore responses;
  private final TiedPapers papers;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  /** A page, and the decisions that permit it. */
  record DecidedResponses(Page<BoardResponse> page, List<Decision> decisions) {
    DecidedResponses {
      decisions = List.copyOf(decisions);
    }
  }

  /** What is kept of an answer, for a request that is repeated: no content. */
  record ResponseReceipt(UUID response) {}

  BoardResponses(
      BoardResponseStore responses, TiedPapers papers, IdempotentRequests idempotent, Clock clock) {
    this.responses = responses;
    this.papers = papers;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Of each issue the response that holds, among those tied to these versions; asks nobody, so
   * decide on the versions before anything is shown.
   */
  public List<BoardResponse> holding(CaseId caseId, Collection<VersionId> versions) {
    return responses.holding(caseId, versions);
  }

  /** The versions of these papers that a response is tied to; asks nobody. */
  public List<VersionId> tiedTo(Collection<ItemId> findings) {
    return responses.tiedTo(findings);
  }

  /**
   * Records one.
   *
   * @throws Problem NOT_FOUND when this person may not write the paper or read that version;
   *     INVALID when a text does not fit or the version puts no such issue to the board
   */
  BoardResponse add(
      PersonId person, ItemId paper, RecordResponse wanted, Optional<IdempotencyKey> key) {
    TiedPapers.Tied tied = papers.write(person, paper, wanted.version());
    RecordResponse command = wanted.checked(LocalDate.now(clock));
    requireIssue(tied, command);
    ResponseReceipt receipt =
        Problem.require(
            "response",
            idempotent
                .once(
                    person,
                    key,
                    "response %s %s".formatted(paper, command.fingerprint()),
                    ResponseReceipt.class,
                    () ->
                        ResponseEntity.status(HttpStatus.CREATED).body(keep(person, tied, command)))
                .getBody());
    return responses.find(tied.paper().caseId(), receipt.response()).orElseThrow(Problem::notFound);
  }

  /** Those that this person may read, oldest first; of each issue the last one holds. */
  DecidedResponses page(PersonId person, ItemId paper, PageRequest request) {
    PaperDetail detail = papers.read(person, paper);
    Set<VersionId> readable = papers.readable(person, detail);
    List<BoardResponse> found =
        responses.of(
            detail.caseId(), readable, request.after().map(RowCursor::read), request.limit() + 1);
    List<BoardResponse> shown = found.subList(0, Math.min(found.size(), request.limit()));
    List<Decision> decisions =
        papers.decide(
            person, shown.stream().map(BoardResponse::version).collect(Collectors.toSet()));
    String next = found.size() > shown.size() ? shown.getLast().id().toString() : null;
    return new DecidedResponses(new Page<>(shown, next), decisions);
  }

  private void requireIssue(TiedPapers.Tied tied, RecordResponse command) {
    var passage = papers.requirePassage(tied, Problem.require("passage", command.passage()));
    if (!ISSUES.equals(passage.content().section())) {
      throw Problem.invalid("passage", "is no issue that this version puts to the board.");
    }
  }

  private ResponseReceipt keep(PersonId person, TiedPapers.Tied tied, RecordResponse command) {
    BoardResponse response =
        new BoardResponse(
            Uuids.timeOrdered(),
            tied.version(),
            Problem.require("passage", command.passage()),
            Problem.require("text", command.text()),
            Problem.require("by", command.by()),
            Problem.require("on", command.on()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            person);
    responses.add(tied.paper().caseId(), tied.paper().id(), response);
    return new ResponseReceipt(response.id());
  }
}
