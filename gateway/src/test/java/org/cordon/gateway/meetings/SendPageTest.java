package org.cordon.gateway.meetings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.ReviewSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendPageTest extends GatewayTest {
  private static final String ONE = "/meetings/" + ReviewSamples.MEETING;
  private static final String SEND = "/api/evidence" + ONE + "/invitations";
  private static final String ATTENDANCE = "/api/evidence" + ONE + "/attendance";

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    neighbours.json(
        "/api/evidence" + ONE, ReviewSamples.meeting("CASE_GROUP", "2026-01-30T14:05:00Z"));
  }

  private void answers(String path, String body) {
    neighbours.services().stubFor(post(urlPathEqualTo(path)).willReturn(okJson(body)));
  }

  private static String people(String field, String... ids) {
    return "\"" + field + "\":[\"" + String.join("\",\"", ids) + "\"]";
  }

  @Test
  void beforeItIsSentThePageSaysWhomItGoesTo_rule18() {
    answers(SEND, "{" + people("sent", Samples.OTHER, Samples.THIRD) + ",\"needDecision\":[]}");
    browser.signIn();
    var page = browser.get(ONE + "/send");

    assertThat(page.document().select("#to li").eachText())
        .containsExactly("Ines Okafor-Lindqvist", "Tomasz Birch");
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(SEND))
                .withHeader("If-Match", equalTo("\"3\""))
                .withRequestBody(equalToJson("{\"rehearse\":true}")));

    var sent = browser.post(ONE, ONE + "/send", Map.of("revision", "3"));
    assertThat(sent.header("Location")).isEqualTo(ONE);
    assertThat(browser.get(ONE).text(".govuk-notification-banner")).contains("Sent to 2 people.");
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(SEND))
                .withRequestBody(equalToJson("{\"rehearse\":false}")));
  }

  @Test
  void whoeverCouldNotReadAPaperIsNamedAndNothingIsOfferedToSend_rule18() {
    answers(SEND, "{\"sent\":[]," + people("needDecision", Samples.OTHER) + "}");
    browser.signIn();

    for (var page :
        new Browser.Page[] {
          browser.get(ONE + "/send"), browser.post(ONE, ONE + "/send", Map.of("revision", "3"))
        }) {
      assertThat(page.text("h1")).isEqualTo("It cannot be sent as it is");
      assertThat(page.document().select("#need li").eachText()).containsExactly("Tomasz Birch");
      assertThat(page.text("main")).contains("approving officer’s decision");
      assertThat(page.document().select("main button[type=submit]")).isEmpty();
    }
  }

  @Test
  void whatStandsAgainstSendingIsSaid() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(SEND))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"x\",\"title\":\"x\",\"status\":409,\"detail\":\"Delicate.\"}",
                        409)));
    browser.signIn();

    var page = browser.get(ONE + "/send");
    assertThat(page.text(".govuk-error-summary a[href='#send']")).isEqualTo("Delicate.");
    assertThat(page.document().select("#send")).hasSize(1);
  }

  @Test
  void attendanceIsPutOnRecordForThoseWhoWereInvitedAtFirst() {
    answers(ATTENDANCE, "{" + people("recorded", Samples.OTHER) + ",\"needDecision\":[]}");
    browser.signIn();
    var form = browser.get(ONE + "/attendance").document();
    assertThat(form.select("input[name=attended][checked]").eachAttr("value"))
        .containsExactlyInAnyOrder(Samples.OTHER, Samples.THIRD);

    assertThat(browser.post(ONE, ONE + "/attendance", Map.of()).text("#attended-error"))
        .contains("Select everybody who was there");
    assertThat(
            browser
                .post(ONE, ONE + "/attendance", Map.of("attended", Samples.OTHER))
                .header("Location"))
        .isEqualTo(ONE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(ATTENDANCE))
                .withRequestBody(
                    equalToJson(
                        "{" + people("attended", Samples.OTHER) + ",\"allTheSame\":false}")));
  }

  @Test
  void whoeverCouldNotHaveReadAPaperIsOnRecordOnlyOnceItIsConfirmed_rule18() {
    answers(ATTENDANCE, "{\"recorded\":[]," + people("needDecision", Samples.OTHER) + "}");
    browser.signIn();
    var fields = Map.of("attended", Samples.OTHER);

    var page = browser.post(ONE, ONE + "/attendance", fields);
    assertThat(page.text("#need")).isEqualTo("Tomasz Birch");
    assertThat(page.document().select("input[name=attended]").attr("value"))
        .isEqualTo(Samples.OTHER);

    answers(ATTENDANCE, "{" + people("recorded", Samples.OTHER) + ",\"needDecision\":[]}");
    assertThat(
            browser
                .post(
                    ONE,
                    ONE + "/attendance",
                    Map.of("attended", Samples.OTHER, "step", "all-the-same"))
                .header("Location"))
        .isEqualTo(ONE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(ATTENDANCE))
                .withRequestBody(
                    equalToJson(
                        "{" + people("attended", Samples.OTHER) + ",\"allTheSame\":true}")));
    assertThat(
            browser
                .post(ONE, ONE + "/attendance", Map.of("attended", Samples.OTHER, "step", "back"))
                .document()
                .select("input[name=attended][checked]"))
        .hasSize(1);
  }

  @Test
  void attendanceWaitsForTheMeeting() {
    neighbours.json(
        "/api/evidence" + ONE, ReviewSamples.meeting("CASE_GROUP", "2036-01-30T14:05:00Z"));
    browser.signIn();

    assertThat(browser.get(ONE + "/attendance").status()).isEqualTo(404);
  }
}
