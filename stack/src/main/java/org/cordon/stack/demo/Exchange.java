package org.cordon.stack.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cordon.stack.processes.Pause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request and its answer as JSON. What may pass by itself (no connection, 401 once, 429, 502 to
 * 504) is tried again, with pauses that add up to a minute and a half; every other refusal is a
 * {@link DemoFailure} at once.
 */
final class Exchange implements AutoCloseable {
  private static final int ATTEMPTS = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * @param what for the message of a failure
   * @param request made anew for every attempt
   * @param unauthorised runs before the second attempt when the first was answered 401
   */
  JsonNode send(String what, Supplier<HttpRequest> request, Runnable unauthorised) {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == ATTEMPTS;
      var answer = answer(what, request.get(), last);
      if (answer.isPresent()) {
        int status = answer.get().statusCode();
        if (status / 100 == 2) {
          return body(what, answer.get());
        }
        boolean again = status == 401 ? !renewed : PASSING.contains(status);
        if (last || !again) {
          throw refused(what, answer.get());
        }
        if (status == 401) {
          renewed = true;
          unauthorised.run();
        }
      }
      Pause.of(pause(answer, attempt));
    }
  }

  private Optional<HttpResponse<String>> answer(String what, HttpRequest request, boolean last) {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      if (last) {
        throw new DemoFailure(what + ": no answer from " + request.uri(), e);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure(what + ": interrupted", e);
    }
  }

  /** A quarter of a second, doubled each time, unless the answer asks for more. */
  private static Duration pause(Optional<HttpResponse<String>> answer, int attempt) {
    var asked =
        answer
            .flatMap(found -> found.headers().firstValue("Retry-After"))
            .filter(seconds -> seconds.matches("\\d{1,4}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(Duration.ZERO);
    var ours = Duration.ofMillis(125L << Math.min(attempt, 8));
    var longer = asked.compareTo(ours) > 0 ? asked : ours;
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private static JsonNode body(String what, HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new DemoFailure(what + ": the answer is not JSON", e);
    }
  }

  private static DemoFailure refused(String what, HttpResponse<String> answer) {
    var text = answer.body().strip();
    var shown = text.length() > 400 ? text.substring(0, 400) + "…" : text;
    return new DemoFailure("%s: answered %d. %s".formatted(what, answer.statusCode(), shown));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
