package org.cordon.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.testing.TestIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = SmallService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.banner-mode=off",
      "spring.autoconfigure.exclude="
          + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
class ServiceSecurityTest {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final PersonId PERSON = PersonId.create();
  private static final String NOT_FOUND =
      """
      {"type":"/problems/not-found","title":"Not found","status":404,\
      "detail":"There is nothing here, or it is not open to you."}\
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void trust(DynamicPropertyRegistry registry) {
    ISSUER.register(registry);
  }

  @Test
  void aPersonIsKnownByTheClaimsOfTheirToken() {
    HttpResponse<String> answer =
        get("/api/small/whoami", ISSUER.person(PERSON, "Ann Other", OrganisationRole.AUDITOR));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(PERSON.toString(), "\"Ann Other\"", "\"ann.other\"", "[\"AUDITOR\"]");
  }

  static Stream<@Nullable String> tokensThatAreNone() {
    String good = ISSUER.person(PERSON, "Ann Other");
    return Stream.of(
        null,
        "nonsense",
        ISSUER.expired(PERSON),
        ISSUER.forAnotherAudience(PERSON),
        good.substring(0, good.length() - 8) + "AAAAAAAA",
        good.substring(0, good.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @MethodSource("tokensThatAreNone")
  void withoutAValidTokenTheAnswerIs401AndSaysNothingMore(@Nullable String token) {
    HttpResponse<String> answer = get("/api/small/whoami", token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.body()).contains("/problems/unauthenticated").doesNotContain("expired");
  }

  @Test
  void aTokenWithoutAPersonReadsNothing_rule1() {
    assertThat(get("/api/small/whoami", ISSUER.nobody()).body()).isEqualTo(NOT_FOUND);
  }

  @Test
  void aServiceIsNotAPersonAndAPersonIsNoService() {
    assertThat(get("/api/small/whoami", ISSUER.service("x")).body()).isEqualTo(NOT_FOUND);
    assertThat(get("/internal/small", ISSUER.person(PERSON, "A")).body()).isEqualTo(NOT_FOUND);
    assertThat(get("/internal/small", ISSUER.service("x")).body()).isEqualTo("for services");
  }

  @Test
  void absentForbiddenUnroutedAndMalformedAddressesAnswerTheSameBytes_rule2() {
    String token = ISSUER.person(PERSON, "A");

    assertThat(
            Stream.of(
                    "/api/small/items/" + ItemId.create(),
                    "/api/small/items/" + UUID.randomUUID(),
                    "/api/small/items/1-1-1-1-1",
                    "/api/small/items/x",
                    "/api/nowhere",
                    "/nowhere",
                    "/internal/nowhere",
                    "/actuator/env")
                .map(path -> get(path, token))
                .map(answer -> answer.statusCode() + answer.body())
                .distinct())
        .containsExactly("404" + NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"name\":\"a\",\"count\":1,\"extra\":true}",
        "{\"name\":1,\"count\":1}",
        "{\"name\":\"a\",\"count\":\"1\"}",
        "{\"name\":\"a\"}",
        "{\"count\":1}",
        "{\"name\":\"eleven chars\",\"count\":1}",
        "{\"name\":\"a\",\"count\":1} {}"
      })
  void jsonThatDoesNotFitIsA400Problem(String body) {
    HttpResponse<String> answer =
        send(
            request("/api/small/named", ISSUER.person(PERSON, "A"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.cordon");
  }

  @Test
  void theFieldThatDidNotFitIsNamed() {
    HttpResponse<String> answer =
        send(
            request("/api/small/named", ISSUER.person(PERSON, "A"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"eleven chars\",\"count\":1}")));

    assertThat(answer.body())
        .contains("{\"field\":\"name\",\"message\":\"must have at most 10 characters.\"}");
  }

  @Test
  void whatTheFrameworkRefusesIsAProblemToo() {
    String token = ISSUER.person(PERSON, "A");

    assertThat(send(request("/api/small/whoami", token).DELETE()).statusCode()).isEqualTo(405);
    assertThat(
            send(request("/api/small/named", token)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("x")))
                .body())
        .contains("/problems/unsupported");
    assertThat(get("/api/small/list?limit=x", token).body()).contains("/problems/invalid", "limit");
    assertThat(get("/api/small/list?limit=201", token).statusCode()).isEqualTo(400);
    assertThat(get("/api/small/list?limit=0", token).statusCode()).isEqualTo(400);
    assertThat(get("/api/small/list?limit=200", token).body()).isEqualTo("200");
  }

  @Test
  void aFailureOfOursNeverShowsItsText() {
    String token = ISSUER.person(PERSON, "A");

    for (String path : new String[] {"/api/small/broken", "/api/small/tampered"}) {
      HttpResponse<String> answer = get(path, token);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("/problems/failed").doesNotContain("secret");
    }
  }

  @Test
  void whatTomcatItselfRefusesIsAProblemToo() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
      assertThat(answer).doesNotContain("Tomcat").doesNotContain("<html");
    }
  }

  private HttpResponse<String> get(String path, @Nullable String token) {
    return send(request(path, token).GET());
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
