package org.cordon.evidence.conversations;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A case with people who talk with each other. */
abstract class ConversationTest extends EvidenceTest {
  protected final PersonId lead = PersonId.create();
  protected final PersonId colleague = PersonId.create();
  protected final PersonId liaison = PersonId.create();
  protected final PersonId officer = PersonId.create();
  protected final PersonId nurse = PersonId.create();
  protected final PersonId mother = PersonId.create();
  private final AgencyId health = AgencyId.create();

  @BeforeEach
  void people() {
    ACCESS.cases().join(caseId, reviewer, AgencyId.create(), "REVIEW_TEAM_MEMBER");
    ACCESS.cases().join(caseId, colleague, null, "REVIEW_TEAM_MEMBER");
    ACCESS.cases().join(caseId, lead, health, "LEAD_REVIEWER");
    ACCESS.cases().join(caseId, liaison, AgencyId.create(), "FAMILY_LIAISON");
    ACCESS.cases().join(caseId, officer, null, "APPROVING_OFFICER");
    ACCESS.cases().join(caseId, nurse, health, "CASE_GROUP_MEMBER");
    ACCESS.cases().join(caseId, mother, null, "FAMILY_MEMBER");
    for (PersonId each : List.of(reviewer, colleague, lead)) {
      ACCESS.permit(each, caseId);
      ACCESS.permit(each, "writeConversations", caseId);
      ACCESS.permit(each, "writePapers", caseId);
      ACCESS.permit(each, "readConversations", caseId);
    }
    ACCESS.permit(officer, caseId);
    ACCESS.permit(officer, "readConversations", caseId);
    ACCESS.permit(officer, "approveGuide", caseId);
    ACCESS.permit(officer, "decideQuarantine", caseId);
    for (PersonId each : List.of(nurse, mother, liaison)) {
      ACCESS.permit(each, "readOwnConversations", caseId);
    }
  }

  protected String conversations() {
    return "/api/evidence/cases/" + caseId + "/conversations";
  }

  protected static String path(JsonNode conversation) {
    return "/api/evidence/conversations/" + conversation.path("id").asString();
  }

  protected Map<String, Object> plan() {
    Map<String, Object> plan = new HashMap<>();
    plan.put("participant", nurse);
    plan.put("form", "PRACTITIONER");
    plan.put("conductors", List.of(reviewer, colleague));
    plan.put("at", Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS).toString());
    plan.put("place", "Room 4, Mill Street");
    plan.put("purposeTold", "To learn, not to judge.");
    return plan;
  }

  protected Map<String, Object> familyPlan() {
    Map<String, Object> plan = plan();
    plan.put("participant", mother);
    plan.put("form", "FAMILY");
    plan.put("conductors", List.of(liaison, reviewer));
    plan.put("place", "Her sister's house");
    plan.put("timeChosenBy", "The mother, by telephone");
    return plan;
  }

  protected static Map<String, Object> with(
      Map<String, Object> plan, String field, @Nullable Object value) {
    Map<String, Object> changed = new HashMap<>(plan);
    changed.put(field, value);
    return changed;
  }

  protected JsonNode planned(Map<String, Object> plan) {
    return created(post(reviewer, conversations(), plan));
  }

  protected static JsonNode created(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** What everybody gets who asks for something that is not there. */
  protected String absent() {
    return get("/api/evidence/conversations/" + ConversationId.create(), token(PersonId.create()))
        .body();
  }

  protected HttpResponse<String> post(PersonId person, String path, Object body) {
    return post(person, path, body, null);
  }

  protected HttpResponse<String> post(
      PersonId person, String path, Object body, @Nullable String key) {
    HttpRequest.Builder request = request(person, path);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(
        request.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  protected HttpResponse<String> put(
      PersonId person, String path, Object body, @Nullable String ifMatch) {
    HttpRequest.Builder request = request(person, path);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return send(
        request.PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(PersonId person, String path) {
    return HttpRequest.newBuilder(at(path))
        .header("Authorization", "Bearer " + token(person))
        .header("Content-Type", "application/json");
  }

  protected static VersionId version(JsonNode receipt) {
    return VersionId.from(receipt.path("version").asString());
  }

  protected static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(it -> it.path("id").asString()).toList();
  }

  /** A paper in the case with these passages, frozen; the id of its version. */
  protected JsonNode guide(List<Map<String, Object>> passages) {
    JsonNode paper =
        created(
            post(
                reviewer,
                "/api/evidence/cases/" + caseId + "/papers",
                Map.of("kind", "CONVERSATION_GUIDE", "title", "Guide")));
    return frozen(paper.path("id").asString(), passages);
  }

  /** Freezes a paper with more passages. */
  protected JsonNode frozen(String paper, List<Map<String, Object>> passages) {
    String path = "/api/evidence/papers/" + paper;
    for (Map<String, Object> passage : passages) {
      created(post(reviewer, path + "/draft/passages", passage));
    }
    JsonNode version = created(post(reviewer, path + "/versions", Map.of("opened", List.of())));
    return JSON.valueToTree(Map.of("paper", paper, "version", version.path("id").asString()));
  }

  protected static List<Map<String, Object>> processGuide() {
    return List.of(
        Map.of("kind", "HEADING", "text", "Training", "section", "TOPIC"),
        Map.of(
            "kind", "PARAGRAPH",
            "text", "What training does your agency give on bruises in babies?",
            "section", "TOPIC"));
  }

  protected HttpResponse<String> submit(JsonNode conversation, JsonNode guide) {
    return post(
        reviewer,
        path(conversation) + "/guide/submissions",
        Map.of("version", guide.path("version").asString()));
  }

  protected HttpResponse<String> decide(
      PersonId by, JsonNode conversation, JsonNode submission, Map<String, Object> decision) {
    return post(
        by,
        path(conversation)
            + "/guide/submissions/"
            + submission.path("id").asString()
            + "/decisions",
        decision);
  }

  protected static Map<String, Object> sitting() {
    Instant started = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    return new HashMap<>(
        Map.of(
            "startedAt", started.toString(),
            "endedAt", started.plus(Duration.ofHours(1)).toString(),
            "present", "The two reviewers and a union representative"));
  }

  protected HttpResponse<String> begin(JsonNode conversation) {
    return post(reviewer, path(conversation) + "/records", sitting());
  }

  protected static Map<String, Object> answer(String text) {
    return Map.of("kind", "PARAGRAPH", "text", text, "section", "ANSWER");
  }

  protected JsonNode write(JsonNode conversation, Map<String, Object> passage) {
    return created(post(reviewer, path(conversation) + "/record/draft/passages", passage));
  }

  protected JsonNode freeze(JsonNode conversation) {
    return created(
        post(reviewer, path(conversation) + "/record/versions", Map.of("opened", List.of())));
  }
}
