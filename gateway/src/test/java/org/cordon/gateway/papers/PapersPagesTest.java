package org.cordon.gateway.papers;

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
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class PapersPagesTest extends GatewayTest {
  private static final String LIST = "/cases/" + Samples.CASE + "/papers";
  private static final String NEW = LIST + "/new";
  private static final String PAPER = "/papers/" + PaperSamples.PAPER;
  private static final Map<String, String> WANTED =
      Map.of("kind", "FINDING", "title", " Records that travel ", "key", "key-1");

  private void permit(String role, String permissions) {
    neighbours.json("/api/access/cases/" + Samples.CASE, Samples.oneCase(role, permissions));
  }

  private void refuse(int status, String problem) {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(PaperSamples.OF_CASE)).willReturn(jsonResponse(problem, status)));
  }

  @Test
  void theListShowsWhatEachPaperIsAndHowFarItHasCome() {
    browser.signIn();
    Browser.Page page = browser.get(LIST);

    assertThat(page.document().select("tbody tr").eachText())
        .containsExactly(
            "Chronology <of> the first year Chronology Version 2, draft of version 3",
            "Records that travel Finding Draft of version 1");
    assertThat(page.document().select("tbody a").eachAttr("href").getFirst()).isEqualTo(PAPER);
    assertThat(page.document().select(".govuk-pagination a").attr("href"))
        .isEqualTo(LIST + "?kind=&after=cursor%2B2/%3D");
    assertThat(page.document().select(".moj-sub-navigation a[aria-current=page]").text())
        .isEqualTo("Working papers");
  }

  @Test
  void theListCanBeNarrowedToOneKind() {
    browser.signIn();
    Browser.Page page = browser.get(LIST + "?kind=FINDING&after=x");

    assertThat(page.document().select("option[selected]").val()).isEqualTo("FINDING");
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(PaperSamples.OF_CASE))
                .withQueryParam("kind", equalTo("FINDING"))
                .withQueryParam("after", equalTo("x")));
    assertThat(browser.get(LIST + "?kind=SPELL").status()).isEqualTo(200);
  }

  @Test
  void anEmptyListSaysHowToBeginToThoseWhoMay() {
    neighbours.json(PaperSamples.OF_CASE, "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(LIST).document().select("#nothing a").attr("href"))
        .isEqualTo(NEW + "?kind=CHRONOLOGY");
    assertThat(browser.get(LIST + "?kind=FINDING").text("#nothing"))
        .contains("There is no paper of this kind that is open to you.");
    permit("CASE_GROUP_MEMBER", "\"find\"");
    assertThat(browser.get(LIST).text("main"))
        .contains("There is no working paper here that is open to you yet.")
        .doesNotContain("Begin");
  }

  @Test
  void whoeverFindsNothingInTheCaseHasNoSuchPage() {
    permit("BUSINESS_MANAGER", "\"upload\"");
    browser.signIn();

    assertThat(browser.get(LIST).status()).isEqualTo(404);
    assertThat(browser.get(NEW).status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + Samples.CASE).body()).doesNotContain("Working papers");
  }

  @Test
  void theFormExplainsEachKindInASentence() {
    browser.signIn();
    var page = browser.get(NEW + "?kind=CHRONOLOGY").document();

    assertThat(page.select("input[name=kind]").eachAttr("value"))
        .containsExactly(
            "CHRONOLOGY",
            "NARRATIVE",
            "EPISODE",
            "FINDING",
            "RECOMMENDATIONS",
            "IMR_SUMMARY",
            "INFORMATION_PACK",
            "OVERVIEW_REPORT",
            "MINUTES");
    assertThat(page.select(".govuk-radios__hint")).hasSize(9);
    assertThat(page.select("input[name=kind][checked]").val()).isEqualTo("CHRONOLOGY");
    assertThat(page.select("input[name=key]").val()).isNotEmpty();
  }

  @Test
  void aPaperIsBegunAndItsDraftIsShown() {
    refuse(201, PaperSamples.paper("\"write\""));
    browser.signIn();
    Browser.Page answer = browser.post(NEW, NEW, WANTED);

    assertThat(answer.header("Location")).isEqualTo(PAPER + "/draft");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.OF_CASE))
                .withHeader("Idempotency-Key", equalTo("key-1"))
                .withRequestBody(
                    equalToJson("{\"kind\":\"FINDING\",\"title\":\"Records that travel\"}")));
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    browser.signIn();
    Browser.Page page = browser.post(NEW, NEW, Map.of("kind", "CONVERSATION_GUIDE"));

    assertThat(page.text(".govuk-error-summary"))
        .contains("Select what kind of paper it is", "Enter a title");
    assertThat(page.document().title()).startsWith("Error: Begin a working paper");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatTheServiceFindsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
    refuse(
        400,
        """
        {"type":"/problems/invalid","title":"x","status":400,"detail":"title: is too long.",
         "errors":[{"field":"title","message":"may have <300> characters."}]}
        """);
    browser.signIn();
    Browser.Page page = browser.post(NEW, NEW, WANTED);

    assertThat(page.text("#title-error")).contains("This may have <300> characters.");
    assertThat(page.document().select("#title").val()).isEqualTo("Records that travel");
    assertThat(page.document().select("input[name=key]").val()).isEqualTo("key-1");
  }

  @Test
  void aPaperShowsItsDraftAndItsVersionsNewestFirst() {
    browser.signIn();
    Browser.Page page = browser.get(PAPER);

    assertThat(page.text("h1")).isEqualTo("Chronology <of> the first year");
    assertThat(page.document().select("tbody th").eachText())
        .containsExactly("Version 2", "Version 1");
    assertThat(page.text("tbody")).contains("2 October 2026 at 10:15 by Ines Okafor-Lindqvist");
    assertThat(page.document().select("main a").eachAttr("href"))
        .contains(
            PAPER + "/draft",
            PAPER + "/draft/freeze",
            PAPER + "/comparison?from=2&to=draft",
            PAPER + "/comparison?from=1&to=2",
            PAPER + "/versions/2/circulate",
            PaperSamples.OF_PAPER + "/versions/2/pdf",
            PaperSamples.OF_PAPER + "/versions/1/docx",
            "/items/" + PaperSamples.PAPER);
  }

  @Test
  void whoeverMayOnlyReadIsOfferedNothingElse() {
    neighbours.json(PaperSamples.OF_PAPER, PaperSamples.paper("", "null"));
    permit("CASE_GROUP_MEMBER", "\"find\"");
    browser.signIn();
    Browser.Page page = browser.get(PAPER);

    assertThat(page.document().select("main form, main .govuk-button")).isEmpty();
    assertThat(page.body()).doesNotContain("Circulate", "Make it a version", "/draft");
  }

  @Test
  void theNextDraftBeginsFromThePaper() {
    neighbours.json(PaperSamples.OF_PAPER, PaperSamples.paper("\"write\"", "null"));
    browser.signIn();

    assertThat(
            browser.get(PAPER).document().select("form[action=" + PAPER + "/draft] button").text())
        .isEqualTo("Begin the next draft");
  }

  @Test
  void aPaperThatIsWalledAndOneThatNeverWasAreTheSamePage_rule2() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(PaperSamples.OF_PAPER))
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();
    Browser.Page walled = browser.get(PAPER);
    Browser.Page absent = browser.get("/papers/01919f00-0000-7000-8000-0000000001ff");

    assertThat(walled.status()).isEqualTo(404);
    assertThat(walled.body()).isEqualTo(absent.body());
    assertThat(browser.get("/papers/no-id").status()).isEqualTo(404);
  }
}
