package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A case in which two reviewers write and a witness is walled off where a test says so. */
abstract class PaperTest extends EvidenceTest {
  protected final PersonId colleague = PersonId.create();
  protected final PersonId witness = PersonId.create();

  @BeforeEach
  void permit() {
    for (PersonId writer : List.of(reviewer, colleague)) {
      ACCESS.permit(writer, caseId);
      for (String action :
          List.of("writePapers", "manageMeetings", "managePreparation", "comment", "readPeople")) {
        ACCESS.permit(writer, action, caseId);
      }
    }
    ACCESS.permit(witness, caseId);
    ACCESS.permit(witness, "comment", caseId);
  }

  /** An answer with its body, when it has one. */
  protected record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode body() {
      return JSON.readTree(response.body());
    }

    String tag() {
      return response.headers().firstValue("ETag").orElseThrow();
    }

    Answer is(int status) {
      if (status() != status) {
        throw new AssertionError("answered " + status() + " " + response.body());
      }
      return this;
    }
  }

  protected Answer ask(String method, PersonId person, String path, @Nullable Object body) {
    return ask(method, person, path, body, Map.of());
  }

  protected Answer ask(
      String method,
      PersonId person,
      String path,
      @Nullable Object body,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + token(person))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return new Answer(send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** Begins a paper and returns its path. */
  protected String begin(PaperKind kind) {
    Answer begun =
        ask("POST", reviewer, papers(), Map.of("kind", kind.name(), "title", "A title")).is(201);
    return "/api/evidence/papers/" + begun.body().get("id").asString();
  }

  protected String papers() {
    return "/api/evidence/cases/" + caseId + "/papers";
  }

  protected JsonNode addPassage(String paper, String text) {
    return addPassage(paper, Map.of("kind", "PARAGRAPH", "text", text));
  }

  protected JsonNode addPassage(String paper, Map<String, ?> passage) {
    return ask("POST", reviewer, paper + "/draft/passages", passage).is(201).body();
  }

  protected Answer save(PersonId person, String paper, JsonNode passage, String text) {
    return save(person, paper, passage.get("id").asString(), passage.get("revision").asInt(), text);
  }

  protected Answer save(PersonId person, String paper, String passage, int revision, String text) {
    return ask(
        "PUT",
        person,
        paper + "/draft/passages/" + passage,
        Map.of("kind", "PARAGRAPH", "text", text),
        Map.of("If-Match", "\"" + revision + "\""));
  }

  protected JsonNode draft(String paper) {
    return ask("GET", reviewer, paper + "/draft", null).is(200).body();
  }

  protected List<String> texts(JsonNode holder) {
    return holder.get("passages").valueStream().map(it -> it.get("text").asString()).toList();
  }

  protected JsonNode freeze(String paper) {
    return ask("POST", reviewer, paper + "/versions", Map.of("opened", List.of())).is(201).body();
  }

  protected VersionId draftVersion(String paper) {
    return VersionId.from(draft(paper).get("version").asString());
  }

  /** A document of the case whose text is read. */
  protected JsonNode document(String text) {
    JsonNode receipt = add("source.txt", utf8(text));
    awaitState(receipt);
    return receipt;
  }

  protected Map<String, Object> citing(String text, JsonNode receipt, String quote) {
    return Map.of(
        "kind",
        "PARAGRAPH",
        "text",
        text,
        "citations",
        List.of(Map.of("version", receipt.get("version").asString(), "quote", quote)));
  }

  protected static String someKey() {
    return UUID.randomUUID().toString();
  }

  /** Two answers that nobody can tell apart. */
  protected static void assertSame(Answer one, Answer other) {
    assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
    assertThat(one.response().body()).isEqualTo(other.response().body());
    assertThat(names(one)).isEqualTo(names(other));
  }

  private static List<String> names(Answer answer) {
    return answer.response().headers().map().keySet().stream().sorted().toList();
  }
}
