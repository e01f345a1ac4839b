package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Words that were copied from an account make it a source, whether or not anybody says so. */
class OverlappedAccountsTest extends EvidenceTest {
  private static final String SAID =
      "I rang the duty desk twice that evening and nobody ever picked up the telephone.";

  private final PersonId witness = PersonId.create();

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
    ACCESS.permit(reviewer, "writePapers", caseId);
  }

  @Test
  void anAccountThatWasCopiedBecomesASource_rule4() {
    String account = account(SAID);
    JsonNode paper = paper();

    write(paper, "One of them said: i rang the DUTY DESK twice that evening - and nobody came.");

    assertThat(ACCESS.sourced()).contains(draft(paper) + " " + account);
    assertThat(
            ACCESS.labelsOf(draft(paper)).path("accountsOf").valueStream().map(JsonNode::asString))
        .containsExactly(witness.toString());
  }

  @Test
  void whatHoldsNoAccountDoesNot() {
    JsonNode receipt = add("policy.txt", utf8(SAID));
    awaitState(receipt);
    JsonNode paper = paper();

    write(paper, SAID);

    assertThat(ACCESS.sourced())
        .doesNotContain(draft(paper) + " " + receipt.path("version").asString());
  }

  @Test
  void anAccountThatArrivesAfterThePassageIsFoundWhenTheDraftIsFrozen_rule4() {
    JsonNode paper = paper();
    write(paper, "As we heard, " + SAID);
    String account = account(SAID);
    assertThat(ACCESS.sourced()).doesNotContain(draft(paper) + " " + account);

    String draft = draft(paper);
    created(post(path(paper) + "/versions", Map.of("opened", List.of())));

    assertThat(ACCESS.sourced()).contains(draft + " " + account);
  }

  @Test
  void whatThePaperSaidBeforeIsNoFurtherSource() {
    account(SAID);
    JsonNode paper = paper();
    write(paper, SAID);
    String first =
        created(post(path(paper) + "/versions", Map.of("opened", List.of()))).path("id").asString();
    String next =
        created(post(path(paper) + "/draft", Map.of())).path("draft").path("version").asString();

    write(paper, "Once more: " + SAID);

    assertThat(ACCESS.sourced()).noneMatch(it -> it.endsWith(" " + first));
    assertThat(next).isNotEqualTo(first);
  }

  private String account(String text) {
    JsonNode receipt = add("statement.txt", utf8(text), "{\"accountsOf\":[\"" + witness + "\"]}");
    awaitState(receipt);
    return receipt.path("version").asString();
  }

  private JsonNode paper() {
    return created(
        post(
            "/api/evidence/cases/" + caseId + "/papers",
            Map.of("kind", "NARRATIVE", "title", "Narrative")));
  }

  private void write(JsonNode paper, String text) {
    created(post(path(paper) + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", text)));
  }

  private static String path(JsonNode paper) {
    return "/api/evidence/papers/" + paper.path("id").asString();
  }

  private static String draft(JsonNode paper) {
    return paper.path("draft").path("version").asString();
  }

  private HttpResponse<String> post(String path, Object body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + token(reviewer))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }
}
