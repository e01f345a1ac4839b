package org.cordon.evidence.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GuidesTest extends ConversationTest {

  @BeforeEach
  void proceedings() {
    ACCESS.cases().criminalProceedings(caseId, true);
  }

  @Test
  void noRecordIsMadeBeforeTheNewestGuideIsApprovedWhileProceedingsAreLive_rule10() {
    JsonNode conversation = planned(plan());
    assertThat(begin(conversation).statusCode()).isEqualTo(409);
    JsonNode guide = guide(processGuide());
    assertThat(begin(conversation).statusCode()).isEqualTo(409);
    JsonNode submission = created(submit(conversation, guide));
    assertThat(begin(conversation).statusCode()).isEqualTo(409);
    created(decide(officer, conversation, submission, Map.of("decision", "APPROVED")));
    JsonNode other = planned(plan());
    assertThat(begin(other).statusCode()).isEqualTo(409);

    JsonNode newer = nextVersion(guide);

    assertThat(begin(conversation).statusCode()).isEqualTo(409);
    JsonNode again = created(submit(conversation, newer));
    created(decide(officer, conversation, again, Map.of("decision", "APPROVED")));
    assertThat(begin(conversation).statusCode()).isEqualTo(201);
  }

  @Test
  void withoutLiveProceedingsARecordNeedsNoGuide_rule10() {
    ACCESS.cases().criminalProceedings(caseId, false);

    assertThat(begin(planned(plan())).statusCode()).isEqualTo(201);
  }

  static Stream<List<Map<String, Object>>> outsideProcess() {
    Map<String, Object> topic = Map.of("kind", "HEADING", "text", "Culture", "section", "TOPIC");
    return Stream.of(
        List.of(topic),
        List.of(question("What is the workload like?")),
        List.of(
            Map.of("kind", "HEADING", "text", "The home visit", "section", "TOPIC"),
            question("Why did you not go in?")),
        List.of(topic, question("Tell us what you did.")),
        List.of(topic, question("One?\nTwo?")),
        List.of(topic, question("x".repeat(500) + "?")),
        List.of(topic, Map.of("kind", "PARAGRAPH", "text", "And here?")),
        List.of(topic, Map.of("kind", "QUOTATION", "text", "Who said?", "section", "TOPIC")),
        List.of(
            topic,
            Map.of(
                "kind", "PARAGRAPH",
                "text", "What of her account?",
                "section", "TOPIC",
                "accountsOf", List.of(PersonId.create()))));
  }

  @ParameterizedTest
  @MethodSource("outsideProcess")
  void aGuideThatAsksMoreThanAgencyProcessesIsRefusedInPlainWords_rule10(
      List<Map<String, Object>> passages) {
    JsonNode conversation = planned(plan());

    HttpResponse<String> refused = submit(conversation, guide(passages));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("keeps to how agencies work", "Training", "Culture");
  }

  @Test
  void withoutLiveProceedingsAGuideMayAskAnything_andIsHeldAgainstTheTopicsWhenTheyBecomeLive() {
    ACCESS.cases().criminalProceedings(caseId, false);
    JsonNode conversation = planned(plan());
    JsonNode submission =
        created(submit(conversation, guide(List.of(question("What did you see on the Monday?")))));
    ACCESS.cases().criminalProceedings(caseId, true);

    assertThat(
            decide(officer, conversation, submission, Map.of("decision", "APPROVED")).statusCode())
        .isEqualTo(400);
    created(
        decide(
            officer,
            conversation,
            submission,
            Map.of("decision", "SENT_BACK", "reason", "Ask about processes.")));
  }

  @Test
  void aGuideIsSentBackWithAReason() {
    JsonNode conversation = planned(plan());
    JsonNode submission = created(submit(conversation, guide(processGuide())));

    assertThat(
            decide(officer, conversation, submission, Map.of("decision", "SENT_BACK")).statusCode())
        .isEqualTo(400);
    assertThat(
            decide(
                    officer,
                    conversation,
                    submission,
                    Map.of("decision", "SENT_BACK", "reason", "x".repeat(2_001)))
                .statusCode())
        .isEqualTo(400);
    JsonNode decided =
        created(
            decide(
                officer,
                conversation,
                submission,
                Map.of("decision", "SENT_BACK", "reason", "x".repeat(2_000))));
    assertThat(decided.path("decision").path("by").asString()).isEqualTo(officer.toString());
    assertThat(begin(conversation).statusCode()).isEqualTo(409);
    assertThat(
            decide(officer, conversation, submission, Map.of("decision", "APPROVED")).statusCode())
        .isEqualTo(409);
    JsonNode shown = json(path(conversation), token(colleague)).path("guide");
    assertThat(shown.path("submissions").path(0).path("decision").path("decision").asString())
        .isEqualTo("SENT_BACK");
  }

  @Test
  void onlyTheApprovingOfficerDecidesAndNobodyOnTheirOwnGuide_rule10() {
    JsonNode conversation = planned(plan());
    JsonNode submission = created(submit(conversation, guide(processGuide())));
    Map<String, Object> approved = Map.of("decision", "APPROVED");

    HttpResponse<String> refused = decide(lead, conversation, submission, approved);
    assertThat(refused.body()).isEqualTo(absent());
    ACCESS.permit(reviewer, "approveGuide", caseId);
    assertThat(decide(reviewer, conversation, submission, approved).statusCode()).isEqualTo(403);
    assertThat(
            post(
                    officer,
                    path(conversation) + "/guide/submissions/" + UUID.randomUUID() + "/decisions",
                    approved)
                .body())
        .isEqualTo(absent());
  }

  @Test
  void aWalledGuideIsShownToNobodyWhoMayNotFindIt_rule2() {
    JsonNode conversation = planned(plan());
    JsonNode guide = guide(processGuide());
    created(submit(conversation, guide));
    VersionId version = VersionId.from(guide.path("version").asString());
    JsonNode without = json(path(planned(plan())), token(lead)).path("guide");

    ACCESS.wall(lead, version);

    assertThat(json(path(conversation), token(lead)).path("guide")).isEqualTo(without);
    HttpResponse<String> walled =
        post(lead, path(planned(plan())) + "/guide/submissions", Map.of("version", version));
    HttpResponse<String> missing =
        post(
            lead, path(conversation) + "/guide/submissions", Map.of("version", VersionId.create()));
    assertThat(walled.statusCode()).isEqualTo(400);
    assertThat(walled.body()).isEqualTo(missing.body());
  }

  @Test
  void aGuideBelongsToOneConversationAndItsNewestVersionIsSubmittedOnce() {
    JsonNode conversation = planned(plan());
    JsonNode guide = guide(processGuide());
    created(submit(conversation, guide));

    assertThat(submit(conversation, guide).statusCode()).isEqualTo(409);
    assertThat(submit(planned(plan()), guide).statusCode()).isEqualTo(409);
    assertThat(submit(conversation, guide(processGuide())).statusCode()).isEqualTo(409);
    JsonNode newer = nextVersion(guide);
    assertThat(submit(conversation, guide).statusCode()).isEqualTo(409);
    created(submit(conversation, newer));
  }

  @Test
  void whatIsNoGuideIsRefused() {
    JsonNode document = add("a.txt", utf8("text"));
    awaitState(document);

    assertThat(submit(planned(plan()), document).statusCode()).isEqualTo(400);
    assertThat(post(reviewer, path(planned(plan())) + "/guide/submissions", Map.of()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theTopicsAreToldToEverybody() {
    assertThat(
            json("/api/evidence/process-topics", token(PersonId.create()))
                .path("items")
                .valueStream()
                .map(it -> it.path("key").asString()))
        .contains("TRAINING", "SUPERVISION", "CULTURE")
        .hasSize(8);
  }

  private JsonNode nextVersion(JsonNode guide) {
    String paper = guide.path("paper").asString();
    created(post(reviewer, "/api/evidence/papers/" + paper + "/draft", Map.of()));
    return frozen(paper, List.of(question("What does supervision look like?")));
  }

  private static Map<String, Object> question(String text) {
    return Map.of("kind", "PARAGRAPH", "text", text, "section", "TOPIC");
  }
}
