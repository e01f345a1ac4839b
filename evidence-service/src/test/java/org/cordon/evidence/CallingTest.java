package org.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls the service with JSON. */
public abstract class CallingTest extends EvidenceTest {

  protected static HttpResponse<String> call(
      PersonId person, HttpRequest.Builder request, String method, String body) {
    return send(
        request
            .header("Authorization", "Bearer " + token(person))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  protected HttpResponse<String> post(PersonId person, String path, String body) {
    return call(person, HttpRequest.newBuilder(at(path)), "POST", body);
  }

  protected HttpResponse<String> postOnce(PersonId person, String key, String path, String body) {
    return call(
        person, HttpRequest.newBuilder(at(path)).header("Idempotency-Key", key), "POST", body);
  }

  protected HttpResponse<String> matched(
      PersonId person, String method, String path, @Nullable String ifMatch, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return call(person, request, method, body);
  }

  /** The body of an answer with that status. */
  protected static JsonNode body(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JSON.readTree(response.body());
  }

  /** The field that was refused. */
  protected static String refusedField(HttpResponse<String> response) {
    return body(400, response).get("errors").get(0).get("field").asString();
  }

  /** What was asked for a person since a moment, without the names of the entries. */
  protected static List<String> askedSince(int moment, PersonId person) {
    return ACCESS.asked().stream()
        .skip(moment)
        .filter(question -> question.startsWith(person.toString()))
        .map(question -> question.substring(37, question.indexOf(" -> ")))
        .toList();
  }
}
