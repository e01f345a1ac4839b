package org.cordon.gateway.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.Samples;
import org.cordon.gateway.testing.StubProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutesTest extends GatewayTest {
  private static final String ME = "/api/access/me";

  @Test
  void aBearerTokenIsPassedOnAndNoCookieOfTheBrowserIs() {
    String token = provider.accessToken("cordon", 60);
    Browser.Page page =
        browser.send(
            browser
                .request(ME)
                .header("Authorization", "Bearer " + token)
                .header("Cookie", "cordon-session=x; other=y")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .GET());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Set-Cookie")).isEmpty();
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(ME))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withoutHeader("Cookie")
                .withoutHeader("X-Forwarded-For")
                .withoutHeader("Forwarded"));
  }

  @Test
  void aSessionsTokenIsRelayedAndTheCookieStaysHere() {
    browser.signIn();
    neighbours.services().resetRequests();

    assertThat(browser.get(ME).status()).isEqualTo(200);
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(ME))
                .withHeader("Authorization", matching("Bearer eyJ.+"))
                .withoutHeader("Cookie")
                .withoutHeader("X-CSRF-TOKEN"));
  }

  @Test
  void withoutAGoodTokenTheApiAnswersAProblemAndNeverARedirect() {
    Map<String, String> tokens = new TreeMap<>();
    tokens.put("missing", "");
    tokens.put("expired", "Bearer " + provider.accessToken("cordon", -120));
    tokens.put("for another audience", "Bearer " + provider.accessToken("elsewhere", 60));
    tokens.put("garbage", "Bearer not.a.token");
    tokens.put("lower case", "bearer " + provider.accessToken("elsewhere", 60));
    tokens.put("another scheme", "Basic dXNlcjpwYXNzd29yZA==");
    try (var stranger = new StubProvider("https://elsewhere.example/auth/realms/cordon")) {
      tokens.put("another issuer", "Bearer " + stranger.accessToken("cordon", 60));
    }
    tokens.forEach((what, header) -> {
      HttpRequest.Builder request = browser.request(ME).header("Accept", "text/html").GET();
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      Browser.Page page = browser.send(request);
      assertThat(page.status()).as(what).isEqualTo(401);
      assertThat(page.header("Content-Type")).as(what).isEqualTo("application/problem+json");
      assertThat(page.header("WWW-Authenticate")).as(what).isEqualTo("Bearer");
      assertThat(page.body()).as(what).contains("/problems/unauthenticated");
    });
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo(ME)));
  }

  @Test
  void changingSomethingInASessionTakesTheTokenOfThePage() {
    neighbours
        .services()
        .stubFor(post("/api/access/cases").willReturn(okJson("{}").withStatus(201)));
    browser.signIn();

    Browser.Page without = postCase(null);
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.header("Content-Type")).isEqualTo("application/problem+json");
    neighbours.services().verify(0, postRequestedFor(urlPathEqualTo("/api/access/cases")));

    assertThat(postCase(browser.token("/cases")).status()).isEqualTo(201);
  }

  private Browser.Page postCase(@Nullable String token) {
    HttpRequest.Builder request =
        browser
            .request("/api/access/cases")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "one")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    if (token != null) {
      request.header("X-CSRF-TOKEN", token);
    }
    return browser.send(request);
  }

  @Test
  void changingSomethingWithABearerTokenTakesNoTokenOfAPage() {
    neighbours
        .services()
        .stubFor(post("/api/access/cases").willReturn(okJson("{}").withStatus(201)));
    Browser.Page page =
        browser.send(
            browser
                .request("/api/access/cases")
                .header("Authorization", "Bearer " + provider.accessToken("cordon", 60))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reference\":\"R\"}")));

    assertThat(page.status()).isEqualTo(201);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo("/api/access/cases"))
                .withHeader("Idempotency-Key", equalTo("k-1"))
                .withRequestBody(equalTo("{\"reference\":\"R\"}")));
  }

  @Test
  void theDoorsOfTheServicesAreNotRouted() {
    String token = "Bearer " + provider.accessToken("cordon", 60);
    for (String path :
        List.of(
            "/internal/labels/x",
            "/internal",
            "/access/v1/evaluation",
            "/actuator",
            "/actuator/env",
            "/actuator/health",
            "/actuator/health/liveness",
            "/api/nothing",
            "/api/accessible",
            "/v3/api-docs",
            "/auth",
            "/auth/",
            "/auth/admin/",
            "/auth/admin/realms/cordon",
            "/auth/realms/master/protocol/openid-connect/auth",
            "/auth/realms/cordonx/account",
            "/auth/metrics",
            "/auth/health")) {
      for (String how : List.of(token, "")) {
        HttpRequest.Builder request = browser.request(path).GET();
        if (!how.isEmpty()) {
          request.header("Authorization", how);
        }
        assertThat(browser.send(request).status())
            .as(path + " " + how.length())
            .isIn(path.startsWith("/api") && how.isEmpty() ? List.of(401) : List.of(404, 302));
      }
    }
    assertThat(provider.seen())
        .extracting(StubProvider.Seen::path)
        .noneMatch(path -> path.contains("admin") || path.contains("master"));
    assertThat(neighbours.services().getAllServeEvents()).isEmpty();
  }

  @Test
  void noSpellingOfAPathLeadsAroundTheRoutes() {
    for (String path :
        List.of(
            "/auth/realms/cordon/../master/account",
            "/auth/realms/cordon/%2e%2e/master/account",
            "/auth/realms/cordon/..;/master/account",
            "/auth/realms/cordon/%2e%2e%2fmaster/account",
            "/auth/resources/..%5cadmin",
            "/auth//admin/",
            "/api/access/../../internal/labels/x",
            "/api/access/%2e%2e/%2e%2e/internal/x",
            "/api/access/..;/..;/internal/x")) {
      Browser.Page page = browser.send(raw(path));
      assertThat(page.status()).as(path).isIn(400, 404, 302, 401);
    }
    assertThat(provider.seen())
        .extracting(StubProvider.Seen::path)
        .noneMatch(path -> path.contains("admin") || path.contains("master"));
    assertThat(neighbours.services().getAllServeEvents()).isEmpty();
  }

  @Test
  void whatTheContainerRefusesIsAProblemWithoutItsBanner() {
    Browser.Page page = browser.send(raw("/api/evidence/..%2f..%2finternal/changes"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(page.body()).doesNotContain("Tomcat", "<html");
  }

  private HttpRequest.Builder raw(String path) {
    return browser
        .request(path)
        .header("Authorization", "Bearer " + provider.accessToken("cordon", 60))
        .GET();
  }

  @Test
  void keycloakGetsItsOwnCookiesAndTheRightAddressAndNeverOurSession() {
    browser.signIn();
    provider.reset();
    Browser.Page page =
        browser.send(
            browser
                .request("/auth/realms/cordon/login-actions/authenticate?x=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-For", "203.0.113.9")
                .POST(HttpRequest.BodyPublishers.ofString("username=a&password=b%26c")));

    assertThat(page.status()).isEqualTo(200);
    StubProvider.Seen seen = provider.seen().getFirst();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(seen.headers());
    assertThat(seen.body()).isEqualTo("username=a&password=b%26c");
    assertThat(headers.get("Cookie")).containsExactly("KEYCLOAK_SESSION=kept");
    assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
    assertThat(headers.get("X-Forwarded-Host")).singleElement().asString().startsWith("localhost:");
    assertThat(headers.get("X-Forwarded-Port")).hasSize(1);
    assertThat(headers).doesNotContainKey("Forwarded");
  }

  @Test
  void aServiceThatDoesNotAnswerIsAProblemForProgramsAndAPageForPeople() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo("/api/search"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    browser.signIn();

    Browser.Page program = browser.get("/api/search?q=x");
    assertThat(program.status()).isEqualTo(503);
    assertThat(program.body()).contains("/problems/unavailable");
    Browser.Page page = browser.get("/search?q=x");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text("main")).contains("it shows nothing. Your work is safe.");
  }

  @Test
  void whatAServiceRefusesIsPassedOnAsItIs() {
    Browser.Page page =
        browser.send(
            browser
                .request("/api/evidence/items/" + Samples.CASE)
                .header("Authorization", "Bearer " + provider.accessToken("cordon", 60))
                .GET());

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).isEqualTo(Neighbours.NOT_FOUND);
    assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void servicesMayNotSetCookiesAndMayTightenThePolicyOfTheirFiles() {
    neighbours
        .services()
        .stubFor(
            get(urlEqualTo("/api/evidence/items/i/versions/1/content"))
                .willReturn(
                    aResponse()
                        .withBody("bytes")
                        .withHeader("Set-Cookie", "sneaky=1")
                        .withHeader("Content-Disposition", "attachment; filename=\"a\"")
                        .withHeader("Content-Security-Policy", "sandbox; default-src 'none'")));
    Browser.Page page = browser.send(raw("/api/evidence/items/i/versions/1/content"));

    assertThat(page.body()).isEqualTo("bytes");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.header("Content-Disposition")).startsWith("attachment");
    assertThat(page.response().headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(page.response().headers().allValues("X-Content-Type-Options"))
        .containsExactly("nosniff");
  }

  @Test
  void theProbeAnswersOnThisMachineAndThroughNobodysProxy() {
    Browser.Page probe = browser.send(browser.request("/actuator/health/readiness").GET());
    assertThat(probe.status()).isEqualTo(200);
    assertThat(probe.body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(
            browser
                .send(
                    browser
                        .request("/actuator/health/readiness")
                        .header("X-Forwarded-For", "127.0.0.1")
                        .GET())
                .status())
        .isEqualTo(404);
  }

  @Test
  void theDescriptionsOfTheServicesAreGathered() {
    neighbours.json("/v3/api-docs", "{\"openapi\":\"3.1.0\"}");

    assertThat(browser.get("/api/docs").text("main")).contains("OpenAPI 3.1");
    assertThat(browser.get("/api/docs/evidence").status()).isEqualTo(401);
    assertThat(browser.send(raw("/api/docs/evidence")).body()).isEqualTo("{\"openapi\":\"3.1.0\"}");
  }
}
