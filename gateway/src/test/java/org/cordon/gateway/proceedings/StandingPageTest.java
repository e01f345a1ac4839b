package org.cordon.gateway.proceedings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.Facts;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class StandingPageTest extends GatewayTest {
  private static final String PEOPLE = "/cases/" + Samples.CASE + "/people";
  private static final String PAGE = PEOPLE + "/" + Samples.OTHER + "/standing";
  private static final String STANDINGS = "/api/access/cases/" + Samples.CASE + "/standings";
  private static final String API = STANDINGS + "/" + Samples.OTHER;

  @Test
  void thePageSaysWhatHoldsNowWhyAndHowItCameToBe_rule3() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text("h1")).isEqualTo("Standing of Tomasz Birch");
    assertThat(page.text(".govuk-summary-list"))
        .contains("Potential witness", "By itself, because they take part", "Kept from them");
    assertThat(page.text(".moj-timeline"))
        .contains("Saw the home", "Matters: timing", "by Ines Okafor-Lindqvist");
  }

  @Test
  void aReasonThatIsNotOpenIsSaidToBeKept_rule2() {
    neighbours.json(
        STANDINGS,
        Facts.standings(true, "\"tighten\"")
            .replace("\"reason\":\"Saw the home\"", "\"reason\":null"));
    browser.signIn();

    assertThat(browser.get(PAGE).text(".moj-timeline"))
        .contains("kept for the approving officer and the legal adviser", "Matters: timing")
        .doesNotContain("Saw the home");
  }

  @Test
  void theApprovingOfficerIsOfferedEveryStanding() {
    browser.signIn();
    var form = browser.get(PAGE).document();

    assertThat(form.select("input[name=standing]").eachAttr("value"))
        .containsExactly("RELEASED", "NONE", "POTENTIAL_WITNESS", "WITNESS", "SUSPECT");
    form.select("input[name=standing]")
        .forEach(choice ->
            assertThat(form.expectFirst("#" + choice.attr("aria-describedby")).text())
                .isNotEmpty());
    assertThat(form.select("input[name=matters]").eachAttr("value")).containsExactly("timing");
  }

  @Test
  void theLeadReviewerIsOfferedNoStandingThatOpens() {
    neighbours.json(
        STANDINGS,
        "{\"items\":[%s],\"next\":null}"
            .formatted(
                Facts.standing(
                    Samples.OTHER, "Tomasz Birch", "WITNESS", "WITNESS", true, "\"tighten\"")));
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("input[name=standing]").eachAttr("value"))
        .containsExactly("SUSPECT");
    var loosening = Map.of("standing", "NONE", "reason", "x", "revision", "2");
    assertThat(browser.post(PAGE, PAGE, loosening).text("#standing-error"))
        .contains("Select their standing");
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void aStandingIsSetWithItsReasonUnderTheRevisionThatWasSeen() {
    neighbours.services().stubFor(put(urlPathEqualTo(API)).willReturn(jsonResponse("{}", 200)));
    browser.signIn();
    var fields =
        Map.of(
            "standing",
            "WITNESS",
            "matters",
            "timing",
            "reason",
            " Gave a statement ",
            "revision",
            browser.get(PAGE).document().select("[name=revision]").val());

    assertThat(browser.post(PAGE, PAGE, fields).header("Location")).isEqualTo(PEOPLE);
    assertThat(browser.get(PEOPLE).text(".govuk-notification-banner"))
        .contains("The standing of Tomasz Birch is saved.");
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(API))
                .withHeader("If-Match", equalTo("\"2\""))
                .withRequestBody(
                    equalToJson(
                        """
                        {"standing":"WITNESS","matters":["timing"],"reason":"Gave a statement"}
                        """)));
  }

  @Test
  void aStandingWithoutAReasonIsNotSet() {
    browser.signIn();
    var page = browser.post(PAGE, PAGE, Map.of("standing", "", "revision", "2")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#standing", "#reason");
    assertThat(page.select("#standing, #reason")).hasSize(2);
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whoeverMayOnlyReadSeesTheHistoryAndNoForm() {
    neighbours.json(STANDINGS, Facts.standings(true, ""));
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.document().select("main form")).isEmpty();
    assertThat(page.text("main")).contains("History", "Saw the home");
    var fields = Map.of("standing", "WITNESS", "reason", "x");
    assertThat(browser.post(PEOPLE, PAGE, fields).status()).isEqualTo(404);
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void standingsAreNotThereForWhoeverMayNotReadProceedings() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE,
        Samples.oneCase("CASE_GROUP_MEMBER", "\"readOwnPlace\""));
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
  }

  @Test
  void someoneWhoIsNotInTheCaseHasNoStanding() {
    browser.signIn();

    assertThat(browser.get(PEOPLE + "/" + Samples.ITEM + "/standing").status()).isEqualTo(404);
  }
}
