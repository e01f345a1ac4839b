package org.cordon.gateway.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Plans and guides of conversations, from evidence-service. */
@Component
public class Conversations {
  static final String ONE = "/api/evidence/conversations/{conversation}";
  private static final String OF_CASE = "/api/evidence/cases/{case}/conversations";
  private static final String SUBMISSIONS = ONE + "/guide/submissions";
  private static final String KEY = "Idempotency-Key";
  private static final ParameterizedTypeReference<Page<Planned>> PAGE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Page<Topic>> TOPICS =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;

  /** What may be asked about while criminal proceedings are live. */
  public record Topic(String key, String name) {}

  private record Planned(ConversationId id) {}

  Conversations(Backends backends) {
    this.backends = backends;
  }

  /** A page of those that whoever looks may see, each with what belongs to it. */
  Page<Conversation> in(CaseId caseId, @Nullable String after, int limit) {
    Page<Planned> page = backends.page(Service.EVIDENCE, OF_CASE, PAGE, limit, after, caseId);
    List<Conversation> whole = page.items().stream().flatMap(it -> find(it.id()).stream()).toList();
    return new Page<>(whole, page.next());
  }

  /** One of them; empty when it is absent or not open to whoever looks. */
  Optional<Conversation> find(ConversationId id) {
    return Backends.find(() -> require(id));
  }

  /**
   * One of them.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when it is absent or not open
   */
  Conversation require(ConversationId id) {
    return backends.body(
        Service.EVIDENCE, evidence -> evidence.get().uri(ONE, id), Conversation.class);
  }

  /** Plans one and returns its id; the same key plans it once. */
  ConversationId plan(CaseId caseId, PlanForm.Wanted wanted, String key) {
    return backends
        .body(
            Service.EVIDENCE,
            evidence -> evidence.post().uri(OF_CASE, caseId).header(KEY, key).body(wanted),
            Planned.class)
        .id();
  }

  /** Changes the plan of one, unless somebody did since it was read. */
  void change(ConversationId id, PlanForm.Wanted wanted, long seen) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .put()
                .uri(ONE, id)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(wanted));
  }

  /** What may be asked about while criminal proceedings are live, in order. */
  List<Topic> topics() {
    return backends.items(
        Service.EVIDENCE, evidence -> evidence.get().uri("/api/evidence/process-topics"), TOPICS);
  }

  /** Puts a version of a guide before the approving officer; the same key does it once. */
  void submit(ConversationId id, VersionId version, String key) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence.post().uri(SUBMISSIONS, id).header(KEY, key).body(Map.of("version", version)));
  }

  /** Decides on what was put before the officer. */
  void decide(
      ConversationId id,
      GuideSubmission submission,
      GuideSubmission.Outcome outcome,
      String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", outcome);
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(SUBMISSIONS + "/{submission}/decisions", id, submission.id())
                .body(body));
  }
}
