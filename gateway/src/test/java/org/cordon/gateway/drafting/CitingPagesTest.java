package org.cordon.gateway.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class CitingPagesTest extends GatewayTest {
  private static final String ITEM = "/items/" + Samples.ITEM;
  private static final String CITE = ITEM + "/cite?version=2";
  private static final String DRAFT = "/papers/" + PaperSamples.PAPER + "/draft";
  private static final String SOURCES = DRAFT + "/sources";

  @Test
  void whatIsFoundCanBeInsertedAsAQuotationOrAReference() {
    browser.signIn();
    var page = browser.get(SOURCES + "?q=bruise&after=" + PaperSamples.SECOND).document();
    var first = page.expectFirst("[data-source]");

    assertThat(page.select("[data-source]")).hasSize(2);
    assertThat(first.attr("data-title")).isEqualTo("Minutes of the core group, 27 March 2025");
    assertThat(first.select("form").getFirst().select("input[name=text]").val())
        .isEqualTo(
            "The health visitor reported a bruise <b>on the left arm</b> at the home visit of 12"
                + " March.");
    assertThat(first.select("form").eachAttr("action"))
        .containsOnly(DRAFT + "/passages/new")
        .hasSize(2);
    assertThat(first.select("input[name=kind]").eachAttr("value"))
        .containsExactly("QUOTATION", "PARAGRAPH");
    assertThat(first.select("input[name=after]").eachAttr("value"))
        .containsOnly(PaperSamples.SECOND);
    assertThat(first.select("input[name=citation]").eachAttr("value").getLast())
        .isEqualTo("{\"version\":\"%s\"}".formatted(Samples.VERSION));
    assertThat(first.select("button").text())
        .contains("Insert as a quotation from Minutes of the core group, 27 March 2025");
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo("/api/search"))
                .withQueryParam("case", equalTo(Samples.CASE))
                .withQueryParam("q", equalTo("bruise")));
  }

  @Test
  void nothingFoundAndNothingAskedAreSaid() {
    neighbours.json(
        "/api/search", "{\"total\":0,\"hits\":[],\"facets\":{},\"timeline\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(SOURCES + "?q=x").text("[data-found-none]")).contains("Nothing");
    neighbours.services().resetRequests();
    assertThat(browser.get(SOURCES).document().select("[data-found], [data-found-none]")).isEmpty();
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo("/api/search")));
  }

  @Test
  void aQuestionThatCannotBeReadIsExplained() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo("/api/search"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"no",
                         "errors":[{"field":"q","message":"has a quotation mark too many."}]}
                        """,
                        400)));
    browser.signIn();

    assertThat(browser.get(SOURCES + "?q=%22").text("#q-error"))
        .contains("This has a quotation mark too many.");
  }

  @Test
  void anItemOffersToBeCitedWithTheMarkedWordsInAFormAndNotInAnAddress() {
    browser.signIn();
    var form = browser.get(ITEM).document().expectFirst("form[data-cite]");
    assertThat(form.attr("action")).isEqualTo(CITE);
    assertThat(form.attr("method")).isEqualTo("post");

    Browser.Page page = browser.post(ITEM, CITE, Map.of("step", "begin", "quote", "a <bruise>"));
    assertThat(page.document().select("#quote").text()).isEqualTo("a <bruise>");
    assertThat(page.document().select("input[name=paper]").eachAttr("value"))
        .containsExactly(PaperSamples.PAPER, "01919f00-0000-7000-8000-0000000001b2");
    assertThat(page.document().select(".govuk-error-summary")).isEmpty();
  }

  @Test
  void theQuotationGoesToTheEndOfTheDraft() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(PaperSamples.PASSAGES))
                .willReturn(jsonResponse(PaperSamples.first(1), 201)));
    browser.signIn();
    Browser.Page answer =
        browser.post(
            ITEM,
            CITE,
            Map.of("key", "key-5", "quote", "a bruise", "page", "4", "paper", PaperSamples.PAPER));

    assertThat(answer.header("Location"))
        .isEqualTo(DRAFT + "?at=" + PaperSamples.FIRST + "#p-" + PaperSamples.FIRST);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.PASSAGES))
                .withHeader("Idempotency-Key", equalTo("key-5"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"kind":"QUOTATION","text":"a bruise","citations":[{"version":"%s","page":4,"quote":"a bruise"}],"accountsOf":[],"after":"%s"}
                        """
                            .formatted(Samples.VERSION, PaperSamples.SECOND))));
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    browser.signIn();
    Browser.Page page =
        browser.post(ITEM, CITE, Map.of("page", "iv", "paper", Samples.CASE, "quote", " "));

    assertThat(page.text(".govuk-error-summary"))
        .contains("Select the paper", "Enter the words that you quote", "number of the page");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whereNothingIsBeingWrittenThePageSaysHowToBegin() {
    neighbours.json(PaperSamples.OF_CASE, "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(
            browser
                .post(ITEM, CITE, Map.of("step", "begin"))
                .document()
                .select("main a[href$=/papers/new]"))
        .hasSize(1);
  }

  @Test
  void whoeverWritesNoPapersIsNotOfferedIt() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("LEGAL_ADVISER", "\"find\""));
    browser.signIn();

    assertThat(browser.get(ITEM).document().select("[data-cite]")).isEmpty();
    assertThat(browser.post("/cases", CITE, Map.of("step", "begin")).status()).isEqualTo(404);
    assertThat(browser.post("/cases", ITEM + "/cite?version=9", Map.of()).status()).isEqualTo(404);
  }
}
