package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.cordon.platform.ids.ItemId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HiddenPapersTest extends PaperTest {
  @Test
  void walledAndAbsentAnswerAlikeAndAreAskedForAlike_rule2() throws ExecutionException {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "x");
    String other = "/api/evidence/papers/" + ItemId.create();
    ACCESS.wall(witness, draftVersion(paper));
    String under = "/draft/passages/" + passage.get("id").asString();
    Map<String, Object> plain = Map.of("kind", "PARAGRAPH", "text", "x");
    Map<String, Map<String, Object>> requests = new HashMap<>();
    requests.put("GET ", Map.of());
    requests.put("GET /draft", Map.of());
    requests.put("POST /draft", Map.of());
    requests.put("PUT /draft/title", Map.of("title", "x"));
    requests.put("GET /draft/closed", Map.of());
    requests.put("GET /draft/opened", Map.of());
    requests.put("POST /draft/passages", plain);
    requests.put("PUT " + under, plain);
    requests.put("DELETE " + under, Map.of());
    requests.put("POST " + under + "/place", Map.of());
    requests.put("POST " + under + "/restore", Map.of());
    requests.put("GET " + under + "/revisions", Map.of());
    requests.put("POST /versions", Map.of());
    requests.put("GET /versions/1", Map.of());
    requests.put("GET /versions/1/pdf", Map.of());
    requests.put("GET /versions/1/docx", Map.of());
    requests.put("GET /comparison?from=1&to=draft", Map.of());
    requests.put("POST /versions/1/comments", Map.of("text", "x"));
    requests.put("GET /versions/1/comments", Map.of());
    requests.put("POST /versions/1/circulations", Map.of("people", List.of(witness.toString())));
    requests.put("GET /versions/1/circulations", Map.of());
    for (int frozen = 0; frozen < 2; frozen++) {
      requests.forEach((request, body) -> {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);
        Object sent = method.equals("GET") || method.equals("DELETE") ? null : body;
        Map<String, String> match = Map.of("If-Match", "\"1\"");
        int start = ACCESS.asked().size();
        Answer walled = ask(method, witness, paper + path, sent, match);
        int middle = ACCESS.asked().size();
        Answer absent = ask(method, witness, other + path, sent, match);
        int end = ACCESS.asked().size();
        try {
          assertSame(walled, absent);
          assertThat(questions(start, middle)).isEqualTo(questions(middle, end)).hasSize(1);
        } catch (AssertionError e) {
          throw new AssertionError(request + ": " + e.getMessage(), e);
        }
      });
      if (frozen == 0) {
        freeze(paper);
      }
    }
  }

  /** Who asked for which action, without the resource. */
  private static List<String> questions(int from, int to) {
    return ACCESS.asked().subList(from, to).stream()
        .map(it -> it.substring(0, it.indexOf(' ', it.indexOf(' ') + 1)))
        .toList();
  }

  @Test
  void whoMayReadButNotWriteCannotWrite() {
    String paper = begin(PaperKind.NARRATIVE);
    JsonNode passage = addPassage(paper, "x");

    assertThat(ask("GET", witness, paper + "/draft", null).status()).isEqualTo(200);
    ask("POST", witness, paper + "/draft/passages", Map.of("kind", "PARAGRAPH", "text", "y"))
        .is(404);
    save(witness, paper, passage, "y").is(404);
    ask("POST", witness, papers(), Map.of("kind", "NARRATIVE", "title", "x")).is(404);
    ask("POST", witness, paper + "/versions", Map.of()).is(404);
    assertThat(texts(draft(paper))).containsExactly("x");
  }
}
