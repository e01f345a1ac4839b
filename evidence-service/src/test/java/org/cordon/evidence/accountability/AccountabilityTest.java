package org.cordon.evidence.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.WrittenPapers;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AccountabilityTest extends EvidenceTest {
  private final PersonId other = PersonId.create();
  private WrittenPapers papers;
  private String finding = "";
  private VersionId draft = VersionId.create();

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void writeAFinding() {
    WrittenPapers.permit(ACCESS, reviewer, caseId);
    ACCESS.permit(other, caseId);
    papers = new WrittenPapers(at(""), token(reviewer), caseId);
    JsonNode begun = papers.begun("FINDING", "Finding 1");
    finding = begun.get("id").asString();
    draft = VersionId.from(begun.get("draft").get("version").asString());
  }

  @Test
  void anAmendmentDemandedFromOutsideIsOnRecordWithWhoAndWhy_rule30() {
    JsonNode recorded = papers.created(amendments(), amendment(Map.of()));

    assertThat(recorded.get("version").asString()).isEqualTo(draft.toString());
    JsonNode listed = json(amendments(), token(other));
    assertThat(listed.get("items").get(0)).isEqualTo(recorded);
    assertThat(listed.get("next").isNull()).isTrue();
    assertThat(recorded.get("demandedBy").asString()).isEqualTo("The chair");
    assertThat(recorded.get("onBehalfOf").asString()).isEqualTo("BOARD");
  }

  @Test
  void whatIsRecordedIsSealedAndNeverChanged() {
    papers.created(amendments(), amendment(Map.of("why", "The invented reason")));

    byte[] said =
        jdbc.sql("select said from amendments where paper = cast(:paper as uuid)")
            .param("paper", finding)
            .query(byte[].class)
            .single();
    assertThat(new String(said, StandardCharsets.ISO_8859_1)).doesNotContain("invented");
    for (String change :
        new String[] {
          "update amendments set on_behalf_of = 'OTHER'",
          "delete from amendments",
          "delete from board_responses"
        }) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void whatIsTiedToAVersionThatOneMayNotReadIsNotThere() {
    papers.passage(finding, "RISK", "It is large.", Map.of());
    papers.created(amendments(), amendment(Map.of()));
    papers.freeze(finding);
    String next =
        papers
            .created("/api/evidence/papers/" + finding + "/draft", Map.of())
            .get("version")
            .asString();
    ACCESS.wall(other, VersionId.from(next));
    String before = get(amendments(), token(other)).body();
    papers.created(amendments(), amendment(Map.of("version", next)));

    assertThat(get(amendments(), token(other)).body()).isEqualTo(before);
    assertThat(json(amendments(), token(other)).get("items")).hasSize(1);
    assertThat(json(amendments(), token(reviewer)).get("items")).hasSize(2);

    ACCESS.wall(other, draft);
    HttpResponse<String> walled = get(amendments(), token(other));
    HttpResponse<String> absent =
        get("/api/evidence/papers/" + ItemId.create() + "/amendments", token(other));
    assertThat(walled.statusCode()).isEqualTo(404);
    assertThat(walled.body()).isEqualTo(absent.body());
  }

  @Test
  void whoMayNotWriteThePaperRecordsNothingInIt() {
    WrittenPapers reader = new WrittenPapers(at(""), token(other), caseId);

    assertThat(reader.post(amendments(), amendment(Map.of()), null).statusCode()).isEqualTo(404);
    assertThat(
            papers
                .post(
                    amendments(), amendment(Map.of("version", VersionId.create().toString())), null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSameRequestRecordsOnce() {
    HttpResponse<String> first = papers.post(amendments(), amendment(Map.of()), "one-amendment");
    HttpResponse<String> again = papers.post(amendments(), amendment(Map.of()), "one-amendment");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(
            papers
                .post(amendments(), amendment(Map.of("why", "Another")), "one-amendment")
                .statusCode())
        .isEqualTo(409);
    assertThat(json(amendments(), token(reviewer)).get("items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"demandedBy,200", "why,2000", "changed,2000"})
  void textsOfAnAmendmentHaveALimit(String field, int most) {
    assertThat(
            papers
                .post(amendments(), amendment(Map.of(field, "x".repeat(most))), null)
                .statusCode())
        .isEqualTo(201);
    assertThat(
            papers
                .post(amendments(), amendment(Map.of(field, "x".repeat(most + 1))), null)
                .statusCode())
        .isEqualTo(400);
    assertThat(papers.post(amendments(), amendment(Map.of(field, " ")), null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theNewestResponseOfTheBoardToAnIssueHolds() {
    String issue =
        papers.passage(finding, "ISSUES_FOR_THE_BOARD", "How will the board know?", Map.of());
    papers.created(responses(), response(issue, Map.of("text", "It will ask.")));
    papers.created(responses(), response(issue, Map.of("text", "It asked.")));

    assertThat(json(responses(), token(other)).get("items")).hasSize(2);
    JsonNode shown =
        json("/api/evidence/cases/" + caseId + "/analysis", token(other))
            .get("findings")
            .get(0)
            .get("issues")
            .get(0);
    assertThat(shown.get("text").asString()).isEqualTo("How will the board know?");
    assertThat(shown.get("response").get("text").asString()).isEqualTo("It asked.");
  }

  @Test
  void theBoardAnswersIssuesAloneAndNotBeforeTheyAreAnswered() {
    String issue = papers.passage(finding, "ISSUES_FOR_THE_BOARD", "How?", Map.of());
    String risk = papers.passage(finding, "RISK", "It is large.", Map.of());

    assertThat(status(risk, Map.of())).isEqualTo(400);
    assertThat(status(VersionId.create().toString(), Map.of())).isEqualTo(400);
    assertThat(status(issue, Map.of("on", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())))
        .isEqualTo(400);
    assertThat(status(issue, Map.of("on", "1899-12-31"))).isEqualTo(400);
    assertThat(status(issue, Map.of("text", "x".repeat(5_001)))).isEqualTo(400);
    assertThat(status(issue, Map.of("by", "x".repeat(201)))).isEqualTo(400);
    assertThat(status(issue, Map.of("text", "x".repeat(5_000)))).isEqualTo(201);
  }

  private int status(String passage, Map<String, ?> more) {
    return papers.post(responses(), response(passage, more), null).statusCode();
  }

  private String amendments() {
    return "/api/evidence/papers/" + finding + "/amendments";
  }

  private String responses() {
    return "/api/evidence/papers/" + finding + "/responses";
  }

  private static Map<String, ?> amendment(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("demandedBy", "The chair");
    body.put("onBehalfOf", "BOARD");
    body.put("why", "It named a school.");
    body.put("changed", "The school is not named.");
    body.putAll(more);
    return body;
  }

  private static Map<String, ?> response(String passage, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("passage", passage);
    body.put("text", "Accepted.");
    body.put("by", "The board");
    body.put("on", "2026-01-05");
    body.putAll(more);
    return body;
  }
}
