package org.cordon.gateway.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class PassagePageTest extends GatewayTest {
  static final String CHANGED =
      """
      {"type":"/problems/changed","title":"x","status":412,"detail":"Somebody else changed it."}
      """;
  private static final String DRAFT = "/papers/" + PaperSamples.PAPER + "/draft";
  private static final String NEW = DRAFT + "/passages/new";
  private static final String FIRST = DRAFT + "/passages/" + PaperSamples.FIRST;
  private static final String API = PaperSamples.PASSAGES + "/" + PaperSamples.FIRST;
  private static final String CITATION =
      "{\"version\":\"%s\",\"quote\":\"a bruise\"}".formatted(Samples.VERSION);

  private static Map<String, String> typed() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("revision", "2");
    fields.put("key", "key-3");
    fields.put("after", PaperSamples.FIRST);
    fields.put("kind", "PARAGRAPH");
    fields.put("text", "  She saw\r\n<i>it</i>.");
    fields.put("section", "ENTRY");
    fields.put("from-day", "12");
    fields.put("from-month", "3");
    fields.put("from-year", "2025");
    fields.put("agency", Samples.HEALTH);
    fields.put("citation", CITATION);
    fields.put("accountsOf", Samples.OTHER);
    return fields;
  }

  private static String sent(String more) {
    return """
    {"kind":"PARAGRAPH","text":"  She saw\\n<i>it</i>.","section":"ENTRY","from":"2025-03-12",
     "agency":"%s","citations":[%s],"accountsOf":["%s"]%s}
    """
        .formatted(Samples.HEALTH, CITATION, Samples.OTHER, more);
  }

  private void saves(int status, String body) {
    neighbours.services().stubFor(put(urlPathEqualTo(API)).willReturn(jsonResponse(body, status)));
  }

  private void adds(int status, String body) {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(PaperSamples.PASSAGES)).willReturn(jsonResponse(body, status)));
  }

  /** As a page's script sends it. */
  private Browser.Page sendPart(String address, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", browser.token("/cases"));
    String body =
        all.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return browser.send(
        browser
            .request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cordon-Part", "passage")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void theFormHoldsEverythingThatThePassageHas() {
    browser.signIn();
    var form = browser.get(FIRST).document().expectFirst("form[data-passage-form]");

    assertThat(form.select("textarea").text()).isEqualTo("The health visitor saw <b>a bruise</b>.");
    assertThat(form.select("select[name=kind] option[selected]").val()).isEqualTo("PARAGRAPH");
    assertThat(form.select("select[name=section] option[selected]").val()).isEqualTo("ENTRY");
    assertThat(form.select("select[name=agency] option[selected]").val()).isEqualTo(Samples.HEALTH);
    assertThat(form.select("#from").val()).isEqualTo("12");
    assertThat(form.select("#from-year").val()).isEqualTo("2025");
    assertThat(form.select("input[name=citation][checked]").val())
        .contains(Samples.VERSION)
        .contains("a bruise on the left arm")
        .doesNotContain("verbatim");
    assertThat(form.select("[data-cited] label").text()).contains("Minutes <of> the core group");
    assertThat(form.select("input[name=accountsOf][checked]").val()).isEqualTo(Samples.OTHER);
    assertThat(form.select("input[name=revision]").val()).isEqualTo("2");
    assertThat(form.select("select[name=pattern]")).isEmpty();
  }

  @Test
  void aFindingAsksForItsPartAndPatternAndNotForDays() {
    neighbours.json(
        PaperSamples.OF_PAPER, PaperSamples.paper("\"write\"").replace("CHRONOLOGY", "FINDING"));
    browser.signIn();
    var form = browser.get(NEW + "?section=RISK").document();

    assertThat(form.select("select[name=section] option").eachAttr("value"))
        .containsExactly(
            "",
            "HEADLINE",
            "IN_THIS_CASE",
            "UNDERLYING",
            "PREVALENCE",
            "RISK",
            "ISSUES_FOR_THE_BOARD");
    assertThat(form.select("select[name=section] option[selected]").val()).isEqualTo("RISK");
    assertThat(form.select("select[name=pattern] option")).hasSize(7);
    assertThat(form.select("#from, select[name=agency]")).isEmpty();
  }

  @Test
  void whatIsSavedNamesTheRevisionThatWasRead() {
    saves(200, PaperSamples.first(3));
    browser.signIn();
    Browser.Page answer = browser.post(FIRST, FIRST, typed());

    assertThat(answer.header("Location"))
        .isEqualTo(DRAFT + "?at=" + PaperSamples.FIRST + "#p-" + PaperSamples.FIRST);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(API))
                .withHeader("If-Match", equalTo("\"2\""))
                .withRequestBody(equalToJson(sent(""))));
  }

  @Test
  void aSaveFromWithinThePageIsAnsweredShortlyAndReadsNothingAgain() {
    saves(200, PaperSamples.first(3).replace("\"savedBy\"", "\"cleaned\":2,\"savedBy\""));
    browser.signIn();
    browser.token("/cases");
    neighbours.services().resetRequests();
    Browser.Page answer = sendPart(FIRST, typed());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.document().select("[data-saved]").attr("data-revision")).isEqualTo("3");
    assertThat(answer.document().select("[data-saved]").attr("data-passage"))
        .isEqualTo(PaperSamples.FIRST);
    assertThat(answer.text("[data-saved]"))
        .isEqualTo("Saved. 2 characters that cannot be seen were taken out.");
    neighbours.services().verify(0, getRequestedFor(urlPathMatching("/api/evidence/.*")));
  }

  @Test
  void aPassageIsAddedOnceWhereItWasWanted() {
    adds(201, PaperSamples.second());
    browser.signIn();
    Browser.Page answer = browser.post(NEW, NEW, typed());

    assertThat(answer.header("Location")).endsWith("#p-" + PaperSamples.SECOND);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.PASSAGES))
                .withHeader("Idempotency-Key", equalTo("key-3"))
                .withRequestBody(equalToJson(sent(",\"after\":\"" + PaperSamples.FIRST + "\""))));
  }

  @Test
  void aPassageCanBeAddedAtTheBeginning() {
    adds(201, PaperSamples.second());
    String place = PaperSamples.PASSAGES + "/" + PaperSamples.SECOND + "/place";
    neighbours.services().stubFor(post(place).willReturn(noContent()));
    browser.signIn();
    assertThat(browser.get(DRAFT).document().select("a[data-first]").attr("href"))
        .isEqualTo(NEW + "?after=first");
    var fields = typed();
    fields.put("after", "first");
    browser.post(NEW, NEW, fields);

    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.PASSAGES))
                .withRequestBody(equalToJson(sent(""))));
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(place))
                .withRequestBody(equalToJson("{\"after\":null}")));
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingThatWasTypedIsLost() {
    browser.signIn();
    var fields = typed();
    fields.put("from-month", "13");
    fields.put("kind", "SPELL");
    Browser.Page page = browser.post(FIRST, FIRST, fields);

    assertThat(page.text(".govuk-error-summary"))
        .contains("Select what the passage is", "Enter a real date");
    assertThat(page.document().expectFirst("textarea").wholeText())
        .as("a browser drops the first line feed")
        .isEqualTo("\n  She saw\n<i>it</i>.");
    assertThat(page.document().select("input[name=citation][checked]").val()).contains("a bruise");
    assertThat(page.document().select("#from-month").val()).isEqualTo("13");
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatTheServiceFindsWrongIsSaidAtItsField() {
    saves(
        400,
        """
        {"type":"/problems/invalid","title":"x","status":400,"detail":"no",
         "errors":[{"field":"text","message":"may have 20,000 characters."},
           {"field":"accountsOf","message":"names somebody who is not in this case."}]}
        """);
    browser.signIn();
    Browser.Page page = browser.post(FIRST, FIRST, typed());

    assertThat(page.text("#text-error")).contains("This may have 20,000 characters.");
    assertThat(page.text("#accountsOf-error")).contains("not in this case");
    assertThat(page.document().select("details[open]")).hasSize(1);
  }

  @Test
  void aDraftThatWasMadeAVersionMeanwhileSaysSoAndKeepsTheText() {
    saves(
        409,
        """
        {"type":"/problems/conflict","title":"x","status":409,
         "detail":"This draft was made version 3. Begin the next draft."}
        """);
    browser.signIn();
    Browser.Page page = browser.post(FIRST, FIRST, typed());

    assertThat(page.text("#text-error")).contains("This draft was made version 3.");
    assertThat(page.document().select("textarea").text()).contains("<i>it</i>");
  }

  @Test
  void twoTextsOfOnePassageStandSideBySideWithEveryChoice() {
    saves(412, CHANGED);
    neighbours.json(PaperSamples.OF_PAPER + "/draft", PaperSamples.draft(PaperSamples.first(5)));
    browser.signIn();
    Browser.Page page = browser.post(FIRST, FIRST, typed());
    var form = page.document().expectFirst("[data-conflict] form");

    assertThat(page.status()).isEqualTo(412);
    assertThat(page.document().select(".cordon-two__text").eachText())
        .containsExactly("She saw <i>it</i>.", "The health visitor saw <b>a bruise</b>.");
    assertThat(page.text(".cordon-two")).contains("Saved 6 October 2026 at 11:05 by Ines");
    assertThat(form.attr("action")).isEqualTo(FIRST);
    assertThat(form.select("input[name=revision]").val()).isEqualTo("5");
    assertThat(form.select("input[name=text]").val()).isEqualTo("  She saw\n<i>it</i>.");
    assertThat(form.select("input[name=citation]").val()).contains("a bruise");
    assertThat(form.select("input[name=from-year]").val()).isEqualTo("2025");
    assertThat(form.select("input[name=accountsOf]").val()).isEqualTo(Samples.OTHER);
    assertThat(form.select("[data-choice=both]").attr("formaction")).isEqualTo(NEW);
    assertThat(form.select("input[name=after]").val()).isEqualTo(PaperSamples.FIRST);
    assertThat(form.select("[data-choice=theirs]").attr("href"))
        .isEqualTo(DRAFT + "?at=" + PaperSamples.FIRST);
  }

  @Test
  void whatWasTakenOutMeanwhileCanBePutBackAsANewPassage() {
    saves(404, Neighbours.NOT_FOUND);
    neighbours.json(PaperSamples.OF_PAPER + "/draft", PaperSamples.draft(PaperSamples.second()));
    browser.signIn();
    Browser.Page page = browser.post(DRAFT, FIRST, typed());
    var form = page.document().expectFirst("[data-conflict] form");

    assertThat(page.text("[data-conflict]")).contains("took this passage out of the draft");
    assertThat(form.attr("action")).isEqualTo(NEW);
    assertThat(form.select("input[name=after]").val()).isEqualTo(PaperSamples.SECOND);
    assertThat(form.select("[data-choice=both]")).isEmpty();
  }

  @Test
  void whatWasChosenElsewhereBeginsAPassageAndIsNotSavedYet() {
    browser.signIn();
    Browser.Page page =
        browser.post(
            NEW,
            NEW,
            Map.of(
                "step", "begin", "kind", "QUOTATION", "text", "a <bruise>", "citation", CITATION));

    assertThat(page.document().select("textarea").text()).isEqualTo("a <bruise>");
    assertThat(page.document().select(".govuk-error-summary")).isEmpty();
    assertThat(page.document().select("input[name=key]").val()).isNotEmpty();
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
    assertThat(browser.get(NEW + "?text=planted").body()).doesNotContain("planted");
  }

  @Test
  void aCitationThatIsNoneIsLeftOut() {
    saves(200, PaperSamples.first(3));
    browser.signIn();
    var fields = typed();
    fields.put("citation", "{\"version\":\"<nothing>\"}");
    browser.post(FIRST, FIRST, fields);

    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(API))
                .withRequestBody(equalToJson(sent("").replace("[" + CITATION + "]", "[]"))));
  }

  @Test
  void onePassageAloneIsShownForThePage() {
    browser.signIn();
    var part = browser.send(browser.request(FIRST).header("Cordon-Part", "passage").GET());

    assertThat(part.document().select("li[data-passage]")).hasSize(1);
    assertThat(part.text("li")).contains("The health visitor saw <b>a bruise</b>.");
    assertThat(part.body()).doesNotContain("<main");
    assertThat(browser.get(DRAFT + "/passages/" + Samples.CASE).status()).isEqualTo(404);
    assertThat(browser.get(DRAFT + "/passages/no-id").status()).isEqualTo(404);
  }
}
