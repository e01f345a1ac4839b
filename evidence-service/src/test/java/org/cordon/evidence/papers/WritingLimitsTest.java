package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

class WritingLimitsTest extends PaperTest {
  @Autowired JdbcClient jdbc;

  @Test
  void aDraftHasAsManyPassagesAsItsLimit() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "the first");
    String version = draftVersion(paper).toString();
    UUID passage = UUID.fromString(draft(paper).get("passages").get(0).get("id").asString());
    arrange(version, 1_999, 9, passage);

    ask("POST", reviewer, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "2,000th"))
        .is(201);
    Answer beyond =
        ask("POST", reviewer, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "x"));
    assertThat(beyond.is(413).body().get("detail").asString()).contains("2,000 passages");
  }

  @Test
  void aDraftHasAsManyCharactersAsItsLimit() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "12345");
    String version = draftVersion(paper).toString();
    arrange(version, 1, 1_999_995, UUID.fromString(passage.get("id").asString()));

    JsonNode saved = save(reviewer, paper, passage, "1234567890").is(200).body();
    Answer beyond = save(reviewer, paper, saved, "12345678901");
    assertThat(beyond.is(413).body().get("detail").asString()).contains("2,000,000 characters");
    ask("POST", reviewer, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "x"))
        .is(413);
  }

  /** As if a draft had been written up to there. */
  private void arrange(String version, int passages, int characters, UUID passage) {
    jdbc.sql(
            """
            update drafts set passages = array_fill(cast(:p as uuid), array[:n]), characters = :c
            where version = cast(:v as uuid)
            """)
        .param("p", passage)
        .param("n", passages)
        .param("c", characters)
        .param("v", version)
        .update();
  }

  @Test
  void fiveMegabytesAreRefusedAndHostileTextIsKeptAndShownSafely() {
    String paper = begin(PaperKind.NARRATIVE);
    ask(
            "POST",
            reviewer,
            paper + "/draft/passages",
            Map.of("kind", "PARAGRAPH", "text", "x".repeat(5_000_000)))
        .is(413);
    ask(
            "POST",
            reviewer,
            paper + "/draft/passages",
            Map.of("kind", "PARAGRAPH", "text", "x".repeat(20_001)))
        .is(400);

    JsonNode passage =
        addPassage(paper, "<script>alert(1)</script><p class=MsoNormal style='color:red'>Word</p>");
    assertThat(passage.get("text").asString()).startsWith("<script>alert(1)</script>");
    assertThat(passage.get("html").asString())
        .startsWith("<p>&lt;script&gt;")
        .doesNotContain("<script", "<p class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"PARAGRAPH\"}",
        "{\"kind\":\"ODE\",\"text\":\"x\"}",
        "{\"kind\":\"PARAGRAPH\",\"text\":\"x\",\"html\":\"<b>\"}",
        "{\"kind\":\"PARAGRAPH\",\"text\":\"x\",\"section\":\"RISK\"}",
        "{\"kind\":\"PARAGRAPH\",\"text\":\"x\",\"after\":\"01a21fea-04e3-7a5a-854e-fd61c57cb2a7\"}",
        "[]",
        "x"
      })
  void whatDoesNotFitIsRefusedAndNothingIsSaved(String body) {
    String paper = begin(PaperKind.NARRATIVE);

    Answer refused = ask("POST", reviewer, paper + "/draft/passages", body).is(400);

    assertThat(refused.response().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(draft(paper).get("passages")).isEmpty();
  }

  @Test
  void passagesAreSealedInTheDatabase() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "unmistakable words");

    assertThat(
            jdbc.sql(
                    "select count(*) from passages where position('unmistakable' in encode(body, 'escape')) > 0")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql(
                    "select count(*) from idempotency_keys where body like '%unmistakable%' or request like '%unmistakable%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update passages set removed = true",
        "delete from passages",
        "truncate passages",
        "delete from drafts",
        "update drafts set title = 'x' where frozen_at is not null",
        "insert into passages select draft, passage, 99, body, removed, saved_at, saved_by from passages p join drafts d on d.version = p.draft and d.frozen_at is not null",
        "update papers set paper_kind = 'MINUTES'"
      })
  void nobodyNotEvenTheOwnerChangesWhatIsKept(String sql) {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "kept");
    freeze(paper);
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword()));

    assertThatThrownBy(() -> owner.sql(sql).update()).isInstanceOf(DataAccessException.class);
  }
}
