package org.cordon.evidence.conversations;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.conversations.BeginRecord.WantedRecord;
import org.cordon.evidence.drafts.BeginDraft;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.OpenedAccounts;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Sections;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.PriorExposures.PriorExposure;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Begins records of conversations and freezes their versions. A record holds the participant's
 * account from the beginning, and each version keeps what they had been shown before (rule 11).
 */
@Component
class Records {
  /** The structure of what is written as a record. */
  static final String STRUCTURE = "CONVERSATION_RECORD";

  static final Sections SECTIONS = Sections.of("QUESTION", "ANSWER");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);

  private final Conversations conversations;
  private final Guides guides;
  private final RecordStore store;
  private final Drafts drafts;
  private final Freezing freezing;
  private final AccessClient access;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  Records(
      Conversations conversations,
      Guides guides,
      RecordStore store,
      Drafts drafts,
      Freezing freezing,
      AccessClient access,
      IdempotentRequests idempotent,
      Clock clock) {
    this.conversations = conversations;
    this.guides = guides;
    this.store = store;
    this.drafts = drafts;
    this.freezing = freezing;
    this.access = access;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Begins the record of a conversation. One that was begun by the same person and cut off before
   * it was registered goes on.
   *
   * @throws Problem NOT_FOUND when it is not permitted; CONFLICT when there is a record, or, while
   *     criminal proceedings are live, the newest guide is not approved (rule 10)
   */
  ResponseEntity<ConversationRecord> begin(
      PersonId by, ConversationId id, WantedRecord wanted, Optional<IdempotencyKey> key) {
    Conversation conversation = conversations.requireWritable(by, id);
    BeginRecord command = wanted.checked(clock.instant());
    guides.requireApproved(conversation);
    Optional<ConversationRecord> cutOff = store.find(id).filter(it -> isCutOff(it, by));
    ResponseEntity<ConversationRecord> begun =
        cutOff.isPresent()
            ? created(cutOff.get())
            : idempotent.once(
                by,
                key,
                "record " + id + " " + wanted.hashCode() + " " + wanted,
                ConversationRecord.class,
                () -> created(begin(by, conversation, command)));
    ConversationRecord record = begun.getBody();
    if (record != null) {
      drafts
          .find(record.item())
          .ifPresent(draft -> drafts.register(draft, Set.of(conversation.participant()), Set.of()));
    }
    return begun;
  }

  private ConversationRecord begin(PersonId by, Conversation conversation, BeginRecord command) {
    Draft draft =
        drafts.begin(
            new BeginDraft(
                conversation.caseId(),
                ItemKind.CONVERSATION_RECORD,
                STRUCTURE,
                "Record of a conversation on " + DAY.format(command.startedAt()),
                by));
    ConversationRecord record =
        new ConversationRecord(
            draft.item(),
            conversation.id(),
            command.startedAt().truncatedTo(ChronoUnit.MICROS),
            command.endedAt().truncatedTo(ChronoUnit.MICROS),
            command.present(),
            draft.begunAt(),
            by);
    if (!store.add(record)) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "This conversation has a record. Go on in that one, or plan a follow-up.");
    }
    return record;
  }

  private boolean isCutOff(ConversationRecord record, PersonId by) {
    return record.begunBy().equals(by)
        && drafts
            .find(record.item())
            .filter(draft -> access.labels(draft.version()).isEmpty())
            .isPresent();
  }

  /**
   * Freezes the open draft into a version, with what the participant had been shown before: before
   * the conversation for the first version, and by now for one that puts something right.
   *
   * @param answers to the accounts that the writer opened since the draft began
   * @throws Problem as {@link Drafts#write} and {@link Freezing#freeze}
   */
  Version freeze(PersonId by, ConversationId id, List<OpenedAccounts.Answered> answers) {
    Conversation conversation = conversations.requireWritable(by, id);
    OpenDraft opened = drafts.write(writing(by, id));
    Freezing.Settled settled = freezing.settle(by, opened, answers);
    keepExposures(conversation, store.find(id).orElseThrow(Problem::notFound), opened.draft());
    return freezing.freeze(by, settled);
  }

  /** The same for a draft that was begun and written by whoever decided so. */
  Version freeze(
      PersonId by, Conversation conversation, ConversationRecord record, OpenDraft opened) {
    keepExposures(conversation, record, opened.draft());
    return freezing.freeze(by, opened);
  }

  private void keepExposures(Conversation conversation, ConversationRecord record, Draft draft) {
    if (draft.isOpen()) {
      Instant before = draft.number() == 1 ? record.startedAt() : clock.instant();
      store.keepExposures(
          draft.version(),
          access.exposures(conversation.caseId(), conversation.participant(), before),
          clock.instant());
    }
  }

  /**
   * What writing in the record of a conversation takes. Without a record it is about an item that
   * is not there, so that walled and absent take the same questions.
   */
  Writing writing(PersonId by, ConversationId id) {
    return new Writing(by, itemOf(id), CaseAction.WRITE_CONVERSATIONS, SECTIONS);
  }

  /** The record's item; of a conversation without a record an item that is not there. */
  ItemId itemOf(ConversationId id) {
    return store.find(id).map(ConversationRecord::item).orElseGet(() -> new ItemId(id.value()));
  }

  /**
   * The record of a conversation; asks nobody, so whoever uses it asks for its draft or version.
   */
  Optional<ConversationRecord> find(ConversationId id) {
    return store.find(id);
  }

  /** What the participant had been shown before a version. */
  List<PriorExposure> exposures(VersionId version) {
    return store.exposures(version);
  }

  private static ResponseEntity<ConversationRecord> created(ConversationRecord record) {
    return ResponseEntity.created(
            URI.create("/api/evidence/conversations/" + record.conversation() + "/record"))
        .body(record);
  }
}
