package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
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

  @Test
  void anEarlierVersionIsASourceAgainWhenWordsThatTheNewestDoesNotHoldComeBack_rule4() {
    String ours = "We think that the desk stood empty because of the snow that fell all afternoon.";
    String account = account(SAID);
    JsonNode paper = paper();
    JsonNode passage = write(paper, SAID + " " + ours);
    write(paper, "The team met on a Thursday and went through all that it had been sent.");
    String first = freeze(paper);
    next(paper);
    save(paper, passage, "A worker told us that calls went unanswered.");
    freeze(paper);
    String third = next(paper);

    write(paper, "The team met on a Thursday and went through all that it had been sent, twice.");
    assertThat(ACCESS.sourced()).noneMatch(it -> it.startsWith(third + " "));

    write(paper, "As we said: " + ours);
    assertThat(ACCESS.sourced())
        .contains(third + " " + first)
        .doesNotContain(third + " " + account);
  }

  @Test
  void wordsOfWhatIsClosedToTheWriterAreNotSavedAndTheRefusalIsRecorded_rule4() {
    String account = account(SAID);
    ACCESS.wall(reviewer, VersionId.from(account));
    JsonNode paper = paper();
    JsonNode passage = write(paper, "Before.");
    int before = ACCESS.asked().size();

    HttpResponse<String> added =
        post(path(paper) + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", SAID));
    HttpResponse<String> saved = put(paper, passage, "He said: " + SAID);

    for (HttpResponse<String> refused : List.of(added, saved)) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(JSON.readTree(refused.body()).path("errors").get(0).path("field").asString())
          .isEqualTo("text");
      assertThat(refused.body()).doesNotContain(account).doesNotContain("statement.txt");
    }
    assertThat(ACCESS.asked().subList(before, ACCESS.asked().size()))
        .filteredOn(it -> it.contains(account))
        .hasSize(2);
    assertThat(ACCESS.sourced()).doesNotContain(draft(paper) + " " + account);
    save(paper, passage, "After.");
  }

  private String freeze(JsonNode paper) {
    return created(post(path(paper) + "/versions", Map.of("opened", List.of())))
        .path("id")
        .asString();
  }

  private String next(JsonNode paper) {
    return created(post(path(paper) + "/draft", Map.of())).path("version").asString();
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

  private JsonNode write(JsonNode paper, String text) {
    return created(
        post(path(paper) + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", text)));
  }

  private void save(JsonNode paper, JsonNode passage, String text) {
    assertThat(put(paper, passage, text).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> put(JsonNode paper, JsonNode passage, String text) {
    return send(
        HttpRequest.newBuilder(at(path(paper) + "/draft/passages/" + passage.path("id").asString()))
            .header("Authorization", "Bearer " + token(reviewer))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + passage.path("revision").asInt() + "\"")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("kind", "PARAGRAPH", "text", text))))
            .build(),
        HttpResponse.BodyHandlers.ofString());
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
