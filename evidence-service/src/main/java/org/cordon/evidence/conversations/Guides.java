package org.cordon.evidence.conversations;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The guide of a conversation: a paper whose frozen versions are put before the approving officer
 * (rule 10).
 */
@Component
class Guides {
  /** The structure of the papers that are guides. */
  static final String STRUCTURE = "CONVERSATION_GUIDE";

  static final int MAX_REASON = 2_000;

  private final Conversations conversations;
  private final GuideStore store;
  private final ProcessTopics topics;
  private final Items items;
  private final WrittenVersions written;
  private final AccessClient access;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  Guides(
      Conversations conversations,
      GuideStore store,
      ProcessTopics topics,
      Items items,
      WrittenVersions written,
      AccessClient access,
      IdempotentRequests idempotent,
      Clock clock) {
    this.conversations = conversations;
    this.store = store;
    this.topics = topics;
    this.items = items;
    this.written = written;
    this.access = access;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /** What the officer decides, as they send it. */
  record WantedGuideDecision(GuideSubmission.@Nullable Outcome decision, @Nullable String reason) {}

  /**
   * Puts a frozen version of a guide before the approving officer. The first one makes its paper
   * the guide of this conversation.
   *
   * @throws Problem INVALID when it is no version of a guide that is open to the person, or, while
   *     criminal proceedings are live, asks about more than agency processes; CONFLICT when it is
   *     not the newest, was submitted before, or the conversation has another guide
   */
  ResponseEntity<GuideSubmission> submit(
      PersonId by, ConversationId id, @Nullable VersionId wanted, Optional<IdempotencyKey> key) {
    Conversation conversation = conversations.requireWritable(by, id);
    VersionId version = Problem.require("version", wanted);
    WrittenContent guide = readable(by, conversation.caseId(), version);
    if (access.situation(conversation.caseId()).criminalProceedingsLive()) {
      topics.requireProcess(guide.passages());
    }
    return idempotent.once(
        by,
        key,
        "guide " + id + " " + version,
        GuideSubmission.class,
        () -> {
          add(conversation, items.find(version).orElseThrow(Problem::notFound), by);
          GuideSubmission submission = store.submissions(id).getFirst();
          return ResponseEntity.created(
                  URI.create(
                      "/api/evidence/conversations/"
                          + id
                          + "/guide/submissions/"
                          + submission.id()))
              .body(submission);
        });
  }

  private void add(Conversation conversation, Version version, PersonId by) {
    Instant now = now();
    if (!isNewest(version)) {
      throw conflict("There is a newer version of this guide. Submit that one.");
    }
    if (!store.link(conversation.id(), version.item(), now, by)) {
      throw conflict("A conversation has one guide, and a guide belongs to one conversation.");
    }
    if (!store.add(conversation.id(), Uuids.timeOrdered(), version.id(), now, by)) {
      throw conflict("This version was submitted already.");
    }
  }

  /**
   * Decides on a submission.
   *
   * @throws Problem NOT_FOUND when it is not there or not the person's to decide; CONFLICT when it
   *     was decided on or is not of the newest version; FORBIDDEN to who submitted it
   */
  GuideSubmission decide(
      PersonId officer, ConversationId id, UUID submission, WantedGuideDecision wanted) {
    Conversations.Permitted permitted =
        conversations.requirePermitted(officer, CaseAction.APPROVE_GUIDE, id);
    GuideSubmission.Outcome outcome = Problem.require("decision", wanted.decision());
    Optional<String> reason = Prose.find("reason", wanted.reason(), MAX_REASON);
    if (outcome == GuideSubmission.Outcome.SENT_BACK && reason.isEmpty()) {
      throw Problem.invalid("reason", "is missing. Say what has to change.");
    }
    GuideSubmission found = require(id, submission);
    if (!access.decide(officer, ItemAction.READ, found.version()).permitted()) {
      throw Problem.notFound();
    }
    requireDecidable(officer, permitted.conversation(), found, outcome);
    GuideSubmission.GuideDecision decision =
        new GuideSubmission.GuideDecision(outcome, reason.orElse(null), now(), officer);
    if (!store.decide(submission, decision, permitted.decision().entry())) {
      throw conflict("This version of the guide was decided on already.");
    }
    return require(id, submission);
  }

  private void requireDecidable(
      PersonId officer,
      Conversation conversation,
      GuideSubmission found,
      GuideSubmission.Outcome outcome) {
    if (found.submittedBy().equals(officer)) {
      throw new Problem(
          Problem.Kind.FORBIDDEN, "Nobody decides on a guide that they submitted themselves.");
    }
    Version version = items.find(found.version()).orElseThrow(Problem::notFound);
    if (!isNewest(version)) {
      throw conflict("There is a newer version of this guide. Wait for it to be submitted.");
    }
    // What the proceedings were when it was submitted is not what they are now.
    if (outcome == GuideSubmission.Outcome.APPROVED
        && access.situation(conversation.caseId()).criminalProceedingsLive()) {
      topics.requireProcess(written.read(version).passages());
    }
  }

  /**
   * Whether a record may be made now.
   *
   * @throws Problem CONFLICT while criminal proceedings are live and the newest version of the
   *     guide is not approved (rule 10)
   */
  void requireApproved(Conversation conversation) {
    if (!access.situation(conversation.caseId()).criminalProceedingsLive()) {
      return;
    }
    Optional<VersionId> newest =
        store.guideOf(conversation.id()).flatMap(items::newest).map(Version::id);
    boolean approved =
        store.submissions(conversation.id()).stream()
            .filter(GuideSubmission::isApproved)
            .map(GuideSubmission::version)
            .anyMatch(version -> newest.filter(version::equals).isPresent());
    if (!approved) {
      throw conflict(
          "Criminal proceedings are live in this case. No record can be made until the approving"
              + " officer has approved the newest version of the guide.");
    }
  }

  /** The guide's item. */
  Optional<ItemId> guideOf(ConversationId id) {
    return store.guideOf(id);
  }

  /** What was put before the officer, newest first; asks nobody. */
  List<GuideSubmission> submissions(ConversationId id) {
    return store.submissions(id);
  }

  private GuideSubmission require(ConversationId id, UUID submission) {
    return store.submissions(id).stream()
        .filter(it -> it.id().equals(submission))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private WrittenContent readable(PersonId person, CaseId caseId, VersionId version) {
    boolean open = access.decide(person, ItemAction.READ, version).permitted();
    return items
        .find(version)
        .filter(it -> open && it.caseId().equals(caseId) && it.kind() == ItemKind.WORKING_PAPER)
        .filter(it -> it.mediaType().equals(WrittenContent.MEDIA_TYPE))
        .map(written::read)
        .filter(it -> it.structure().equals(STRUCTURE))
        .orElseThrow(() ->
            Problem.invalid(
                "version",
                "must be a frozen version of a conversation guide in this case that is open to you."));
  }

  private boolean isNewest(Version version) {
    return items.newest(version.item()).filter(it -> it.id().equals(version.id())).isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem conflict(String message) {
    return new Problem(Problem.Kind.CONFLICT, message);
  }
}
