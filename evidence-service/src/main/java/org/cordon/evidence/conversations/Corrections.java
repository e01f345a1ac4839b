package org.cordon.evidence.conversations;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.evidence.conversations.OpenRecords.OpenRecord;
import org.cordon.evidence.items.Version;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The participant's word on their record: what to put right, and that it is right (rule 12). */
@Component
class Corrections {
  static final int MAX_TEXT = 20_000;
  static final int MAX_WHY = 2_000;
  static final int MOST = 500;

  private final OpenRecords records;
  private final CorrectionStore store;
  private final RecordStore confirmations;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  /** A correction as a participant sends it. */
  record WantedCorrection(
      @Nullable PassageId passage, @Nullable String text, @Nullable String why) {}

  /**
   * That a correction has arrived; answers are kept in the clear, so its words are not repeated.
   */
  record CorrectionReceipt(UUID id, VersionId version, PassageId passage, Instant proposedAt) {}

  /**
   * A confirmation as a participant sends it.
   *
   * @param number of the version that they read
   * @param sha256 its hash
   */
  record WantedConfirmation(@Nullable Integer number, @Nullable String sha256) {}

  Corrections(
      OpenRecords records,
      CorrectionStore store,
      RecordStore confirmations,
      IdempotentRequests idempotent,
      Clock clock) {
    this.records = records;
    this.store = store;
    this.confirmations = confirmations;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Proposes to put something right in the newest version.
   *
   * @throws Problem NOT_FOUND to everybody but the participant who may read it; INVALID when the
   *     version has no such passage or a text does not fit
   */
  ResponseEntity<CorrectionReceipt> propose(
      PersonId by, ConversationId id, WantedCorrection wanted, Optional<IdempotencyKey> key) {
    OpenRecord opened = own(by, id);
    PassageId passage = Problem.require("passage", wanted.passage());
    String text = Prose.require("text", wanted.text(), MAX_TEXT);
    String why = Prose.require("why", wanted.why(), MAX_WHY);
    boolean there =
        records.content(opened).passages().stream().anyMatch(it -> it.id().equals(passage));
    if (!there) {
      throw Problem.invalid("passage", "is not in the newest version of the record.");
    }
    return idempotent.once(
        by,
        key,
        "correction " + id + " " + passage + " " + wanted.hashCode(),
        CorrectionReceipt.class,
        () -> {
          if (store.count(opened.record().item()) >= MOST) {
            throw new Problem(
                Problem.Kind.CONFLICT, "A record takes at most " + MOST + " corrections.");
          }
          Correction correction =
              new Correction(
                  Uuids.timeOrdered(), opened.version().id(), passage, text, why, now(), by, null);
          store.add(opened.conversation().caseId(), correction);
          return ResponseEntity.created(
                  URI.create("/api/evidence/conversations/" + id + "/corrections"))
              .body(
                  new CorrectionReceipt(
                      correction.id(), correction.version(), passage, correction.proposedAt()));
        });
  }

  /** The corrections to a record, for whoever may read its newest version. */
  List<Correction> list(PersonId person, ConversationId id) {
    OpenRecord opened = records.open(person, id, Optional.empty());
    return store.of(opened.conversation().caseId(), opened.record().item());
  }

  /** Says that a version takes these up. */
  void takeUp(Version version, Set<UUID> corrections, PersonId by) {
    if (!corrections.isEmpty()) {
      store.takeUp(version.item(), corrections, version.id(), now(), by);
    }
  }

  /**
   * Confirms the newest version. Doing so again changes nothing.
   *
   * @throws Problem NOT_FOUND to everybody but the participant who may read it; CONFLICT when there
   *     is a newer version than the one they read
   */
  RecordView confirm(PersonId by, ConversationId id, WantedConfirmation wanted) {
    OpenRecord opened = own(by, id);
    int number = Problem.require("number", wanted.number());
    String sha256 = Problem.require("sha256", wanted.sha256());
    Version version = opened.version();
    if (version.number() != number || !version.received().content().sha256().equals(sha256)) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "The record has another version than the one you read. Read it before you confirm it.");
    }
    confirmations.confirm(new RecordStore.Confirmed(version.id(), now(), by), sha256);
    return records.view(opened);
  }

  private OpenRecord own(PersonId by, ConversationId id) {
    OpenRecord opened = records.open(by, id, Optional.empty());
    if (!opened.conversation().participant().equals(by)) {
      throw Problem.notFound();
    }
    return opened;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
