package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cordon.access.AnswerCheck;
import org.cordon.platform.testing.Material;
import org.cordon.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface over HTTP, on the decision point for the standard's own test sets. */
@SpringBootTest(
    classes = InteropService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cordon.decision-point.url=" + InteropTest.ADDRESS,
      "logging.level.org.cordon=WARN",
      "logging.level.com.networknt=ERROR",
      "management.endpoint.health.validate-group-membership=false",
      "spring.autoconfigure.exclude="
          + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
abstract class InteropTest {
  static final String ADDRESS = "https://pdp.example.org";
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<Integer, AnswerCheck> CHECKS = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  @Autowired JsonMapper json;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    ISSUER.register(registry);
    registry.add(
        "scenario", () -> Material.folder("authzen").resolve("todo/scenario.md").toString());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Authorization", "Bearer " + ISSUER.enforcementPoint("the-harness"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!String.join(" ", headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return fit("POST", send(request));
  }

  HttpResponse<String> get(String path) {
    return fit("GET", send(request(path).GET()));
  }

  /** Every answer is as the OpenAPI document says. */
  private HttpResponse<String> fit(String method, HttpResponse<String> answer) {
    AnswerCheck check =
        CHECKS.computeIfAbsent(
            port,
            _ ->
                new AnswerCheck(
                    send(request("/v3/api-docs")
                            .header("Authorization", "Bearer " + ISSUER.service("a-service"))
                            .GET())
                        .body()));
    assertThat(check.faults(method, answer)).as(answer.body()).isEmpty();
    return answer;
  }

  JsonNode read(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
