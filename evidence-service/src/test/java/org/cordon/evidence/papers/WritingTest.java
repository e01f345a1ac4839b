package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WritingTest extends PaperTest {
  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
  }

  @Test
  void aPaperIsBegunWithADraftThatIsRegisteredAsOne() {
    String paper = begin(PaperKind.NARRATIVE);

    JsonNode draft = draft(paper);
    assertThat(ACCESS.isDraft(draft.get("version").asString())).isTrue();
    assertThat(draft.get("title").asString()).isEqualTo("A title");
    assertThat(draft.get("number").asInt()).isEqualTo(1);
    assertThat(draft.get("revision").asInt()).isEqualTo(1);
    assertThat(draft.get("passages")).isEmpty();
    assertThat(draft.get("sources")).isEmpty();
    JsonNode detail = ask("GET", reviewer, paper, null).is(200).body();
    assertThat(detail.get("may").valueStream().map(JsonNode::asString))
        .containsExactly("write", "freeze");
    assertThat(detail.get("versions")).isEmpty();
  }

  @Test
  void beginningIsRepeatedWithoutASecondPaper() {
    Map<String, String> body = Map.of("kind", "FINDING", "title", "The same");
    Map<String, String> key = Map.of("Idempotency-Key", someKey());

    JsonNode one = ask("POST", reviewer, papers(), body, key).is(201).body();
    JsonNode other = ask("POST", reviewer, papers(), body, key).is(201).body();

    assertThat(other).isEqualTo(one);
    assertThat(ask("GET", reviewer, papers(), null).is(200).body().get("items")).hasSize(1);
  }

  @Test
  void aBeginningThatAccessServiceDidNotHearOfIsMadeGoodByItsRepetition() {
    Map<String, String> body = Map.of("kind", "FINDING", "title", "Cut off");
    Map<String, String> key = Map.of("Idempotency-Key", someKey());
    ACCESS.refuseLabels(true);
    try {
      ask("POST", reviewer, papers(), body, key).is(503);
    } finally {
      ACCESS.refuseLabels(false);
    }
    assertThat(ask("GET", reviewer, papers(), null).is(200).body().get("items")).isEmpty();

    JsonNode begun = ask("POST", reviewer, papers(), body, key).is(201).body();

    draft("/api/evidence/papers/" + begun.get("id").asString());
  }

  @Test
  void passagesAreAddedPlacedTakenOutAndRestored() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode first = addPassage(paper, "first");
    JsonNode third = addPassage(paper, "third");
    addPassage(
        paper, Map.of("kind", "PARAGRAPH", "text", "second", "after", first.get("id").asString()));
    assertThat(texts(draft(paper))).containsExactly("first", "second", "third");

    String path = paper + "/draft/passages/" + third.get("id").asString();
    ask("POST", reviewer, path + "/place", "{\"after\":null}").is(204);
    assertThat(texts(draft(paper))).containsExactly("third", "first", "second");

    ask("DELETE", reviewer, path, null, Map.of("If-Match", "\"1\"")).is(204);
    ask("DELETE", reviewer, path, null, Map.of("If-Match", "\"1\"")).is(204);
    assertThat(texts(draft(paper))).containsExactly("first", "second");
    save(reviewer, paper, third, "too late").is(412);
    ask("POST", reviewer, path + "/place", "{}").is(404);

    Answer restored = ask("POST", reviewer, path + "/restore", null).is(200);
    assertThat(restored.tag()).isEqualTo("\"3\"");
    assertThat(texts(draft(paper))).containsExactly("first", "second", "third");
    JsonNode revisions = ask("GET", reviewer, path + "/revisions", null).is(200).body();
    assertThat(revisions.get("items").valueStream().map(it -> it.get("removed").asBoolean()))
        .containsExactly(false, true, false);
  }

  @Test
  void everySavedStateIsKeptAndCanBePutBack() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "one");
    String id = passage.get("id").asString();
    save(reviewer, paper, id, 1, "two").is(200);
    save(colleague, paper, id, 2, "three").is(200);

    String path = paper + "/draft/passages/" + id;
    JsonNode page = ask("GET", reviewer, path + "/revisions?limit=2", null).is(200).body();
    assertThat(page.get("items").valueStream().map(it -> it.get("text").asString()))
        .containsExactly("three", "two");
    JsonNode rest =
        ask("GET", reviewer, path + "/revisions?after=" + page.get("next").asString(), null)
            .is(200)
            .body();
    assertThat(rest.get("items").valueStream().map(it -> it.get("text").asString()))
        .containsExactly("one");

    ask("POST", reviewer, path + "/restore", Map.of("revision", 1)).is(200);
    assertThat(texts(draft(paper))).containsExactly("one");
    ask("POST", reviewer, path + "/restore", Map.of("revision", 99)).is(404);
  }

  @Test
  void ofTwoWhoChangeTheSamePassageTheSecondIsTold() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "as it was");

    Answer first = save(reviewer, paper, passage, "one's").is(200);
    assertThat(first.tag()).isEqualTo("\"2\"");
    save(colleague, paper, passage, "another's").is(412);
    save(colleague, paper, passage, "one's").is(412);

    // The answer was lost: one's own save is repeated.
    assertThat(save(reviewer, paper, passage, "one's").is(200).body()).isEqualTo(first.body());
    ask(
            "PUT",
            reviewer,
            paper + "/draft/passages/" + passage.get("id").asString(),
            Map.of("kind", "PARAGRAPH", "text", "x"))
        .is(428);
    ask(
            "PUT",
            reviewer,
            paper + "/draft/passages/" + passage.get("id").asString(),
            Map.of("kind", "PARAGRAPH", "text", "x"),
            Map.of("If-Match", "*"))
        .is(412);
    assertThat(texts(draft(paper))).containsExactly("one's");
  }

  @Test
  void addingIsRepeatedWithoutASecondPassage() {
    String paper = begin(PaperKind.NARRATIVE);
    Map<String, String> passage = Map.of("kind", "PARAGRAPH", "text", "once \u202E");
    Map<String, String> key = Map.of("Idempotency-Key", someKey());

    Answer one = ask("POST", reviewer, paper + "/draft/passages", passage, key).is(201);
    Answer other = ask("POST", reviewer, paper + "/draft/passages", passage, key).is(201);

    assertThat(other.body()).isEqualTo(one.body());
    assertThat(one.body().get("cleaned").asInt()).isEqualTo(1);
    assertThat(texts(draft(paper))).containsExactly("once");
    ask("POST", reviewer, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "x"), key)
        .is(409);
  }

  @Test
  void theTitleHasARevisionOfItsOwn() {
    String paper = begin(PaperKind.NARRATIVE);
    addPassage(paper, "a passage");

    Map<String, String> seen = Map.of("If-Match", "\"1\"");
    Map<String, String> wanted = Map.of("title", "Another title");
    Answer titled = ask("PUT", reviewer, paper + "/draft/title", wanted, seen).is(200);
    assertThat(titled.tag()).isEqualTo("\"2\"");
    ask("PUT", reviewer, paper + "/draft/title", wanted, seen).is(200);
    ask("PUT", colleague, paper + "/draft/title", Map.of("title", "A third"), seen).is(412);
    ask("PUT", reviewer, paper + "/draft/title", wanted).is(428);
    ask("PUT", reviewer, paper + "/draft/title", Map.of("title", "x".repeat(301)), seen).is(400);
    assertThat(draft(paper).get("title").asString()).isEqualTo("Another title");
  }
}
