package org.cordon.gateway.audience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.Samples;
import org.cordon.gateway.testing.Viewers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeenPageTest extends GatewayTest {
  private static final String PERSON = "/cases/" + Samples.CASE + "/people/" + Samples.OTHER;
  private static final String PAGE = PERSON + "/seen";
  private static final String API = "/api/access/cases/" + Samples.CASE + "/exposures";
  private static final String DAY = "?before-day=1&before-month=8&before-year=2026";

  @BeforeEach
  void theySawTwoItems() {
    neighbours.json(API, Viewers.seen("null"));
  }

  @Test
  void thePageSaysWhatTheySawWhenAndWhoseAccountItHeld_rule29() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);
    var rows = page.document().select("tbody tr");

    assertThat(page.text("h1")).isEqualTo("What Tomasz Birch has seen");
    assertThat(rows.get(0).text())
        .contains("Minutes of the core group", "Opened", "Maud Ferris, " + Samples.PERSON)
        .contains("6 October 2026 at 09:20");
    assertThat(rows.get(1).text())
        .contains("An item that is not open to you", "Saw it in a list", "Nobody’s");
    assertThat(rows.get(1).select("a")).isEmpty();
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(API)).withQueryParam("person", equalTo(Samples.OTHER)));
  }

  @Test
  void furtherPagesKeepTheDayThatWasAskedFor() {
    neighbours.json(API, Viewers.seen("\"a+b\""));
    browser.signIn();
    String next = browser.get(PAGE + DAY).document().select("a[rel=next]").attr("href");

    assertThat(next).contains("before-day=1", "before-year=2026", "after=a%2Bb");
    var second = browser.get(next).document();
    assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo(PAGE + DAY);
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(API))
                .withQueryParam("before", equalTo("2026-07-31T23:00:00Z"))
                .withQueryParam("after", equalTo("a+b")));
  }

  @Test
  void someoneWhoSawNothingHasAPageThatSaysSo() {
    neighbours.json(API, "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(PAGE).text("main")).contains("They have been shown nothing.");
    assertThat(browser.get(PAGE + DAY).text("main"))
        .contains("They had been shown nothing before 1 August 2026.");
  }

  @Test
  void someoneWhoHasLeftTheCaseIsNamedByWhatIsOnRecord() {
    neighbours
        .services()
        .stubFor(get("/api/access" + PERSON).willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();

    assertThat(browser.get(PAGE).text("h1")).isEqualTo("What Tomasz Birch has seen");
    neighbours.json(API, "{\"items\":[],\"next\":null}");
    assertThat(browser.get(PAGE).status()).isEqualTo(404);
  }

  @Test
  void allOfItIsDownloadedAsAFile() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(API))
                .atPriority(1)
                .withHeader("Accept", equalTo("text/csv"))
                .willReturn(
                    aResponse().withHeader("Content-Type", "text/csv").withBody("at,item\r\n")));
    browser.signIn();
    Browser.Page file = browser.get(PAGE + "/csv");

    assertThat(file.body()).isEqualTo("at,item\r\n");
    assertThat(file.header("Content-Disposition")).contains("seen-by-" + Samples.OTHER + ".csv");
  }

  @Test
  void aDayThatIsNoneIsExplained() {
    browser.signIn();

    assertThat(browser.get(PAGE + "?before-day=40").text("#before-error"))
        .contains("Enter a real date");
  }

  @Test
  void whoeverMayNotKnowWhatOthersHaveSeenFindsNothing_rule2() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE,
        Samples.oneCase("CASE_GROUP_MEMBER", "\"readOwnExposures\",\"readPeople\""));
    browser.signIn();
    neighbours.services().resetRequests();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/csv").status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + Samples.CASE + "/people").document().select("a[href$=seen]"))
        .isEmpty();
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo(API)));
  }
}
