package org.cordon.gateway.reviewing;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class CirculatePaperPageTest extends GatewayTest {
  private static final String VERSION = "/papers/" + PaperSamples.PAPER + "/versions/2";
  private static final String PAGE = VERSION + "/circulate";
  private static final String API = PaperSamples.OF_PAPER + "/versions/2/circulations";
  private static final String DISCLOSURES = "/api/access/cases/" + Samples.CASE + "/disclosures";
  private static final LocalDate BY = LocalDate.of(2099, 3, 2);
  private static final String GETS =
      "{\"circulated\":[\"%s\"],\"needDecision\":[]}".formatted(Samples.OTHER);
  private static final String WAITS =
      "{\"circulated\":[],\"needDecision\":[\"%s\"]}".formatted(Samples.OTHER);

  private void answer(int status, String body) {
    neighbours.services().stubFor(post(urlPathEqualTo(API)).willReturn(jsonResponse(body, status)));
  }

  private static Map<String, String> wanted(LocalDate by, String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "key-8");
    fields.put("people", Samples.OTHER);
    fields.put("by-day", String.valueOf(by.getDayOfMonth()));
    fields.put("by-month", String.valueOf(by.getMonthValue()));
    fields.put("by-year", String.valueOf(by.getYear()));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  @Test
  void beforeItIsSentThePageSaysWhoGetsIt_rule18() {
    answer(200, GETS);
    browser.signIn();
    assertThat(browser.get(PAGE).document().select("input[name=people]").eachAttr("value"))
        .containsExactly(Samples.OTHER);
    Browser.Page page = browser.post(PAGE, PAGE, wanted(BY));

    assertThat(page.text("h1")).isEqualTo("Circulate version 2?");
    assertThat(page.text("#receivers")).isEqualTo("Tomasz Birch");
    assertThat(page.document().select("#waiting")).isEmpty();
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withoutHeader("Idempotency-Key")
                .withRequestBody(
                    equalToJson(
                        "{\"people\":[\"%s\"],\"by\":\"%s\",\"rehearse\":true}"
                            .formatted(Samples.OTHER, BY))));
  }

  @Test
  void itIsSentOnceThatWasSeen() {
    answer(201, GETS);
    browser.signIn();
    Browser.Page answer = browser.post(PAGE, PAGE, wanted(BY, "step", "send"));

    assertThat(answer.header("Location")).isEqualTo(VERSION);
    assertThat(browser.get(VERSION).text(".govuk-notification-banner"))
        .contains("Circulated to 1 person.");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withHeader("Idempotency-Key", equalTo("key-8"))
                .withRequestBody(
                    equalToJson(
                        "{\"people\":[\"%s\"],\"by\":\"%s\",\"rehearse\":false}"
                            .formatted(Samples.OTHER, BY))));
  }

  @Test
  void whoeverNeedsADecisionIsNamedWithoutReasonsAndOnePressAsksForIt() {
    answer(200, WAITS);
    neighbours.services().stubFor(post(DISCLOSURES).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    Browser.Page page = browser.post(PAGE, PAGE, wanted(BY));
    assertThat(page.text("h1")).isEqualTo("It cannot be sent to them yet");
    assertThat(page.document().select("button[value=send]")).isEmpty();
    assertThat(page.document().select("#waiting button[name=ask]").val()).isEqualTo(Samples.OTHER);

    Browser.Page asked = browser.post(PAGE, PAGE, wanted(BY, "ask", Samples.OTHER));
    assertThat(asked.text("#waiting")).isEqualTo("Tomasz Birch Asked");
    assertThat(asked.document().select("input[name=asked]").val()).isEqualTo(Samples.OTHER);
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(DISCLOSURES))
                .withHeader("Idempotency-Key", equalTo("key-8." + Samples.OTHER))
                .withRequestBody(
                    equalToJson(
                        """
                        {"version":"01919f00-0000-7000-8000-0000000002b2","recipient":"%s",
                         "purpose":"To read version 2 of a working paper and comment on it by %s."}
                        """
                            .formatted(Samples.OTHER, "2 March 2099"))));
  }

  @Test
  void untilTheEarlyDiscussionIsOnRecordThePageSaysSo_rule17() {
    answer(
        403,
        """
        {"type":"/problems/forbidden","title":"x","status":403,
         "detail":"The early discussion is not on record yet."}
        """);
    browser.signIn();

    assertThat(browser.post(PAGE, PAGE, wanted(BY)).text("#people-error"))
        .contains("The early discussion is not on record yet.");
  }

  @Test
  void whatIsMissingOrPastIsSaidAtItsField() {
    browser.signIn();

    assertThat(browser.post(PAGE, PAGE, Map.of()).text(".govuk-error-summary"))
        .contains("Select at least one person", "Enter the day by which you want comments");
    assertThat(browser.post(PAGE, PAGE, wanted(LocalDate.of(2020, 3, 2))).text("#by-error"))
        .contains("today or in the future");
    assertThat(browser.post(PAGE, PAGE, wanted(BY, "people", Samples.THIRD)).text("#people-error"))
        .contains("Select at least one person");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void goingBackKeepsWhatWasChosen() {
    browser.signIn();
    var form = browser.post(PAGE, PAGE, wanted(BY, "step", "back")).document();

    assertThat(form.select("input[name=people][checked]")).hasSize(1);
    assertThat(form.select("#by").val()).isEqualTo(String.valueOf(BY.getDayOfMonth()));
    assertThat(form.select(".govuk-error-summary")).isEmpty();
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whoeverWritesNoPapersFindsNoSuchPage() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE,
        Samples.oneCase("CASE_GROUP_MEMBER", "\"find\",\"readPeople\""));
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.post("/cases", PAGE, wanted(BY)).status()).isEqualTo(404);
  }
}
