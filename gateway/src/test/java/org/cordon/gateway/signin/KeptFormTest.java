package org.cordon.gateway.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.cordon.gateway.testing.StubProvider;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

class KeptFormTest extends GatewayTest {
  private static final String ADD = "/cases/" + Samples.CASE + "/people/add";
  private static final Map<String, String> TYPED =
      Map.of(
          "person",
          Samples.THIRD,
          "name",
          "Maud Ferris & Co",
          "agency",
          "",
          "roles",
          "BOARD_MEMBER");

  /** Sends what was typed at a moment when the provider has ended the sign-in. */
  private Browser.Page sendTooLate() {
    provider.tokenLifetime(1);
    browser.signIn();
    var fields = new LinkedHashMap<>(TYPED);
    fields.put("_csrf", browser.token("/cases"));
    provider.refresh(StubProvider.Refresh.REFUSED);
    provider.tokenLifetime(300);
    return browser.postAsIs(ADD, fields);
  }

  @Test
  void whatWasTypedComesBackAfterSigningInAgainAndIsSentByThePersonAlone() {
    neighbours
        .services()
        .stubFor(put(urlPathMatching("/api/access/.*")).willReturn(jsonResponse("{}", 201)));
    Browser.Page away = sendTooLate();
    assertThat(away.header("Location")).isEqualTo("/oauth2/authorization/cordon");

    Browser.Page back = browser.follow("/oauth2/authorization/cordon");

    assertThat(back.status()).isEqualTo(200);
    assertThat(back.header("Cache-Control")).contains("no-store");
    assertThat(back.text("h1")).isEqualTo("This is not saved yet");
    assertThat(back.document().select("dl > div").eachText())
        .containsExactlyInAnyOrder("Name Maud Ferris & Co", "Roles Board member");
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));

    var form = back.document().expectForm("main form");
    assertThat(form.attr("action")).isEqualTo(ADD);
    var fields = new LinkedHashMap<String, String>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    assertThat(fields).containsAllEntriesOf(TYPED).containsKey("_csrf");
    assertThat(browser.postAsIs(form.attr("action"), fields).header("Location"))
        .isEqualTo("/cases/" + Samples.CASE + "/people");
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathMatching("/api/access/.*"))
                .withRequestBody(matchingJsonPath("$.name", equalTo("Maud Ferris & Co"))));
  }

  @Test
  void itIsKeptOnlyUntilItIsShown() {
    sendTooLate();
    browser.follow("/oauth2/authorization/cordon");

    Browser.Page again = browser.follow("/signed-in-again");

    assertThat(again.response().uri().getPath()).isEqualTo("/cases");
    assertThat(again.body()).doesNotContain("Maud Ferris");
  }

  @Test
  void whatIsSentWithoutTheTokenOfItsFormIsNotKept() {
    provider.tokenLifetime(1);
    browser.signIn();
    provider.refresh(StubProvider.Refresh.REFUSED);
    provider.tokenLifetime(300);
    assertThat(browser.postAsIs(ADD, TYPED).status()).isEqualTo(403);

    Browser.Page back = browser.follow("/oauth2/authorization/cordon");

    assertThat(back.body()).doesNotContain("Maud Ferris");
  }

  @Test
  void somebodyElseWhoSignsInIsNotShownIt() {
    var request = new MockHttpServletRequest("POST", ADD);
    request.setContentType("application/x-www-form-urlencoded");
    request.setParameter("name", "Maud Ferris");
    request.getSession();
    KeptForm.keep(request, "one");

    assertThat(KeptForm.take(request, "another")).isEmpty();
    assertThat(KeptForm.take(request, "one")).as("it is gone").isEmpty();
  }

  @Test
  void aFileIsNotKeptAndThePersonIsToldSo() {
    String address = "/cases/" + Samples.CASE + "/documents/add";
    provider.tokenLifetime(1);
    browser.signIn();
    provider.refresh(StubProvider.Refresh.REFUSED);
    provider.tokenLifetime(300);
    browser.send(
        browser
            .request(address)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Accept", "text/html")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--x--\r\n")));

    Browser.Page back = browser.follow("/oauth2/authorization/cordon");

    assertThat(back.text("main")).contains("could not be kept", "choose it again");
    assertThat(back.document().select("main a.govuk-button").attr("href")).isEqualTo(address);
  }

  @Test
  void anHourWithoutARequestEndsTheSignInWhateverTheProviderWouldStillRefresh() {
    Instant expiry = Instant.parse("2026-11-25T10:00:00Z");
    var token =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER, "x", expiry.minus(Duration.ofMinutes(5)), expiry);

    assertThat(FreshTokens.isIdle(token, expiry.plus(Duration.ofMinutes(60)))).isFalse();
    assertThat(FreshTokens.isIdle(token, expiry.plus(Duration.ofMinutes(61)))).isTrue();
  }
}
