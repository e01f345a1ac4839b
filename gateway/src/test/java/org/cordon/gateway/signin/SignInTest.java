package org.cordon.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.GatewayUnderTest;
import org.cordon.gateway.testing.Samples;
import org.cordon.gateway.testing.StubProvider;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

class SignInTest extends GatewayTest {

  @Test
  void theStartPageSaysWhatCordonIsAndOffersToSignIn() {
    Browser.Page page = browser.get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("h1")).isEqualTo("Evidence for case reviews, kept apart");
    assertThat(page.document().select("a.govuk-button--start").attr("href"))
        .isEqualTo("/oauth2/authorization/cordon");
    assertThat(page.header("Set-Cookie")).as("nobody gets a session by looking").isEmpty();
  }

  @Test
  void aPageAsksForSigningInAndComesBackToItself() {
    Browser.Page first = browser.get("/cases/" + Samples.CASE);
    assertThat(first.status()).isEqualTo(302);
    assertThat(first.header("Location")).isEqualTo("/oauth2/authorization/cordon");

    Browser.Page authorization = browser.get("/oauth2/authorization/cordon");
    assertThat(authorization.header("Location"))
        .startsWith(GatewayUnderTest.ADDRESS + "/auth/realms/cordon/protocol/openid-connect/auth?")
        .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=");

    Browser.Page page = browser.follow("/cases/" + Samples.CASE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().uri().getPath()).isEqualTo("/cases/" + Samples.CASE);
    assertThat(page.text(".cordon-header__who")).isEqualTo("Signed in as Asha Rowe");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie = browser.get("/cases").header("Set-Cookie");

    assertThat(cookie).startsWith("cordon-session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void signingInGivesTheSessionAnotherName() {
    browser.get("/cases");
    String before = browser.cookie("cordon-session");
    browser.signIn();

    assertThat(browser.cookie("cordon-session")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void theBrowserNeverHoldsAToken() {
    Browser.Page page = browser.signIn();

    assertThat(page.body()).doesNotContain("eyJ");
    assertThat(browser.cookie("cordon-session")).hasSizeLessThan(100);
  }

  @Test
  void anExpiredTokenIsRefreshedInSilence() {
    provider.tokenLifetime(1);
    browser.signIn();
    provider.tokenLifetime(300);

    assertThat(browser.get("/cases").status()).isEqualTo(200);
    assertThat(provider.seen()).anyMatch(seen -> seen.body().contains("grant_type=refresh_token"));
  }

  @Test
  void whenRefreshingIsRefusedThePersonSignsInAgainAndComesBack() {
    provider.tokenLifetime(1);
    browser.signIn();
    provider.refresh(StubProvider.Refresh.REFUSED);
    provider.tokenLifetime(300);

    Browser.Page away = browser.get("/cases/" + Samples.CASE + "/people");
    assertThat(away.status()).isEqualTo(302);
    assertThat(away.header("Location")).isEqualTo("/oauth2/authorization/cordon");

    Browser.Page back = browser.follow("/oauth2/authorization/cordon");
    assertThat(back.response().uri().getPath()).isEqualTo("/cases/" + Samples.CASE + "/people");
    assertThat(back.status()).isEqualTo(200);
  }

  @Test
  void whenRefreshingIsRefusedAProgramInTheSessionIsToldSoWithoutARedirect() {
    provider.tokenLifetime(1);
    browser.signIn();
    provider.refresh(StubProvider.Refresh.REFUSED);

    Browser.Page page = browser.get("/api/access/me");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void whileTheProviderIsBrokenNothingIsShownAndTheSessionStays() {
    provider.tokenLifetime(1);
    browser.signIn();
    provider.refresh(StubProvider.Refresh.BROKEN);

    Browser.Page page = browser.get("/cases");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text("main"))
        .contains("Cordon cannot check what you may see, so it shows nothing. Your work is safe.");

    provider.refresh(StubProvider.Refresh.WORKS);
    assertThat(browser.get("/cases").status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionHereAndAtTheProvider() {
    browser.signIn();
    Browser.Page out = browser.post("/cases", "/sign-out", Map.of());

    assertThat(out.status()).isEqualTo(302);
    assertThat(out.header("Location"))
        .startsWith(GatewayUnderTest.ADDRESS + "/auth/realms/cordon/protocol/openid-connect/logout")
        .contains("id_token_hint=", "post_logout_redirect_uri=");
    assertThat(browser.get("/cases").status()).isEqualTo(302);
    String path = out.header("Location").substring(GatewayUnderTest.ADDRESS.length());
    Browser.Page end = browser.follow(path);
    assertThat(end.response().uri().getPath()).isEqualTo("/signed-out");
    assertThat(end.text("h1")).isEqualTo("You have signed out");
  }

  @Test
  void aFormWithoutItsTokenIsRefusedOnAPage() {
    browser.signIn();
    Browser.Page page = browser.postAsIs("/sign-out", Map.of());

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text("h1")).isEqualTo("Your session has ended");
    assertThat(browser.get("/cases").status()).as("still signed in").isEqualTo(200);
  }

  @Test
  void signingInThatFailsSaysSoOnTheStartPage() {
    Browser.Page page = browser.follow("/login/oauth2/code/cordon?code=x&state=invented");

    assertThat(page.response().uri().getPath()).isEqualTo("/");
    assertThat(page.text(".govuk-error-summary")).contains("You are not signed in");
  }

  @Test
  void anAccountWithoutAPersonIsToldWhatToDo() {
    neighbours
        .services()
        .removeStub(WireMock.get(WireMock.urlPathEqualTo("/api/access/me")).build());
    neighbours
        .services()
        .stubFor(
            WireMock.get(WireMock.urlPathEqualTo("/api/access/me"))
                .willReturn(WireMock.aResponse().withStatus(404)));
    Browser.Page page = browser.signIn();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("h1")).contains("not linked to a person");
  }

  @Test
  void pagesCarryTheHeadersThatBindABrowser() {
    for (String path : List.of("/", "/cases", "/nothing/here")) {
      Browser.Page page = browser.follow(path);
      assertThat(page.header("Content-Security-Policy"))
          .as(path)
          .isEqualTo(ResponseHeaders.CONTENT_SECURITY_POLICY)
          .doesNotContain("unsafe");
      assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
      assertThat(page.header("Permissions-Policy")).contains("camera=()");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(page.header("Cache-Control")).contains("no-store");
      assertThat(page.header("Strict-Transport-Security")).as("only on TLS").isEmpty();
    }
  }

  @Test
  void noPageHasScriptOrStyleWrittenIntoIt() {
    browser.signIn();
    for (String path :
        List.of("/cases", "/cases/" + Samples.CASE, "/items/" + Samples.ITEM, "/search?q=x")) {
      var document = browser.get(path).document();
      assertThat(document.select("script:not([src]), style, [style], [onclick], [onload]"))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void whoeverComesByAnotherNameIsSentToThePublicAddressToSignIn() {
    var address = new PublicAddress(URI.create("https://cordon.example/"));
    var request = new MockHttpServletRequest();
    request.addHeader("Host", "127.0.0.1:8080");

    assertThat(address.from(request, "/x")).isEqualTo("https://cordon.example/x");
    request.removeHeader("Host");
    request.addHeader("Host", "cordon.example");
    assertThat(address.from(request, "/x")).isEqualTo("/x");
  }

  @Test
  void onTlsTheCookieIsBoundToTheHostAndToSecureConnections() {
    var address = new PublicAddress(URI.create("https://cordon.example"));
    var serializer = new SessionConfiguration().sessionCookie(address);
    var response = new MockHttpServletResponse();
    serializer.writeCookieValue(
        new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "id"));

    assertThat(String.valueOf(response.getHeader("Set-Cookie")))
        .startsWith("__Host-cordon-session=")
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
  }
}
