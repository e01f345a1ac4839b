package org.cordon.gateway.reviewing;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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
import org.junit.jupiter.api.Test;

class VersionPagesTest extends GatewayTest {
  private static final String PAPER = "/papers/" + PaperSamples.PAPER;
  private static final String VERSION = PAPER + "/versions/2";
  private static final String COMMENTS = PaperSamples.OF_PAPER + "/versions/2/comments";
  private static final String COMPARISON = PAPER + "/comparison";

  @Test
  void aVersionIsReadWithItsCommentsAndItsFiles() {
    browser.signIn();
    Browser.Page page = browser.get(VERSION);

    assertThat(page.text("h1")).isEqualTo("Chronology <of> the first year");
    assertThat(page.document().select(".cordon-passage")).hasSize(2);
    assertThat(page.text(".cordon-citations a")).isEqualTo("Minutes <of> the core group");
    assertThat(page.document().select(".cordon-written script, .cordon-written a")).isEmpty();
    assertThat(page.text("#comments + ul"))
        .contains("Tomasz Birch", "7 October 2026 at 10:00", "I remember it <differently>.")
        .contains("On: The health visitor saw <b>a bruise</b>.");
    assertThat(page.document().select("a[download]").eachAttr("href"))
        .containsExactly(
            PaperSamples.OF_PAPER + "/versions/2/pdf", PaperSamples.OF_PAPER + "/versions/2/docx");
    assertThat(page.document().select("main a").eachAttr("href"))
        .contains(VERSION + "/circulate", COMPARISON + "?from=1&to=2");
  }

  @Test
  void aVersionThatIsNotThereOrWalledIsNotThere_rule2() {
    browser.signIn();

    assertThat(browser.get(PAPER + "/versions/1").status()).isEqualTo(404);
    assertThat(browser.get(PAPER + "/versions/9").status()).isEqualTo(404);
    assertThat(browser.get(PAPER + "/versions/x").status()).isEqualTo(404);
  }

  @Test
  void aCommentBeginsOnThePassageItIsAbout() {
    browser.signIn();
    var form =
        browser.get(VERSION + "?about=" + PaperSamples.FIRST).document().expectFirst("#comment");

    assertThat(form.select("option[selected]").val()).isEqualTo(PaperSamples.FIRST);
    assertThat(form.select("option").eachText()).contains("The whole paper", "He **said** so.");
  }

  @Test
  void aCommentIsAddedOnce() {
    neighbours.services().stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(created()));
    browser.signIn();
    Browser.Page answer =
        browser.post(
            VERSION,
            VERSION + "/comments",
            Map.of("key", "key-6", "passage", PaperSamples.FIRST, "text", "So\r\nit was."));
    browser.post(
        VERSION, VERSION + "/comments", Map.of("key", "key-7", "passage", "whole", "text", "All."));

    assertThat(answer.header("Location")).isEqualTo(VERSION + "#comments");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(COMMENTS))
                .withHeader("Idempotency-Key", equalTo("key-6"))
                .withRequestBody(
                    equalToJson(
                        "{\"passage\":\"%s\",\"text\":\"So\\nit was.\"}"
                            .formatted(PaperSamples.FIRST))));
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(COMMENTS))
                .withRequestBody(equalToJson("{\"text\":\"All.\"}")));
  }

  @Test
  void aCommentThatIsNotTakenStaysInItsForm() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(COMMENTS))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"no",
                         "errors":[{"field":"text","message":"may have 20,000 characters."}]}
                        """,
                        400)));
    browser.signIn();

    assertThat(browser.post(VERSION, VERSION + "/comments", Map.of()).text("#text-error"))
        .contains("Enter your comment");
    Browser.Page page =
        browser.post(VERSION, VERSION + "/comments", Map.of("text", "A <long> one", "key", "k"));
    assertThat(page.text("#text-error")).contains("This may have 20,000 characters.");
    assertThat(page.document().select("#text").text()).isEqualTo("A <long> one");
    assertThat(page.document().title()).startsWith("Error: ");
  }

  @Test
  void whoeverMayNotCommentIsNotOfferedIt() {
    neighbours.json(PaperSamples.OF_PAPER, PaperSamples.paper(""));
    browser.signIn();

    assertThat(browser.get(VERSION).document().select("#comment, .cordon-passage p a")).isEmpty();
    assertThat(browser.post("/cases", VERSION + "/comments", Map.of("text", "x")).status())
        .isEqualTo(404);
  }

  @Test
  void twoVersionsStandSideBySide() {
    neighbours.json(
        PaperSamples.OF_PAPER + "/comparison",
        """
        {"from":1,"to":2,"rows":[
          {"passage":"%1$s","change":"CHANGED","before":%2$s,"after":%3$s},
          {"passage":"%4$s","change":"ADDED","before":null,"after":%5$s},
          {"passage":"%4$s","change":"SAME","before":%5$s,"after":%5$s}]}
        """
            .formatted(
                PaperSamples.FIRST,
                PaperSamples.first(1).replace("The health visitor", "A nurse"),
                PaperSamples.first(2),
                PaperSamples.SECOND,
                PaperSamples.second()));
    browser.signIn();
    Browser.Page page = browser.get(COMPARISON + "?from=1&to=2");
    var rows = page.document().select("tbody tr");

    assertThat(page.text("#differences")).contains("2 passages differ.");
    assertThat(rows.select("th").eachText()).containsExactly("Changed", "Added");
    assertThat(rows.getFirst().select("td").eachText().getFirst()).contains("A nurse saw <b>");
    assertThat(rows.getLast().select("td").eachText().getFirst()).isEqualTo("Not there");
    assertThat(page.document().select("td script, td a")).isEmpty();
    assertThat(browser.get(COMPARISON + "?from=1&to=2&all=yes").document().select("tbody tr"))
        .hasSize(3);
    neighbours
        .services()
        .verify(
            2,
            getRequestedFor(urlPathEqualTo(PaperSamples.OF_PAPER + "/comparison"))
                .withQueryParam("from", equalTo("1"))
                .withQueryParam("to", equalTo("2")));
  }

  @Test
  void whatIsNotThereIsNotCompared() {
    browser.signIn();

    assertThat(browser.get(COMPARISON + "?from=7&to=2").status()).isEqualTo(404);
    assertThat(browser.get(COMPARISON + "?from=1&to=9").status()).isEqualTo(404);
    assertThat(browser.get(COMPARISON).status()).isEqualTo(404);
    neighbours.services().verify(0, getRequestedFor(urlPathMatching(".*/comparison")));
  }
}
