package org.cordon.gateway.labelling;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.LabelSamples;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class CirculatePageTest extends GatewayTest {
  private static final String PAGE = "/items/" + Samples.ITEM + "/circulate?version=2";
  private static final String VERSION = "/api/access/versions/" + Samples.VERSION;
  private static final String API = VERSION + "/circulations";
  private static final Map<String, String> TO = Map.of("people", Samples.OTHER);
  private static final String SENT =
      "{\"circulated\":[\"%s\"],\"refused\":[]}".formatted(Samples.OTHER);
  private static final String REFUSED =
      """
      {"circulated":[],"refused":[{"person":"%s","personName":"Tomasz Birch",
       "reasons":["Delicate material stays out of <packs>."]}]}
      """
          .formatted(Samples.OTHER);

  private void answer(int status, String body) {
    neighbours.services().stubFor(post(urlPathEqualTo(API)).willReturn(jsonResponse(body, status)));
  }

  @Test
  void onlyMembersOfTheCaseGroupWhoDoNotHaveItAreOffered() {
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("input[name=people]").eachAttr("value"))
        .containsExactly(Samples.OTHER);
    neighbours.json(
        VERSION + "/labels", LabelSamples.labels("").replace(Samples.PERSON, Samples.OTHER));
    assertThat(browser.get(PAGE).text("main")).contains("There is nobody in the case group");
  }

  @Test
  void beforeItIsSentThePageSaysWhoCannotGetItAndWhy_rule18() {
    answer(200, REFUSED);
    browser.signIn();
    Browser.Page page = browser.post(PAGE, PAGE, TO);

    assertThat(page.text("h1")).isEqualTo("It cannot be sent to them");
    assertThat(page.text("#refused"))
        .isEqualTo("Tomasz Birch Delicate material stays out of <packs>.");
    assertThat(page.document().select("button[value=send], #receivers")).isEmpty();
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withRequestBody(
                    equalToJson(
                        "{\"people\":[\"%s\"],\"rehearse\":true}".formatted(Samples.OTHER))));
  }

  @Test
  void itIsSentOnceThatWasSeen() {
    answer(200, SENT);
    browser.signIn();
    Browser.Page question = browser.post(PAGE, PAGE, TO);
    assertThat(question.text("#receivers")).isEqualTo("Tomasz Birch");
    assertThat(question.document().select("input[name=people]").val()).isEqualTo(Samples.OTHER);
    var answer = browser.post(PAGE, PAGE, Map.of("people", Samples.OTHER, "step", "send"));

    assertThat(answer.header("Location")).isEqualTo("/items/" + Samples.ITEM + "?version=2");
    assertThat(
            browser.get("/items/" + Samples.ITEM + "?version=2").text(".govuk-notification-banner"))
        .contains("Circulated to 1 person.");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withRequestBody(
                    equalToJson(
                        "{\"people\":[\"%s\"],\"rehearse\":false}".formatted(Samples.OTHER))));
  }

  @Test
  void whoeverWasRefusedMeanwhileIsCountedInTheAnswer() {
    answer(200, REFUSED);
    browser.signIn();
    browser.post(PAGE, PAGE, Map.of("people", Samples.OTHER, "step", "send"));

    assertThat(
            browser.get("/items/" + Samples.ITEM + "?version=2").text(".govuk-notification-banner"))
        .contains("Circulated to 0 people, and not to 1 person.");
  }

  @Test
  void goingBackKeepsWhoWasChosenAndAsksNothing() {
    browser.signIn();
    var form = browser.post(PAGE, PAGE, Map.of("people", Samples.OTHER, "step", "back"));

    assertThat(form.document().select("input[name=people][checked]")).hasSize(1);
    assertThat(form.document().select(".govuk-error-summary")).isEmpty();
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
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

    assertThat(browser.post(PAGE, PAGE, TO).text("#people-error"))
        .contains("The early discussion is not on record yet.");
  }

  @Test
  void choosingNobodyOrSomebodyElseIsExplained() {
    browser.signIn();

    assertThat(browser.post(PAGE, PAGE, Map.of()).text("#people-error"))
        .contains("Select at least one person");
    assertThat(browser.post(PAGE, PAGE, Map.of("people", Samples.THIRD)).text("#people-error"))
        .contains("Select at least one person");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void theReviewTeamCirculatesWithoutSeeingLabels() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(VERSION + "/labels"))
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    answer(200, SENT);
    browser.signIn();

    assertThat(browser.post(PAGE, PAGE, TO).text("#receivers")).isEqualTo("Tomasz Birch");
  }

  @Test
  void whoeverWritesNoPapersFindsNoSuchPage() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE,
        Samples.oneCase("APPROVING_OFFICER", "\"find\",\"readPeople\",\"readExposures\""));
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.post("/cases", PAGE, TO).status()).isEqualTo(404);
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }
}
