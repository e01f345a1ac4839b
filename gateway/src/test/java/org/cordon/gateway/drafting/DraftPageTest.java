package org.cordon.gateway.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DraftPageTest extends GatewayTest {
  private static final String PAPER = "/papers/" + PaperSamples.PAPER;
  private static final String DRAFT = PAPER + "/draft";
  private static final String FIRST = DRAFT + "/passages/" + PaperSamples.FIRST;
  private static final String SECOND = DRAFT + "/passages/" + PaperSamples.SECOND;
  private static final String API = PaperSamples.PASSAGES + "/";

  @Test
  void theDraftShowsItsPassagesWithTheirFactsAndSources() {
    browser.signIn();
    Browser.Page page = browser.get(DRAFT);

    assertThat(page.text("h1")).isEqualTo("Chronology <of> the first year");
    assertThat(page.document().select("[data-passages] > li").eachAttr("data-passage"))
        .containsExactly(PaperSamples.FIRST, PaperSamples.SECOND);
    assertThat(page.document().select("#p-" + PaperSamples.FIRST).text())
        .contains("Entry", "12 March 2025", "Fenwick and Dale NHS Trust")
        .contains("The health visitor saw <b>a bruise</b>.")
        .contains("Minutes <of> the core group", "a bruise on the left arm", "Not word for word");
    assertThat(page.text("#closed-title + div")).contains("closed to nobody");
  }

  @Test
  void whatAServiceCallsHtmlIsShownAsPlainStructure() {
    browser.signIn();
    var passage = browser.get(DRAFT).document().expectFirst("#p-" + PaperSamples.SECOND);

    assertThat(passage.select(".cordon-written *").eachText())
        .containsExactly("He said so.link", "He said so.link", "said");
    assertThat(passage.select(".cordon-written *").stream().map(Element::tagName))
        .containsExactly("blockquote", "p", "strong");
    assertThat(passage.select(".cordon-written *").stream().map(Element::attributesSize))
        .containsOnly(0);
  }

  @Test
  void everyPassageHasItsButtonsAndNamesThemToScreenReaders() {
    browser.signIn();
    var passage = browser.get(DRAFT).document().expectFirst("#p-" + PaperSamples.FIRST);

    assertThat(passage.select("a[data-edit]").attr("href")).isEqualTo(FIRST);
    assertThat(passage.select("a[data-edit]").text())
        .isEqualTo("Edit “The health visitor saw <b>a bruise</b>.”");
    assertThat(passage.select("a[data-add]").attr("href"))
        .isEqualTo(DRAFT + "/passages/new?after=" + PaperSamples.FIRST + "&section=ENTRY");
    assertThat(passage.select("form").attr("action")).isEqualTo(FIRST + "/place");
    assertThat(passage.select("button[data-remove]").attr("formaction"))
        .isEqualTo(FIRST + "/remove");
    assertThat(passage.select("input[name=revision]").val()).isEqualTo("2");
  }

  @Test
  void anEmptyDraftSaysWhatToDoAndWhichPartsAreNotWritten() {
    neighbours.json(PaperSamples.OF_PAPER + "/draft", PaperSamples.draft());
    browser.signIn();
    Browser.Page page = browser.get(DRAFT);

    assertThat(page.text("[data-empty]")).contains("Nothing is written yet.");
    assertThat(page.text("a[data-first]")).isEqualTo("Add the first passage");
    assertThat(page.document().select("#unwritten a").eachAttr("href"))
        .containsExactly(DRAFT + "/passages/new?after=&section=ENTRY");
  }

  @Test
  void theDraftSaysToWhomItIsClosedAndThroughWhichSource() {
    neighbours.json(
        PaperSamples.OF_PAPER + "/draft/closed",
        """
        {"items":[
          {"person":"%s","roles":["CASE_GROUP_MEMBER"],"because":[
            {"source":"%s","item":"%s","title":"Record of a <conversation>","reasons":["wall"]},
            {"source":"%s","item":"%s","title":null,"reasons":[]}]},
          {"person":"01919f00-0000-7000-8000-000000000009","roles":["FAMILY_LIAISON"],
           "because":[{"source":null,"item":null,"title":null,"reasons":["roles"]}]}]}
        """
            .formatted(
                Samples.OTHER,
                Samples.VERSION,
                Samples.ITEM,
                PaperSamples.DRAFT,
                PaperSamples.PAPER));
    browser.signIn();
    var closed = browser.get(DRAFT).document().select(".cordon-closed li");

    assertThat(closed.eachText())
        .containsExactly(
            "Tomasz Birch, Case group member because of Record of a <conversation>"
                + " because of a source that is not open to you",
            "Somebody, Family liaison because of what is marked on the draft itself");
    assertThat(closed.select("a").attr("href")).isEqualTo("/items/" + Samples.ITEM);
    var part = browser.send(browser.request(DRAFT + "/closed").header("Cordon-Part", "x").GET());
    assertThat(part.document().select("[data-closed-list] li")).hasSize(2);
    assertThat(part.body()).doesNotContain("<main");
  }

  @Test
  void whoeverMayReadTheDraftAndNotWriteItHasNoButtons() {
    neighbours.json(PaperSamples.OF_PAPER, PaperSamples.paper("\"comment\""));
    browser.signIn();
    Browser.Page page = browser.get(DRAFT);

    assertThat(page.document().select("main form, [data-edit]")).isEmpty();
    assertThat(page.document().select(".cordon-passage")).hasSize(2);
    assertThat(browser.get(FIRST).status()).isEqualTo(404);
    assertThat(browser.get(DRAFT + "/title").status()).isEqualTo(404);
    assertThat(browser.get(DRAFT + "/freeze").status()).isEqualTo(404);
    assertThat(browser.get(DRAFT + "/sources").status()).isEqualTo(404);
  }

  @Test
  void aLongDraftComesInPartsAndOpensAtAPassage() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      many.add(
          PaperSamples.second()
              .replace(PaperSamples.SECOND, "01919f00-0000-7000-8000-%012d".formatted(i)));
    }
    neighbours.json(
        PaperSamples.OF_PAPER + "/draft", PaperSamples.draft(many.toArray(String[]::new)));
    browser.signIn();

    assertThat(browser.get(DRAFT).document().select(".cordon-passage")).hasSize(200);
    assertThat(browser.get(DRAFT + "?part=9").text(".cordon-text-pages")).contains("Part 3 of 3");
    assertThat(
            browser
                .get(DRAFT + "?at=01919f00-0000-7000-8000-000000000201")
                .text(".cordon-text-pages"))
        .contains("Part 2 of 3");
  }

  @Test
  void aDraftThatIsWalledIsNotThere_rule2() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(PaperSamples.OF_PAPER + "/draft"))
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();

    assertThat(browser.get(DRAFT).body())
        .isEqualTo(browser.get("/papers/" + Samples.CASE + "/draft").body());
  }

  @Test
  void theNextDraftIsBegun() {
    neighbours.services().stubFor(post(PaperSamples.OF_PAPER + "/draft").willReturn(created()));
    browser.signIn();

    assertThat(browser.post(PAPER, DRAFT, Map.of("key", "key-2")).header("Location"))
        .isEqualTo(DRAFT);
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(PaperSamples.OF_PAPER + "/draft"))
                .withHeader("Idempotency-Key", equalTo("key-2")));
  }

  @Test
  void aPassageMovesUpAndDownByButtons() {
    neighbours.services().stubFor(post(urlPathMatching(API + ".*")).willReturn(noContent()));
    browser.signIn();

    assertThat(browser.post(DRAFT, SECOND + "/place", Map.of("to", "up")).header("Location"))
        .isEqualTo(DRAFT + "?at=" + PaperSamples.SECOND + "#p-" + PaperSamples.SECOND);
    browser.post(DRAFT, FIRST + "/place", Map.of("to", "down"));
    browser.post(DRAFT, FIRST + "/place", Map.of("to", "up"));

    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(API + PaperSamples.SECOND + "/place"))
                .withRequestBody(equalToJson("{\"after\":null}")));
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(API + PaperSamples.FIRST + "/place"))
                .withRequestBody(equalToJson("{\"after\":\"" + PaperSamples.SECOND + "\"}")));
  }

  @Test
  void whatIsTakenOutCanBePutBack() {
    neighbours.services().stubFor(delete(urlPathMatching(API + ".*")).willReturn(noContent()));
    neighbours.services().stubFor(post(urlPathMatching(API + ".*")).willReturn(noContent()));
    browser.signIn();
    Browser.Page answer = browser.post(DRAFT, SECOND + "/remove", Map.of("revision", "1"));

    assertThat(answer.header("Location"))
        .isEqualTo(DRAFT + "?at=" + PaperSamples.FIRST + "#p-" + PaperSamples.FIRST);
    neighbours
        .services()
        .verify(
            deleteRequestedFor(urlPathEqualTo(API + PaperSamples.SECOND))
                .withHeader("If-Match", equalTo("\"1\"")));
    var undo = browser.get(answer.header("Location").replaceFirst("#.*", "")).document();
    assertThat(undo.select("form[action$=/restore]").attr("action")).isEqualTo(SECOND + "/restore");
    assertThat(undo.select("form[action$=/restore] input[name=after]").val())
        .isEqualTo(PaperSamples.FIRST);
    browser.post(DRAFT, SECOND + "/restore", Map.of("after", PaperSamples.FIRST));
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API + PaperSamples.SECOND + "/restore"))
                .withRequestBody(equalToJson("{\"after\":\"" + PaperSamples.FIRST + "\"}")));
  }

  @Test
  void theFirstPassageIsPutBackAtTheBeginning() {
    neighbours.services().stubFor(post(urlPathMatching(API + ".*")).willReturn(noContent()));
    browser.signIn();
    browser.post(DRAFT, FIRST + "/restore", Map.of("after", "first"));

    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API + PaperSamples.FIRST + "/place"))
                .withRequestBody(equalToJson("{\"after\":null}")));
  }

  @Test
  void whatSomebodySavedSinceIsNotTakenOut() {
    neighbours
        .services()
        .stubFor(
            delete(urlPathMatching(API + ".*"))
                .willReturn(jsonResponse(PassagePageTest.CHANGED, 412)));
    browser.signIn();
    Browser.Page answer = browser.post(DRAFT, SECOND + "/remove", Map.of("revision", "1"));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.text("main")).contains("Look at it again before you take it out.");
  }

  @Test
  void theTitleIsChangedUnlessSomebodyElseDid() {
    String title = PaperSamples.OF_PAPER + "/draft/title";
    browser.signIn();
    assertThat(browser.get(DRAFT + "/title").document().select("input[name=revision]").val())
        .isEqualTo("7");
    assertThat(browser.post(DRAFT, DRAFT + "/title", Map.of("title", " ")).text("#title-error"))
        .contains("Enter a title");

    neighbours
        .services()
        .stubFor(put(title).willReturn(jsonResponse(PassagePageTest.CHANGED, 412)));
    assertThat(
            browser
                .post(DRAFT, DRAFT + "/title", Map.of("title", "New", "revision", "7"))
                .text("#title-error"))
        .contains("Somebody else changed it.");
    neighbours.services().stubFor(put(title).willReturn(noContent()));
    assertThat(
            browser
                .post(DRAFT, DRAFT + "/title", Map.of("title", "New", "revision", "7"))
                .header("Location"))
        .isEqualTo(DRAFT);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(title))
                .withHeader("If-Match", equalTo("\"7\""))
                .withRequestBody(equalToJson("{\"title\":\"New\"}")));
  }

  @Test
  void earlierTextsCanBeTakenUpAgain() {
    neighbours.json(
        API + PaperSamples.FIRST + "/revisions",
        "{\"items\":[%s,%s]}"
            .formatted(
                PaperSamples.first(2),
                PaperSamples.first(1).replace("The health visitor", "The <visitor>")));
    browser.signIn();
    Browser.Page page = browser.get(FIRST + "/revisions");

    assertThat(page.text("h2")).contains("6 October 2026 at 11:05 by Ines Okafor-Lindqvist");
    assertThat(page.document().select(".cordon-passage a").eachAttr("href"))
        .contains(FIRST + "?from=1");
    var form = browser.get(FIRST + "?from=1").document();
    assertThat(form.select("textarea").text()).startsWith("The <visitor>");
    assertThat(form.select("input[name=revision]").val()).isEqualTo("2");
    assertThat(browser.get(FIRST + "?from=9").status()).isEqualTo(404);
  }
}
