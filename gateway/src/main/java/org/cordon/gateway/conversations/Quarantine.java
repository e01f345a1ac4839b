package org.cordon.gateway.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Passages that went outside the guide, from evidence-service, for the approving officer alone. */
@Component
class Quarantine {
  private static final String QUARANTINED = Conversations.ONE + "/quarantined";
  private static final ParameterizedTypeReference<Page<Quarantined>> PAGE =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;

  /** What becomes of one. */
  enum Outcome {
    RELEASED,
    KEPT
  }

  /** What the officer decided, and why. */
  record Decision(Outcome decision, String reason, Instant at, PersonId by) {

    /** In words. */
    public String title() {
      return decision == Outcome.RELEASED ? "Released into the record" : "Kept out";
    }
  }

  /** Which it is. */
  record Mark(VersionId version, Instant at, PersonId by, @Nullable Decision decision) {}

  /** One as the officer reads it. */
  record Quarantined(Mark quarantined, List<Passage> passages) {}

  Quarantine(Backends backends) {
    this.backends = backends;
  }

  /** All of a conversation's record; NOT_FOUND to everybody who may not decide on them. */
  List<Quarantined> of(ConversationId id) {
    return backends.items(Service.EVIDENCE, evidence -> evidence.get().uri(QUARANTINED, id), PAGE);
  }

  /** One of them that waits for a decision; NOT_FOUND when there is none. */
  Quarantined require(ConversationId id, VersionId version) {
    return of(id).stream()
        .filter(it -> it.quarantined().version().equals(version))
        .filter(it -> it.quarantined().decision() == null)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** Releases it into the record, or keeps it out for good. */
  void decide(ConversationId id, VersionId version, Outcome outcome, String reason) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(QUARANTINED + "/{version}/decisions", id, version)
                .body(Map.of("decision", outcome, "reason", reason)));
  }
}
