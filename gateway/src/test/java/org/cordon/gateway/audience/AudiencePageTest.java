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
import org.junit.jupiter.api.Test;

class AudiencePageTest extends GatewayTest {
  private static final String PAGE = "/items/" + Samples.ITEM + "/audience";
  private static final String API = "/api/access" + PAGE;
  private static final String DAY = "?before-day=1&before-month=8&before-year=2026";

  @Test
  void thePageSaysWhoCanWhoCannotAndWhyInPlainEnglish() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);
    var tables = page.document().select("table");

    assertThat(page.document().select("h1").eachText()).containsExactly("Who can see this");
    assertThat(page.document().title()).startsWith("Who can see this – ");
    assertThat(tables.get(0).text())
        .contains("Ines Okafor-Lindqvist", "Lead reviewer", "The lead reviewer reads documents.");
    assertThat(tables.get(1).text())
        .contains("Tomasz Birch", "While proceedings are live <no> witness sees it.")
        .contains("None of their roles opens it.", Samples.PERSON);
  }

  @Test
  void whoCouldHaveOpenedItAndWhoWasShownItStandWithTheirTimes_rule29() {
    browser.signIn();
    var tables = browser.get(PAGE).document().select("table");

    assertThat(tables.get(2).select("tbody tr").eachText())
        .containsExactly(
            "Ines Okafor-Lindqvist 2 2 October 2026 at 10:15 Still can",
            "Tomasz Birch 1 28 September 2026 at 17:40 2 October 2026 at 10:15");
    assertThat(tables.get(3).select("tbody tr").eachText())
        .containsExactly(
            "Tomasz Birch 1 Opened, delivery not confirmed 30 September 2026 at 13:00");
  }

  @Test
  void beforeADayMeansBeforeItBeganInLondon() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE + DAY);

    assertThat(page.text("h3")).contains("Was shown it before 1 August 2026");
    assertThat(page.document().select("#before").val()).isEqualTo("1");
    assertThat(page.document().select("a[download]").attr("href")).isEqualTo(PAGE + "/csv" + DAY);
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(API))
                .withQueryParam("before", equalTo("2026-07-31T23:00:00Z")));
  }

  @Test
  void aDayThatIsNoneIsExplainedAndEverythingIsShown() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE + "?before-day=31&before-month=2&before-year=2026");

    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#before");
    assertThat(page.document().select("table")).hasSize(4);
  }

  @Test
  void aMonthWithoutADayAndTextAreRefusedInWords() {
    browser.signIn();

    assertThat(browser.get(PAGE + "?before-month=2").text("#before-error"))
        .contains("Enter a real date");
    assertThat(browser.get(PAGE + "?before-day=x&before-month=1&before-year=1").status())
        .isEqualTo(200);
  }

  @Test
  void anItemThatNobodySawSaysSo() {
    neighbours.json(
        API,
        """
        {"item":"%s","case":"%s","moment":"2026-11-22T10:00:00Z","people":[]}
        """
            .formatted(Samples.ITEM, Samples.CASE));
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.document().select("table")).isEmpty();
    assertThat(page.text("main")).contains("Nobody in this case.", "Nobody.");
  }

  @Test
  void theTableIsDownloadedAsAFileAsItCame() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(API))
                .atPriority(1)
                .withHeader("Accept", equalTo("text/csv"))
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/csv;charset=UTF-8")
                        .withBody("person,can\r\n\"Birch, T\",no\r\n")));
    browser.signIn();
    Browser.Page file = browser.get(PAGE + "/csv" + DAY);

    assertThat(file.body()).isEqualTo("person,can\r\n\"Birch, T\",no\r\n");
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment")
        .contains("who-can-see-" + Samples.ITEM + ".csv");
    assertThat(file.header("Cache-Control")).contains("no-store");
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(API))
                .withQueryParam("before", equalTo("2026-07-31T23:00:00Z")));
  }

  @Test
  void whoeverMayNotKnowWhoHasSeenWhatFindsNoPageAndNoFile_rule2() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("REVIEW_TEAM_MEMBER", "\"find\""));
    browser.signIn();
    neighbours.services().resetRequests();

    assertThat(browser.get("/items/" + Samples.ITEM).document().select("a[href*=audience]"))
        .isEmpty();
    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/csv").status()).isEqualTo(404);
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo(API)));
  }

  @Test
  void anItemThatIsWalledHasNoAudienceEither() {
    neighbours
        .services()
        .stubFor(
            get("/api/evidence/items/" + Samples.ITEM)
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();

    assertThat(browser.get(PAGE).body()).isEqualTo(browser.get("/items/nothing").body());
  }

  @Test
  void theItemLinksToItForThoseWhoMay() {
    browser.signIn();

    assertThat(browser.get("/items/" + Samples.ITEM).document().select("a[href=" + PAGE + "]"))
        .hasSize(1);
  }
}
