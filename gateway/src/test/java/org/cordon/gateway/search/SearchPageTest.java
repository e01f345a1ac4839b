package org.cordon.gateway.search;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class SearchPageTest extends GatewayTest {

  @Test
  void resultsShowTheirTextWithTheMatchesMarkedAndNothingElseAsMarkup() {
    browser.signIn();
    Browser.Page page = browser.get("/search?q=bruise");

    assertThat(page.text(".cordon-results-head h2")).isEqualTo("1,204 results");
    assertThat(page.document().select(".cordon-snippet mark").eachText())
        .containsExactly("bruise", "home visit", "bruise");
    assertThat(page.document().select(".cordon-snippet b")).isEmpty();
    assertThat(page.text(".cordon-snippet")).contains("<b>on the left arm</b>");
    assertThat(page.document().expectFirst(".cordon-hits a").attr("href"))
        .isEqualTo("/items/" + Samples.ITEM + "?version=2");
    assertThat(page.document().select("a[rel=next]").attr("href"))
        .contains("after=cursor%2B2", "q=bruise")
        .doesNotContain("+2");
  }

  @Test
  void everyCountIsALinkThatNarrowsTheSearch() {
    browser.signIn();
    var page = browser.get("/search?q=a%26b%20c&sort=-date").document();

    assertThat(page.select(".cordon-choices a[href*=agency]").attr("href"))
        .contains("q=a%26b%20c", "agency=" + Samples.COUNCIL, "sort=-date");
    assertThat(page.select(".cordon-choices").text())
        .contains("Marram Council Children’s Services 800 results", "Health record 12 results");
    assertThat(page.select(".cordon-timeline li").eachText())
        .containsExactly(
            "March 2025 41 results", "February 2025 14 results", "January 2025 3 results");
    assertThat(page.select(".cordon-timeline a").attr("href"))
        .contains("from=2025-03-01", "to=2025-03-31");
    assertThat(page.select("#q").val()).isEqualTo("a&b c");
  }

  @Test
  void whatTheSearchIsNarrowedToCanBeTakenOff() {
    browser.signIn();
    Browser.Page page =
        browser.get(
            "/search?q=x&case=" + Samples.CASE + "&agency=" + Samples.HEALTH + "&from=1/3/2025");

    assertThat(page.document().select(".moj-filter__tag").eachText())
        .containsExactly(
            "Remove this filter: CSPR 2026/04 Review into services for Child K",
            "Remove this filter: Fenwick and Dale NHS Trust",
            "Remove this filter: From 1 March 2025");
    assertThat(page.document().select(".moj-filter__tag").get(1).attr("href"))
        .contains("case=", "from=")
        .doesNotContain("agency");
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo("/api/search"))
                .withQueryParam("from", equalTo("2025-03-01"))
                .withQueryParam("case", equalTo(Samples.CASE)));
  }

  @Test
  void aMistakeInTheWordsIsExplainedAtTheBox() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo("/api/search"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"q: x",
                         "errors":[{"field":"q","message":"has a quotation mark that is not closed."}]}
                        """,
                        400)));
    browser.signIn();
    Browser.Page page = browser.get("/search?q=%22home");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("#q-error"))
        .isEqualTo("Error: This has a quotation mark that is not closed.");
    assertThat(page.document().select(".govuk-error-summary a").attr("href")).isEqualTo("#q");
    assertThat(page.document().select("#q").val()).isEqualTo("\"home");
  }

  @Test
  void aDateThatIsNoneIsExplainedAndNothingIsSearched() {
    browser.signIn();
    Browser.Page page = browser.get("/search?q=x&from=31/2/2025&to=soon");

    assertThat(page.text("#from-error")).contains("Enter a real date");
    assertThat(page.text("#to-error")).contains("Enter a real date");
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo("/api/search")));
  }

  @Test
  void nothingFoundSaysWhatToTry() {
    neighbours.json(
        "/api/search",
        """
        {"total":0,"hits":[],"facets":{"case":[],"kind":[],"agency":[],"documentType":[]},
         "timeline":[],"next":null}
        """);
    browser.signIn();
    Browser.Page page = browser.get("/search?q=zebra");

    assertThat(page.text(".cordon-results-head h2")).isEqualTo("0 results");
    assertThat(page.text("main"))
        .contains("Nothing that is open to you matches", "check the spelling");
  }

  @Test
  void theEmptyPageAsksNothingOfTheService() {
    browser.signIn();
    assertThat(browser.get("/search").status()).isEqualTo(200);
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo("/api/search")));
  }
}
