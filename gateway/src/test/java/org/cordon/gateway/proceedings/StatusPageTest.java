package org.cordon.gateway.proceedings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.Facts;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class StatusPageTest extends GatewayTest {
  private static final String CASE = "/cases/" + Samples.CASE;
  private static final String PAGES = CASE + "/proceedings";
  private static final String ONE = PAGES + "/" + Facts.PROCEEDINGS;
  private static final String API = "/api/access" + PAGES;

  private static Map<String, String> status(String status, String step) {
    return new LinkedHashMap<>(
        Map.of(
            "status",
            status,
            "since-day",
            "2",
            "since-month",
            "11",
            "since-year",
            "2026",
            "walled",
            "true",
            "note",
            "Told by phone",
            "revision",
            "4",
            "step",
            step));
  }

  @Test
  void theLeadReviewerIsOfferedNoStatusThatLoosens() {
    neighbours.json(API, Facts.proceedings("\"tighten\""));
    browser.signIn();
    var form = browser.get(ONE + "/status").document();

    assertThat(form.select("input[name=status]").eachAttr("value"))
        .containsExactly("CHARGING_DECISION_PENDING");
    assertThat(form.select("input[name=walled]").attr("type")).isEqualTo("hidden");
    assertThat(browser.post(ONE, ONE + "/status", status("CONCLUDED", "")).text("#status-error"))
        .contains("Select the status");
  }

  @Test
  void aChangeIsExplainedBeforeItHappens_rules3And16() {
    neighbours.json(API, Facts.criminalOnly("NONE", false, Facts.EVERYTHING));
    neighbours.json("/api/access" + CASE + "/standings", Facts.standings(false, Facts.EVERYTHING));
    browser.signIn();
    Browser.Page page = browser.post(ONE, ONE + "/status", status("INVESTIGATION", ""));

    assertThat(page.text("h1")).isEqualTo("Change the status to investigation?");
    assertThat(page.text("#kept")).isEqualTo("Tomasz Birch");
    assertThat(page.text("main"))
        .contains("windows they have open", "is suspended until", "until the early discussion");
    assertThat(page.document().select("#freed")).isEmpty();
    neighbours.services().verify(0, patchRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void anEndIsExplainedWithWhoIsNoLongerKeptApart() {
    neighbours.json(API, Facts.criminalOnly("TRIAL", true, Facts.EVERYTHING));
    browser.signIn();
    Browser.Page page = browser.post(ONE, ONE + "/status", status("CONCLUDED", ""));

    assertThat(page.text("#freed")).isEqualTo("Tomasz Birch");
    assertThat(page.text(".govuk-warning-text")).contains("cannot be taken back");
    assertThat(page.document().select("#kept")).isEmpty();
  }

  @Test
  void whileOtherProceedingsKeepThemApartNobodyIsCalledFree() {
    neighbours.json(
        API,
        Facts.proceedings(Facts.EVERYTHING)
            .replace("\"status\":\"NONE\",\"live\":false", "\"status\":\"OPEN\",\"live\":true"));
    neighbours.json(
        "/api/access" + CASE + "/standings",
        "{\"items\":[%s],\"next\":null}"
            .formatted(
                Facts.standing(Samples.OTHER, "Tomasz Birch", "WITNESS", "WITNESS", true, "")));
    browser.signIn();
    Browser.Page page = browser.post(ONE, ONE + "/status", status("CONCLUDED", ""));

    assertThat(page.document().select("#freed, #kept")).isEmpty();
    assertThat(page.text("main")).contains("Nobody’s access to other people’s accounts changes.");
  }

  @Test
  void aConfirmedChangeNamesTheRevisionThatWasSeen() {
    neighbours.services().stubFor(patch(urlPathEqualTo(API)).willReturn(jsonResponse("{}", 200)));
    browser.signIn();
    var question = browser.post(ONE, ONE + "/status", status("TRIAL", "")).document();
    Map<String, String> kept = new LinkedHashMap<>();
    question
        .select("main form input[type=hidden]")
        .forEach(input -> kept.put(input.attr("name"), input.val()));
    kept.put("step", "confirm");
    Browser.Page page = browser.post(ONE, ONE + "/status", kept);

    assertThat(page.header("Location")).isEqualTo(ONE);
    assertThat(browser.get(ONE).text(".govuk-notification-banner"))
        .contains("Operation Larch is now recorded as: Trial.");
    neighbours
        .services()
        .verify(
            patchRequestedFor(urlPathEqualTo(API))
                .withHeader("If-Match", equalTo("\"4\""))
                .withRequestBody(
                    equalToJson(
                        """
                        {"proceedings":"%s","status":"TRIAL","since":"2026-11-02","walled":true,
                         "note":"Told by phone"}
                        """
                            .formatted(Facts.PROCEEDINGS))));
  }

  @Test
  void goingBackFromTheQuestionKeepsWhatWasEntered() {
    browser.signIn();
    var form = browser.post(ONE, ONE + "/status", status("TRIAL", "back")).document();

    assertThat(form.select("input[name=status][checked]").val()).isEqualTo("TRIAL");
    assertThat(form.select("#since").val()).isEqualTo("2");
    assertThat(form.select("#note").text()).isEqualTo("Told by phone");
    assertThat(form.select(".govuk-error-summary")).isEmpty();
  }

  @Test
  void aChangeThatSomebodyElseWasFirstWithIsExplained() {
    neighbours
        .services()
        .stubFor(
            patch(urlPathEqualTo(API))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/changed","title":"x","status":412,
                         "detail":"Somebody changed these proceedings first."}
                        """,
                        412)));
    browser.signIn();
    Browser.Page page = browser.post(ONE, ONE + "/status", status("TRIAL", "confirm"));

    assertThat(page.text("#status-error")).contains("Somebody changed these proceedings first.");
    assertThat(page.document().title()).startsWith("Error: ");
  }

  @Test
  void anEmptyFormIsExplainedFieldByField() {
    browser.signIn();
    var page = browser.post(ONE, ONE + "/status", Map.of("revision", "4")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#status", "#since");
    for (String field : List.of("status", "since")) {
      assertThat(page.select("#" + field)).as(field).hasSize(1);
    }
  }

  @Test
  void aDayThatIsNoneOrToComeIsRefused() {
    browser.signIn();
    Map<String, String> form = status("TRIAL", "");
    form.put("since-month", "13");
    assertThat(browser.post(ONE, ONE + "/status", form).text("#since-error"))
        .isEqualTo("Error: Enter a real date, for example 27 3 2025");
    form.put("since-month", "3");
    form.put("since-year", "2999");
    assertThat(browser.post(ONE, ONE + "/status", form).text("#since-error"))
        .contains("today or in the past");
  }
}
