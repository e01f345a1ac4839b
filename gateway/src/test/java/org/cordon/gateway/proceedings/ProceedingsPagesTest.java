package org.cordon.gateway.proceedings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
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

class ProceedingsPagesTest extends GatewayTest {
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

  private void open(String permissions) {
    neighbours.json("/api/access" + CASE, Samples.oneCase("LEAD_REVIEWER", permissions));
  }

  @Test
  void everyProceedingsAreListedWithTheirStatusAndWhetherTheyKeepWitnessesApart() {
    browser.signIn();
    Browser.Page page = browser.get(PAGES);

    assertThat(page.document().select("h1")).hasSize(1);
    assertThat(page.document().title()).isEqualTo("Proceedings – CSPR 2026/04 – Cordon");
    var cards = page.document().select(".govuk-summary-card");
    assertThat(cards.get(0).text())
        .contains("Operation Larch", "Investigation", "1 March 2026", "Kept from each other’s");
    assertThat(cards.get(1).text()).contains("Inquest", "Not kept apart now");
  }

  @Test
  void aCaseWithoutProceedingsSaysWhatToDoNext() {
    neighbours.json(API, "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(PAGES).document().select("main p a").eachAttr("href"))
        .contains(PAGES + "/open");
  }

  @Test
  void oneShowsItsHistoryMattersAndWhatIsMissing() {
    browser.signIn();
    Browser.Page page = browser.get(ONE);

    assertThat(page.text("h1")).isEqualTo("Operation Larch");
    assertThat(page.document().select(".moj-timeline__title").eachText())
        .containsExactly("Investigation", "None");
    assertThat(page.text(".moj-timeline"))
        .contains("Told by <DI> Marsh", "15 September 2026 at 11:00 by Ines Okafor-Lindqvist");
    assertThat(page.text("main"))
        .contains("When the injury happened", "Until it is, no conversation");
    assertThat(page.document().select("main a").eachAttr("href"))
        .contains(ONE + "/status", ONE + "/matters", ONE + "/early-discussions")
        .doesNotContain(ONE + "/charging-agreements");
  }

  @Test
  void whileAChargingDecisionIsPendingTheAgreementOfTheCpsIsAskedFor_rule20() {
    neighbours.json(API, Facts.criminalOnly("CHARGING_DECISION_PENDING", true, Facts.EVERYTHING));
    browser.signIn();

    assertThat(browser.get(ONE).document().select("main a").eachAttr("href"))
        .contains(ONE + "/charging-agreements");
  }

  @Test
  void whatIsOnRecordIsShownInPlaceOfTheFormsThatRecordIt() {
    neighbours.json(API, Facts.discussed());
    browser.signIn();
    Browser.Page page = browser.get(ONE);

    assertThat(page.text("main"))
        .contains("2 October 2026", "Chair, DI Marsh, CPS", "P. Vane, CPS North", "One letter only")
        .doesNotContain("Record the");
  }

  @Test
  void textsThatAreNotOpenAreLeftOut_rule2() {
    String kept = Facts.discussed();
    for (String text :
        List.of(
            "Told by <DI> Marsh",
            "When the injury happened",
            "Chair, DI Marsh, CPS",
            "After the interviews",
            "Processes only",
            "All six",
            "One letter only")) {
      assertThat(kept).contains("\"" + text + "\"");
      kept = kept.replace("\"" + text + "\"", "null");
    }
    neighbours.json(API, kept);
    browser.signIn();

    Browser.Page page = browser.get(ONE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("main"))
        .contains("2 October 2026", "P. Vane, CPS North", "timing")
        .contains("Kept for the approving officer and the legal adviser")
        .doesNotContain("null");
  }

  @Test
  void whoMayOnlyReadIsOfferedNothingAndRefusedEverything() {
    open("\"readProceedings\"");
    neighbours.json(API, Facts.proceedings(""));
    browser.signIn();

    assertThat(browser.get(PAGES).document().select("main .govuk-button")).isEmpty();
    assertThat(browser.get(ONE).document().select("main .govuk-button, main p a")).isEmpty();
    for (String form :
        List.of("/status", "/matters", "/early-discussions", "/charging-agreements")) {
      assertThat(browser.get(ONE + form).status()).as(form).isEqualTo(404);
      assertThat(browser.post(PAGES, ONE + form, status("TRIAL", "confirm")).status())
          .as(form)
          .isEqualTo(404);
    }
    assertThat(browser.get(PAGES + "/open").status()).isEqualTo(404);
    assertThat(browser.post(PAGES, PAGES + "/open", Map.of("kind", "CRIMINAL")).status())
        .isEqualTo(404);
    neighbours.services().verify(0, patchRequestedFor(urlPathMatching("/api/.*")));
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whoeverMayNotReadProceedingsLearnsNothingOfThem_rule2() {
    open("\"find\",\"readPeople\"");
    browser.signIn();
    neighbours.services().resetRequests();
    String absent = browser.get(CASE + "/nothing").body();

    for (String page : List.of(PAGES, ONE, PAGES + "/open", ONE + "/status", ONE + "/matters")) {
      Browser.Page answer = browser.get(page);
      assertThat(answer.status()).as(page).isEqualTo(404);
      assertThat(answer.body()).as(page).isEqualTo(absent);
    }
    assertThat(browser.get(CASE).body()).doesNotContain("roceedings");
    neighbours.services().verify(0, getRequestedFor(urlPathMatching(".*/proceedings")));
  }

  @Test
  void proceedingsAreOpenedInThreeSteps() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(API))
                .willReturn(
                    jsonResponse(
                        Facts.criminalOnly("INVESTIGATION", true, "")
                            .replaceFirst("\\{\"items\":\\[", "")
                            .replaceFirst("],\"next\":null}", ""),
                        201)));
    browser.signIn();
    assertThat(browser.get(PAGES + "/open").document().select("input[name=kind]")).hasSize(4);
    assertThat(browser.get(PAGES + "/open?kind=").text("#kind-error")).contains("Select what kind");
    var form = browser.get(PAGES + "/open?kind=CRIMINAL").document();
    assertThat(form.select("input[name=status]")).hasSize(8);

    Map<String, String> fields = status("INVESTIGATION", "");
    fields.putAll(
        Map.of(
            "kind", "CRIMINAL", "title", "Operation Yew", "key", form.select("[name=key]").val()));
    fields.remove("revision");
    Browser.Page question = browser.post(PAGES, PAGES + "/open", fields);
    assertThat(question.text("h1")).isEqualTo("Open Operation Yew?");
    fields.put("step", "confirm");

    assertThat(browser.post(PAGES, PAGES + "/open", fields).header("Location")).isEqualTo(PAGES);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withHeader("Idempotency-Key", equalTo(fields.get("key")))
                .withRequestBody(
                    equalToJson(
                        """
                        {"kind":"CRIMINAL","title":"Operation Yew","status":"INVESTIGATION",
                         "since":"2026-11-02","walled":true,"note":"Told by phone"}
                        """)));
  }

  @Test
  void openingWithoutANameIsExplained() {
    browser.signIn();
    var page = browser.post(PAGES, PAGES + "/open", Map.of("kind", "INQUEST")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#title", "#status", "#since");
    assertThat(page.select("input[name=status]").eachAttr("value"))
        .containsExactly("NONE", "OPEN", "CONCLUDED");
  }
}
