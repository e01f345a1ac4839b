package org.cordon.evidence.conversations;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cordon.evidence.conversations.PlanConversation.WantedConversation;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.Decision;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Plans conversations, and changes plans. */
@Component
class Conversations {
  private final AccessClient access;
  private final ConversationStore store;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  Conversations(
      AccessClient access, ConversationStore store, IdempotentRequests idempotent, Clock clock) {
    this.access = access;
    this.store = store;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Plans a conversation (rules 9 and 17).
   *
   * @throws Problem NOT_FOUND when it is not permitted; INVALID when the people do not fit
   */
  ResponseEntity<ConversationSummary> plan(
      PersonId by, CaseId caseId, WantedConversation wanted, Optional<IdempotencyKey> key) {
    requirePermitted(by, CaseAction.WRITE_CONVERSATIONS, caseId);
    PlanConversation command = wanted.checked(clock.instant());
    ConductorMix mix = Conductors.check(command, access.situation(caseId));
    return idempotent.once(
        by,
        key,
        "conversation " + caseId + " " + wanted.hashCode() + " " + wanted,
        ConversationSummary.class,
        () -> {
          Conversation planned =
              new Conversation(
                  ConversationId.create(),
                  caseId,
                  command.participant(),
                  command.form(),
                  earlier(caseId, command),
                  planned(command, 1, mix, by));
          store.add(planned);
          return ResponseEntity.created(URI.create("/api/evidence/conversations/" + planned.id()))
              .eTag(planned.plan().entityTag())
              .body(ConversationSummary.of(planned));
        });
  }

  /**
   * Changes a plan; with whom a conversation is, and what it follows up, stays.
   *
   * @param seen the entity tag of the plan that the caller saw
   * @throws Problem NOT_FOUND when it is not permitted or not there; CHANGED when somebody changed
   *     it first
   */
  Conversation change(
      PersonId by, ConversationId id, WantedConversation wanted, Optional<String> seen) {
    Conversation before = requireWritable(by, id);
    String tag =
        seen.orElseThrow(() ->
            new Problem(
                Problem.Kind.PRECONDITION_REQUIRED,
                "Send the ETag of the plan that you saw as If-Match."));
    PlanConversation command = wanted.checked(clock.instant());
    if (!command.participant().equals(before.participant()) || command.form() != before.form()) {
      throw Problem.invalid(
          "participant", "and the form of a planned conversation stay. Plan another one.");
    }
    ConductorMix mix = Conductors.check(command, access.situation(before.caseId()));
    ConversationPlan next = planned(command, before.plan().revision() + 1, mix, by);
    if (!tag.equals(before.plan().entityTag()) || !store.addPlan(id, next)) {
      throw new Problem(Problem.Kind.CHANGED, "Somebody changed this plan first. Load it again.");
    }
    return require(id);
  }

  /**
   * A conversation that the person may write about.
   *
   * @throws Problem NOT_FOUND when it is not there or not permitted: absent and forbidden take the
   *     same question
   */
  Conversation requireWritable(PersonId person, ConversationId id) {
    return requirePermitted(person, CaseAction.WRITE_CONVERSATIONS, id).conversation();
  }

  /** A conversation, and the decision by which a person does something about it. */
  record Permitted(Conversation conversation, Decision decision) {}

  /** The same for any action of its case. */
  Permitted requirePermitted(PersonId person, CaseAction action, ConversationId id) {
    Optional<Conversation> found = store.find(id);
    Decision decision = requirePermitted(person, action, caseOf(id, found));
    return new Permitted(found.orElseThrow(Problem::notFound), decision);
  }

  /** The case to ask about; of an unknown conversation an id that is no case. */
  static CaseId caseOf(ConversationId id, Optional<Conversation> found) {
    return found.map(Conversation::caseId).orElseGet(() -> new CaseId(id.value()));
  }

  private Conversation require(ConversationId id) {
    return store.find(id).orElseThrow(Problem::notFound);
  }

  private Decision requirePermitted(PersonId person, CaseAction action, CaseId caseId) {
    Decision decision = access.decideInCase(person, action, caseId);
    if (!decision.permitted()) {
      throw Problem.notFound();
    }
    return decision;
  }

  private Optional<ConversationId> earlier(CaseId caseId, PlanConversation command) {
    command
        .followUpOf()
        .ifPresent(id -> {
          boolean fits =
              store
                  .find(id)
                  .filter(it -> it.caseId().equals(caseId))
                  .filter(it -> it.participant().equals(command.participant()))
                  .isPresent();
          if (!fits) {
            throw Problem.invalid(
                "followUpOf", "must be a conversation with the same person in this case.");
          }
        });
    return command.followUpOf();
  }

  private ConversationPlan planned(
      PlanConversation command, int revision, ConductorMix mix, PersonId by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new ConversationPlan(
        revision,
        command.conductors(),
        mix,
        command.at().truncatedTo(ChronoUnit.MICROS),
        command.place(),
        command.timeChosenBy().orElse(null),
        command.purposeTold().orElse(null),
        command.present().orElse(null),
        now,
        by);
  }
}
