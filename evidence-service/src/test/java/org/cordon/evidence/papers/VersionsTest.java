package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VersionsTest extends PaperTest {

  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
  }

  @Test
  void aFrozenDraftIsAVersionLikeAnyOther() {
    String paper = begin(PaperKind.CHRONOLOGY);
    addPassage(
        paper,
        Map.of(
            "kind", "PARAGRAPH", "text", "A *visit*.", "section", "ENTRY", "from", "2011-02-03"));
    String draft = draftVersion(paper).toString();

    JsonNode frozen = freeze(paper);

    assertThat(frozen.get("id").asString()).isEqualTo(draft);
    assertThat(frozen.get("number").asInt()).isEqualTo(1);
    assertThat(ACCESS.isDraft(draft)).isFalse();
    JsonNode version = ask("GET", reviewer, paper + "/versions/1", null).is(200).body();
    assertThat(texts(version)).containsExactly("A *visit*.");
    assertThat(version.get("passages").get(0).get("html").asString()).contains("<em>visit</em>");
    assertThat(version.get("passages").get(0).get("from").asString()).isEqualTo("2011-02-03");
    assertThat(version.get("sha256")).isEqualTo(frozen.get("sha256"));
    String item = paper.substring(paper.lastIndexOf('/') + 1);
    assertThat(
            json("/api/evidence/items/" + item + "/versions/1/text", token(reviewer))
                .get("text")
                .asString())
        .isEqualTo("A title\n\nA visit.\n");
    byte[] bytes = download("/api/evidence/items/" + item + "/versions/1/content", reviewer).body();
    assertThat(JSON.readTree(bytes).get("structure").asString()).isEqualTo("CHRONOLOGY");
    JsonNode indexed = json("/internal/versions/" + draft, serviceToken());
    assertThat(indexed.get("state").asString()).isEqualTo("READY");
    assertThat(indexed.get("newest").asBoolean()).isTrue();
    assertThat(
            json("/api/evidence/items/" + item, token(reviewer))
                .get("custody")
                .get(0)
                .get("sha256"))
        .isEqualTo(frozen.get("sha256"));
  }

  @Test
  void aFrozenDraftTakesNothingMoreAndFreezingIsRepeated() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "final");
    String under = paper + "/draft/passages/" + passage.get("id").asString();
    JsonNode frozen = freeze(paper);

    assertThat(freeze(paper)).isEqualTo(frozen);
    save(reviewer, paper, passage, "later").is(409);
    ask("POST", reviewer, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "x"))
        .is(409);
    ask("DELETE", reviewer, under, null, Map.of("If-Match", "\"1\"")).is(409);
    ask("POST", reviewer, under + "/place", "{}").is(409);
    ask("POST", reviewer, under + "/restore", null).is(409);
    ask("PUT", reviewer, paper + "/draft/title", Map.of("title", "x"), Map.of("If-Match", "\"1\""))
        .is(409);
    ask("GET", reviewer, paper + "/draft", null).is(404);
  }

  @Test
  void answersOnOpenedAccountsHaveTheirLimit() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "x");
    Map<String, Object> answer = Map.of("version", VersionId.create().toString(), "used", true);

    ask(
            "POST",
            reviewer,
            paper + "/versions",
            Map.of("opened", java.util.Collections.nCopies(201, answer)))
        .is(400);
    ask("POST", reviewer, paper + "/versions", Map.of("opened", List.of(Map.of("used", true))))
        .is(400);
    ask(
            "POST",
            reviewer,
            paper + "/versions",
            Map.of("opened", java.util.Collections.nCopies(200, answer)))
        .is(201);
  }

  @Test
  void nothingIsFrozenOfAnEmptyDraft() {
    String paper = begin(PaperKind.NARRATIVE);

    ask("POST", reviewer, paper + "/versions", Map.of()).is(400);

    addPassage(paper, "still open");
  }

  @Test
  void whatIsClosedBecomesAVersionByItselfWhenAServiceComesBack() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "closed");
    String draft = draftVersion(paper).toString();
    ACCESS.refuseFreezing(true);
    try {
      ask("POST", reviewer, paper + "/versions", Map.of()).is(503);
      assertThat(ACCESS.isDraft(draft)).isTrue();
    } finally {
      ACCESS.refuseFreezing(false);
    }

    await(Duration.ofSeconds(90), () -> !ACCESS.isDraft(draft));

    ask("GET", reviewer, paper + "/versions/1", null).is(200);
  }

  @Test
  void theNextDraftHasTheSamePassagesAndIsWrittenFromTheVersion() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode first = addPassage(paper, "one");
    String frozen = freeze(paper).get("id").asString();

    Map<String, String> key = Map.of("Idempotency-Key", someKey());
    Answer begun = ask("POST", reviewer, paper + "/draft", null, key).is(201);
    assertThat(ask("POST", reviewer, paper + "/draft", null, key).is(201).body())
        .isEqualTo(begun.body());

    assertThat(begun.body().get("number").asInt()).isEqualTo(2);
    JsonNode draft = draft(paper);
    assertThat(draft.get("passages").get(0).get("id")).isEqualTo(first.get("id"));
    assertThat(ACCESS.labelsOf(draft.get("version").asString()).get("sources").get(0).asString())
        .isEqualTo(frozen);
    ask("POST", reviewer, paper + "/draft", null).is(409);
    save(reviewer, paper, first, "one, revised").is(200);
    assertThat(freeze(paper).get("number").asInt()).isEqualTo(2);
    assertThat(texts(ask("GET", reviewer, paper + "/versions/1", null).is(200).body()))
        .containsExactly("one");
    assertThat(texts(ask("GET", reviewer, paper + "/versions/2", null).is(200).body()))
        .containsExactly("one, revised");
    JsonNode detail = ask("GET", reviewer, paper, null).is(200).body();
    assertThat(detail.get("versions").valueStream().map(it -> it.get("number").asInt()))
        .containsExactly(2, 1);
    assertThat(detail.get("may").valueStream().map(JsonNode::asString))
        .containsExactly("write", "comment");
  }

  @Test
  void twoContentsAreComparedPassageByPassage() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode same = addPassage(paper, "same");
    JsonNode changed = addPassage(paper, "old");
    JsonNode gone = addPassage(paper, "gone");
    JsonNode moved = addPassage(paper, "moved");
    freeze(paper);
    ask("POST", reviewer, paper + "/draft", null).is(201);
    save(reviewer, paper, changed, "new").is(200);
    ask(
            "DELETE",
            reviewer,
            paper + "/draft/passages/" + gone.get("id").asString(),
            null,
            Map.of("If-Match", "\"1\""))
        .is(204);
    ask("POST", reviewer, paper + "/draft/passages/" + moved.get("id").asString() + "/place", "{}")
        .is(204);
    addPassage(paper, "added");

    JsonNode rows =
        ask("GET", reviewer, paper + "/comparison?from=1&to=draft", null)
            .is(200)
            .body()
            .get("rows");

    assertThat(
            rows.valueStream()
                .map(it ->
                    it.get("change").asString()
                        + " "
                        + text(it, "before")
                        + "/"
                        + text(it, "after")))
        .containsExactly(
            "MOVED moved/moved",
            "SAME same/same",
            "CHANGED old/new",
            "REMOVED gone/",
            "ADDED /added");
    assertThat(rows.get(1).get("passage")).isEqualTo(same.get("id"));
    ask("GET", reviewer, paper + "/comparison?from=0&to=1", null).is(400);
    ask("GET", reviewer, paper + "/comparison?from=1&to=9", null).is(404);
  }

  private static String text(JsonNode row, String side) {
    return row.get(side).isNull() ? "" : row.get(side).get("text").asString();
  }

  @Test
  void aListShowsWhatMayBeFoundAndHiddenPapersLeaveNoTrace_rule2() {
    String one = begin(PaperKind.FINDING);
    String hidden = begin(PaperKind.NARRATIVE);
    String three = begin(PaperKind.NARRATIVE);
    ACCESS.wall(witness, draftVersion(hidden));
    int before = ACCESS.asked().size();

    JsonNode page = ask("GET", witness, papers() + "?limit=1", null).is(200).body();
    JsonNode rest =
        ask("GET", witness, papers() + "?after=" + page.get("next").asString(), null)
            .is(200)
            .body();

    assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(id(three));
    assertThat(rest.get("items").valueStream().map(it -> it.get("id").asString()))
        .containsExactly(id(one));
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(ACCESS.asked().subList(before, ACCESS.asked().size())).hasSize(4);
    assertThat(ask("GET", reviewer, papers() + "?kind=NARRATIVE", null).is(200).body().get("items"))
        .hasSize(2);
    ask("GET", reviewer, papers() + "?kind=ODE", null).is(400);
    ask("GET", reviewer, papers() + "?limit=0", null).is(400);
    ask("GET", reviewer, papers() + "?after=x", null).is(400);
    ask("GET", PersonId.create(), papers(), null).is(404);
  }

  @Test
  void whoMayFindAnOlderVersionOnlySeesThatOne() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "open");
    freeze(paper);
    ask("POST", reviewer, paper + "/draft", null).is(201);
    ask(
            "PUT",
            reviewer,
            paper + "/draft/title",
            Map.of("title", "Hidden title"),
            Map.of("If-Match", "\"1\""))
        .is(200);
    ACCESS.wall(witness, draftVersion(paper));

    JsonNode detail = ask("GET", witness, paper, null).is(200).body();
    JsonNode row = ask("GET", witness, papers(), null).is(200).body().get("items").get(0);

    assertThat(detail.get("title").asString()).isEqualTo("A title");
    assertThat(detail.get("draft").isNull()).isTrue();
    assertThat(row.get("title").asString()).isEqualTo("A title");
    assertThat(row.get("draft").isNull()).isTrue();
  }

  @Test
  void aCommentIsAnItemWrittenFromTheVersionAndHoldsItsAuthorsAccount() {
    String paper = begin(PaperKind.NARRATIVE);
    String passage = addPassage(paper, "we think so").get("id").asString();
    String version = freeze(paper).get("id").asString();
    String comments = paper + "/versions/1/comments";

    Map<String, String> body = Map.of("passage", passage, "text", "It was **not** so.");
    Map<String, String> key = Map.of("Idempotency-Key", someKey());
    JsonNode made = ask("POST", witness, comments, body, key).is(201).body();
    assertThat(ask("POST", witness, comments, body, key).is(201).body()).isEqualTo(made);

    JsonNode labels = ACCESS.labelsOf(made.get("version").asString());
    assertThat(labels.get("kind").asString()).isEqualTo("COMMENT");
    assertThat(labels.get("sources").get(0).asString()).isEqualTo(version);
    assertThat(labels.get("accountsOf").get(0).asString()).isEqualTo(witness.toString());
    JsonNode byWriter = ask("POST", reviewer, comments, Map.of("text", "Noted.")).is(201).body();
    assertThat(ACCESS.labelsOf(byWriter.get("version").asString()).get("accountsOf")).isEmpty();
    JsonNode page = ask("GET", colleague, comments + "?limit=1", null).is(200).body();
    assertThat(page.get("items").get(0).get("html").asString()).contains("<strong>not</strong>");
    assertThat(
            ask("GET", colleague, comments + "?after=" + page.get("next").asString(), null)
                .is(200)
                .body()
                .get("items"))
        .hasSize(1);
    ask("GET", colleague, comments + "?after=x", null).is(400);
  }

  @Test
  void commentsShowThemselvesToThoseWhoMayReadThemAlone_rule2() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "x");
    freeze(paper);
    String comments = paper + "/versions/1/comments";
    JsonNode hers = ask("POST", witness, comments, Map.of("text", "Mine.")).is(201).body();
    ACCESS.wall(colleague, VersionId.from(hers.get("version").asString()));
    int before = ACCESS.asked().size();

    assertThat(ask("GET", colleague, comments, null).is(200).body().get("items")).isEmpty();

    assertThat(ACCESS.asked().subList(before, ACCESS.asked().size())).hasSize(1);
    assertThat(ask("GET", reviewer, comments, null).is(200).body().get("items")).hasSize(1);
  }

  @Test
  void aCommentHasItsLimits() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "x");
    freeze(paper);
    String comments = paper + "/versions/1/comments";

    ask("POST", reviewer, comments, Map.of("text", "x".repeat(20_000))).is(201);
    ask("POST", reviewer, comments, Map.of("text", "x".repeat(20_001))).is(400);
    ask("POST", reviewer, comments, Map.of("text", " ")).is(400);
    ask("POST", reviewer, comments, Map.of()).is(400);
    ask(
            "POST",
            reviewer,
            comments,
            Map.of("text", "x", "passage", org.cordon.platform.ids.PassageId.create().toString()))
        .is(400);
    ask("POST", reviewer, paper + "/versions/2/comments", Map.of("text", "x")).is(404);
  }

  @Test
  void aVersionGoesRoundToThoseWhoCouldReadItAndTheOthersNeedADecision_rule18() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "x");
    String version = freeze(paper).get("id").asString();
    PersonId member = PersonId.create();
    ACCESS.wall(witness, VersionId.from(version));
    String circulations = paper + "/versions/1/circulations";
    List<String> people = List.of(member.toString(), witness.toString());
    String day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(14).toString();

    JsonNode rehearsed =
        ask("POST", reviewer, circulations, Map.of("people", people, "by", day, "rehearse", true))
            .is(200)
            .body();
    assertThat(ask("GET", reviewer, circulations, null).is(200).body().get("items")).isEmpty();
    JsonNode sent =
        ask("POST", reviewer, circulations, Map.of("people", people, "by", day)).is(200).body();

    assertThat(sent).isEqualTo(rehearsed);
    assertThat(sent.get("circulated").get(0).asString()).isEqualTo(member.toString());
    assertThat(sent.get("needDecision").get(0).asString()).isEqualTo(witness.toString());
    ask("POST", reviewer, circulations, Map.of("people", people, "by", day)).is(200);
    assertThat(ask("GET", reviewer, circulations, null).is(200).body().get("items")).hasSize(1);
    JsonNode line = ask("GET", reviewer, circulations, null).is(200).body().get("items").get(0);
    assertThat(line.get("person").asString()).isEqualTo(member.toString());
    assertThat(line.get("by").asString()).isEqualTo(day);
    ask("POST", reviewer, circulations, Map.of("people", people, "by", "2020-01-01")).is(400);
    ask("POST", reviewer, circulations, Map.of("people", List.of())).is(400);
    ask(
            "POST",
            reviewer,
            circulations,
            Map.of(
                "people",
                java.util.stream.IntStream.range(0, 201)
                    .mapToObj(_ -> PersonId.create().toString())
                    .toList()))
        .is(400);
    ask("GET", witness, circulations, null).is(404);
  }

  @Test
  void whatIsNoPaperIsNotFoundHere() {
    String item = document("x").get("item").asString();
    String path = "/api/evidence/papers/" + item;

    for (String each :
        List.of("", "/draft", "/versions/1", "/versions/1/pdf", "/comparison?from=1&to=1")) {
      ask("GET", reviewer, path + each, null).is(404);
    }
    ask("POST", reviewer, path + "/draft", null).is(404);
    ask("POST", reviewer, path + "/versions/1/comments", Map.of("text", "x")).is(404);
    ask("GET", reviewer, "/api/evidence/papers/" + ItemId.create(), null).is(404);
    ask("GET", reviewer, "/api/evidence/papers/x", null).is(404);
  }

  private static String id(String paper) {
    return paper.substring(paper.lastIndexOf('/') + 1);
  }
}
