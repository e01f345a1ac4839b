package org.cordon.evidence.conversations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.evidence.conversations.BeginRecord.WantedRecord;
import org.cordon.evidence.conversations.OpenRecords.OpenRecord;
import org.cordon.evidence.drafts.OpenedAccounts;
import org.cordon.evidence.drafts.WantedAnswers;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.PriorExposures.PriorExposure;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records of conversations and their versions. */
@RestController
class RecordController {
  private static final String CONVERSATION = "/api/evidence/conversations/{conversation}";

  private final Records records;
  private final OpenRecords open;
  private final Corrections corrections;
  private final Delivery delivery;
  private final OpenVersions versions;

  /**
   * How a draft is frozen.
   *
   * @param opened a word on each account that the writer opened since the draft began
   * @param takenUp the corrections that this version takes up; at most 500
   */
  record WantedFreeze(
      @Nullable List<WantedAnswers.@Nullable WantedAnswer> opened,
      @Nullable List<@Nullable UUID> takenUp) {

    Set<UUID> corrections() {
      return new HashSet<>(all("takenUp", takenUp, Corrections.MOST));
    }

    private static <T> List<T> all(String field, @Nullable List<@Nullable T> given, int most) {
      if (given == null) {
        return List.of();
      }
      if (given.size() > most) {
        throw Problem.invalid(field, "must have at most %,d members.".formatted(most));
      }
      return given.stream().map(each -> Problem.require(field, each)).toList();
    }
  }

  /** A version that was frozen. */
  record FrozenRecord(VersionId id, int number, String sha256) {}

  RecordController(
      Records records,
      OpenRecords open,
      Corrections corrections,
      Delivery delivery,
      OpenVersions versions) {
    this.records = records;
    this.open = open;
    this.corrections = corrections;
    this.delivery = delivery;
    this.versions = versions;
  }

  @PostMapping(CONVERSATION + "/records")
  ResponseEntity<ConversationRecord> begin(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedRecord wanted) {
    return records.begin(caller.person(), id, wanted, IdempotencyKey.of(key));
  }

  /** The newest version that the caller may read. */
  @GetMapping(value = CONVERSATION + "/record", produces = MediaType.APPLICATION_JSON_VALUE)
  void newest(
      Caller caller, @PathVariable("conversation") ConversationId id, HttpServletResponse response)
      throws IOException {
    deliver(open.open(caller.person(), id, Optional.empty()), response);
  }

  @GetMapping(
      value = CONVERSATION + "/record/versions/{number}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  void version(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    deliver(open.open(caller.person(), id, Optional.of(number)), response);
  }

  /** What the participant had been shown before, as far as the caller may come across it. */
  @GetMapping(CONVERSATION + "/record/versions/{number}/exposures")
  Page<PriorExposure> exposures(
      Caller caller, @PathVariable("conversation") ConversationId id, @PathVariable int number) {
    OpenRecord opened = open.open(caller.person(), id, Optional.of(number));
    if (!opened.asReviewer()) {
      throw Problem.notFound();
    }
    List<PriorExposure> prior = records.exposures(opened.version().id());
    Set<VersionId> shown =
        Set.copyOf(
            versions.findable(
                caller.person(),
                opened.conversation().caseId(),
                prior.stream().map(PriorExposure::version).distinct().toList(),
                prior.size()));
    return Page.whole(prior.stream().filter(it -> shown.contains(it.version())).toList());
  }

  /** Freezes the draft into a version. */
  @PostMapping(CONVERSATION + "/record/versions")
  @ResponseStatus(HttpStatus.CREATED)
  FrozenRecord freeze(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestBody WantedFreeze wanted) {
    List<OpenedAccounts.Answered> answers = new WantedAnswers(wanted.opened()).checked();
    Set<UUID> takenUp = wanted.corrections();
    Version version = records.freeze(caller.person(), id, answers);
    corrections.takeUp(version, takenUp, caller.person());
    return new FrozenRecord(version.id(), version.number(), version.received().content().sha256());
  }

  private void deliver(OpenRecord opened, HttpServletResponse response) throws IOException {
    RecordView view = open.view(opened);
    delivery.json(opened.decision(), view, response);
  }
}
