package org.cordon.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public final class Answer {
  /** What may differ between two answers that tell nothing apart: when, and on which connection. */
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "keep-alive");

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(HttpResponse<byte[]> response) {
    this.status = response.statusCode();
    this.headers = response.headers();
    this.body = response.body();
  }

  public int status() {
    return status;
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The first value of a header; empty when it is missing. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** Fails, showing the answer, unless the status is this one. */
  public Answer require(int expected) {
    assertThat(status).as("%s", this).isEqualTo(expected);
    return this;
  }

  /** Fails unless this is a problem document (RFC 9457) of that status, whole in itself. */
  public JsonNode requireProblem(int expected) {
    require(expected);
    assertThat(header("Content-Type")).as("%s", this).startsWith("application/problem+json");
    var problem = json();
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("type").asString()).startsWith("/problems/");
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString())
        .isNotBlank()
        .doesNotContain("Exception", "org.", "java.", "SQL");
    return problem;
  }

  /** Status, headers and body as one text that two answers share when nothing tells them apart. */
  public String wholly() {
    var lines = new TreeMap<String, Object>();
    headers
        .map()
        .forEach((name, values) -> {
          var lower = name.toLowerCase(Locale.ROOT);
          if (!OF_THE_MOMENT.contains(lower)) {
            lines.put(lower, values);
          }
        });
    return status + "\n" + lines + "\n" + new String(body, StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    var shown = text();
    return status + " " + (shown.length() > 600 ? shown.substring(0, 600) + " ..." : shown);
  }
}
