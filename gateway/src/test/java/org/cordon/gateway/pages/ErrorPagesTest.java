package org.cordon.gateway.pages;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class ErrorPagesTest extends GatewayTest {

  @Test
  void whatIsAbsentAndWhatIsWalledShowTheSameBytes_rule2() {
    browser.signIn();
    String walled = browser.get("/items/" + UUID.randomUUID()).body();

    assertThat(walled).contains("There is nothing here, or it is not open to you.");
    for (String path :
        List.of(
            "/items/" + UUID.randomUUID(),
            "/items/not-an-id",
            "/items/" + UUID.randomUUID() + "/versions",
            "/items/" + Samples.ITEM + "?version=9",
            "/cases/" + UUID.randomUUID(),
            "/cases/" + UUID.randomUUID() + "/people",
            "/cases/" + UUID.randomUUID() + "/documents/add",
            "/nothing",
            "/auth/admin/",
            "/assets/0000000000000000/cordon.css",
            "/error")) {
      Browser.Page page = browser.get(path);
      assertThat(page.status()).as(path).isEqualTo(404);
      assertThat(page.body()).as(path).isEqualTo(walled);
    }
  }

  @Test
  void whatAServiceCannotAnswerIsToldWithoutItsWords() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo("/api/access/me"))
                .willReturn(aResponse().withStatus(500).withBody("secret stack trace")));
    Browser.Page page = browser.signIn();

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text("h1")).isEqualTo("Something went wrong");
    assertThat(page.body()).doesNotContain("secret");
  }

  @Test
  void aServiceThatSaysItIsUnavailableIsUnavailable() {
    neighbours
        .services()
        .stubFor(get(urlPathEqualTo("/api/access/me")).willReturn(aResponse().withStatus(503)));
    Browser.Page page = browser.signIn();

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text("main"))
        .contains(
            "Cordon cannot check what you may see, so it shows nothing. Your work is safe.",
            "Try again in a few minutes.");
  }

  @Test
  void anAnswerThatCannotBeReadShowsNothing() {
    neighbours.json("/api/access/me", "{\"person\":");
    Browser.Page page = browser.signIn();

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).doesNotContain("Jackson", "Exception");
  }

  @Test
  void assetsAreNamedByTheirContentAndKeptForAYear() {
    String style = browser.get("/").document().select("link[rel=stylesheet]").attr("href");
    Browser.Page page = browser.get(style);

    assertThat(style).matches("/assets/[0-9a-f]{16}/frontend.css");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).contains("max-age=31536000", "immutable", "public");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.body())
        .contains(".govuk-button", ".moj-filter__tag")
        .doesNotContain("GDS Transport", "@font-face", "crest.svg", "Calvert");
  }

  @Test
  void everyFileThatAPageOrAStylesheetNamesIsThere() {
    var start = browser.get("/").document();
    String base = start.select("link[href$=frontend.css]").attr("href").replace("frontend.css", "");
    start
        .select("link[href^=/assets], script[src]")
        .forEach(named -> {
          String path = named.hasAttr("src") ? named.attr("src") : named.attr("href");
          assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        });
    for (String module : List.of("upload.mjs", "watch.mjs", "copy.mjs", "govuk-frontend.js")) {
      Browser.Page page = browser.get(base + module);
      assertThat(page.status()).as(module).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/javascript");
    }
    Pattern.compile("url\\(([^)]+)\\)")
        .matcher(browser.get(base + "frontend.css").body())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .forEach(path -> assertThat(browser.get(base + path).status()).as(path).isEqualTo(200));
  }

  @Test
  void pagesSayWhatLanguageTheyAreInAndLetOneSkipToTheirContent() {
    browser.signIn();
    for (String path : List.of("/cases", "/search", "/nothing")) {
      var document = browser.get(path).document();
      assertThat(document.select("html").attr("lang")).isEqualTo("en-GB");
      assertThat(document.select("h1")).as(path).hasSize(1);
      assertThat(document.select("main#main-content")).hasSize(1);
      assertThat(document.select("a.govuk-skip-link").attr("href")).isEqualTo("#main-content");
      assertThat(document.title()).endsWith("– Cordon");
    }
  }
}
