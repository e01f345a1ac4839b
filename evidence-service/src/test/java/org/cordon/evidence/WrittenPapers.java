package org.cordon.evidence;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes papers of a case through the API, as one person. */
public final class WrittenPapers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String address;
  private final String token;
  private final CaseId caseId;

  public WrittenPapers(URI address, String token, CaseId caseId) {
    this.address = address.toString();
    this.token = token;
    this.caseId = caseId;
  }

  /** Lets somebody write papers of the case in the service next door. */
  public static void permit(AccessServiceNextDoor access, PersonId person, CaseId caseId) {
    access.permit(person, caseId);
    access.permit(person, "writePapers", caseId);
  }

  /** What was answered to a post. */
  public HttpResponse<String> post(String path, Map<String, ?> body, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The body of a post that created something. */
  public JsonNode created(String path, Map<String, ?> body) {
    HttpResponse<String> answer = post(path, body, null);
    if (answer.statusCode() != 201) {
      throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Begins a paper; its id. */
  public String paper(String kind, String title) {
    return begun(kind, title).get("id").asString();
  }

  /** Begins a paper. */
  public JsonNode begun(String kind, String title) {
    return created(
        "/api/evidence/cases/" + caseId + "/papers", Map.of("kind", kind, "title", title));
  }

  /** Adds a paragraph to a draft; its id. */
  public String passage(String paper, String section, String text, Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "PARAGRAPH");
    body.put("text", text);
    body.put("section", section);
    body.putAll(more);
    return created("/api/evidence/papers/" + paper + "/draft/passages", body).get("id").asString();
  }

  /** Freezes the draft; the version. */
  public JsonNode freeze(String paper) {
    return created("/api/evidence/papers/" + paper + "/versions", Map.of("opened", List.of()));
  }
}
