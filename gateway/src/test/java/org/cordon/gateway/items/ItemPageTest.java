package org.cordon.gateway.items;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class ItemPageTest extends GatewayTest {
  private static final String PAGE = "/items/" + Samples.ITEM;
  private static final String ITEM = "/api/evidence/items/" + Samples.ITEM;

  @Test
  void anItemShowsItsTextWithItsLinesItsVersionsAndWhoHasSeenIt() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text("h1")).isEqualTo("Minutes of the core group, 27 March 2025");
    assertThat(page.document().expectFirst(".cordon-text").wholeText())
        .isEqualTo("Core group minutes\n\n  Present: four people\n");
    assertThat(page.text(".cordon-facts"))
        .contains("27 March 2025", "Marram Council Children’s Services", Samples.HASH, "1.4 MB");
    assertThat(page.document().select("a[download]").eachAttr("href"))
        .containsExactly(ITEM + "/versions/2/content", ITEM + "/versions/1/content");
    assertThat(page.text("main"))
        .contains("Ines Okafor-Lindqvist", "Opened, delivery not confirmed", "Version added");
    assertThat(page.text("main")).contains("draft <minutes>.txt");
  }

  @Test
  void whoHasSeenItIsThereOnlyForThoseWhoMayKnow() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("REVIEW_TEAM_MEMBER", "\"find\""));
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text("main")).doesNotContain("Who has seen it", "Add a new version", "Asha");
  }

  @Test
  void whoseAccountsItHoldsStandsBesideItForThoseWhoMayKnow() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text(".cordon-aside"))
        .contains("Tomasz Birch", "Maud <Ferris> (through a source)", "Delicate", "timing")
        .contains("Fenwick and Dale NHS Trust (no consent yet)", "Circulated to Asha Rowe");
    assertThat(page.document().select("main a").eachAttr("href"))
        .contains(PAGE + "/labels?version=2", PAGE + "/circulate?version=2");
  }

  @Test
  void labelsThatAreNotOpenLeaveNoTrace() {
    neighbours
        .services()
        .stubFor(
            get("/api/access/versions/" + Samples.VERSION + "/labels")
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();
    assertThat(browser.get(PAGE).body()).doesNotContain("Labels", "Whose accounts");

    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("REVIEW_TEAM_MEMBER", "\"find\""));
    neighbours.services().resetRequests();
    assertThat(browser.get(PAGE).body()).doesNotContain("Labels", "Circulate");
    neighbours.services().verify(0, getRequestedFor(urlPathMatching(".*/labels")));
  }

  @Test
  void whileItsTextIsReadThePageWatchesAndOffersToLookAgain() {
    neighbours.json(ITEM, Samples.item("EXTRACTING", "null"));
    browser.signIn();
    var page = browser.get(PAGE).document();

    assertThat(page.select("[data-watch]").attr("data-watch")).isEqualTo(ITEM);
    assertThat(page.select("[data-watch]").attr("data-state")).isEqualTo("EXTRACTING");
    assertThat(page.select("[data-watch] a").attr("href")).isEqualTo(PAGE);
    assertThat(page.select(".cordon-text")).isEmpty();
  }

  @Test
  void aFileWithoutTextSaysWhyAndCanBeDownloaded() {
    neighbours.json(ITEM, Samples.item("FAILED", "\"The file is protected by a password.\""));
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text(".govuk-warning-text"))
        .contains("The file is protected by a password.", "can be downloaded");
  }

  @Test
  void aLongTextComesInPartsThatTogetherAreTheWhole() {
    String line = "A line of the record that is about sixty characters long.\n";
    String whole = line.repeat(1000);
    neighbours.json(ITEM + "/versions/2/text", Samples.text(whole));
    browser.signIn();
    var first = browser.get(PAGE).document();
    int parts =
        Integer.parseInt(first.select(".cordon-text-pages span").text().replaceAll(".* of ", ""));
    var read = new StringBuilder();
    for (int part = 1; part <= parts; part++) {
      var text = browser.get(PAGE + "?page=" + part).document().expectFirst(".cordon-text");
      assertThat(text.wholeText()).endsWith("\n");
      read.append(text.wholeText());
    }

    assertThat(parts).isBetween(4, 8);
    assertThat(read.toString()).isEqualTo(whole);
    assertThat(browser.get(PAGE + "?page=9999").status()).isEqualTo(200);
  }

  @Test
  void textIsShownAsTextWhateverItHolds() {
    neighbours.json(
        ITEM + "/versions/2/text", Samples.text("<script src=/x></script> & [[${7*7}]] end"));
    browser.signIn();
    var page = browser.get(PAGE).document();

    assertThat(page.select(".cordon-text").text())
        .isEqualTo("<script src=/x></script> & [[${7*7}]] end");
    assertThat(page.select(".cordon-text script")).isEmpty();
  }

  @Test
  void anItemWhoseCaseIsNotOpenIsNotThere() {
    neighbours.services().resetMappings();
    neighbours.reset();
    neighbours
        .services()
        .stubFor(
            get("/api/access/cases/" + Samples.CASE)
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
  }
}
