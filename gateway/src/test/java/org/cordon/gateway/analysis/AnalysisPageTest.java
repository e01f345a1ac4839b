package org.cordon.gateway.analysis;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisPageTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/analysis";
  private static final String API = "/api/evidence" + PAGE;
  private static final String CHRONOLOGY = "01919f00-0000-7000-8000-0000000001b1";
  private static final String EPISODE = "01919f00-0000-7000-8000-0000000001b2";
  private static final String FINDING = "01919f00-0000-7000-8000-0000000001b3";
  private static final String VERSION = "01919f00-0000-7000-8000-0000000002b1";
  private static final String PASSAGE = "01919f00-0000-7000-8000-0000000003b";
  private static final String EMPTY =
      """
      {"papers":[],"entries":[],"gaps":[],"episodes":[],"findings":[],"recommendations":[],
       "unheard":[],"next":null}
      """;

  @BeforeEach
  void answer() {
    neighbours.json(API, analysis());
    neighbours.json(
        API + "/evidence",
        """
        {"findings":[{"paper":"%s","version":"%s","title":"x","passages":[
          {"passage":"%s5","section":"RISK","text":"It <b>rests</b> on one.","sources":[
            {"version":"%s","item":"%s","title":"Letter <script>x()</script>","page":4}]}]}],
         "next":null}
        """
            .formatted(FINDING, VERSION, PASSAGE, Samples.VERSION, Samples.ITEM));
    browser.signIn();
  }

  @Test
  void everyMarkIsALinkWithANameAndTheyComeInOrderOfTime() {
    List<Element> marks = browser.get(PAGE).document().select("svg a.cordon-mark");

    assertThat(marks)
        .extracting(it -> it.attr("aria-label"))
        .containsExactly(
            "12 March 2025, Fenwick and Dale NHS Trust: A bruise <b>was</b> \"seen\"",
            "20 March 2025 to 2 April 2025, key practice episode: The first <visit>",
            "1 June 2025, No agency named: Nobody came");
    assertThat(marks)
        .extracting(it -> it.attr("href"))
        .containsExactly(
            "/papers/" + CHRONOLOGY + "/draft#p-" + PASSAGE + "1",
            "/papers/" + EPISODE + "/versions/2",
            "/papers/" + CHRONOLOGY + "/draft#p-" + PASSAGE + "2");
    assertThat(marks)
        .allSatisfy(it -> assertThat(side(it, "width")).isGreaterThanOrEqualTo(24))
        .allSatisfy(it -> assertThat(side(it, "height")).isGreaterThanOrEqualTo(24));
  }

  @Test
  void agenciesAreLanesAndGapsAreShadedAndNamed() {
    Browser.Page page = browser.get(PAGE);

    assertThat(page.document().select("svg .cordon-drawing__lane").eachText())
        .containsExactly("Key practice episodes", "Fenwick and Dale NHS…", "No agency named");
    assertThat(page.document().select("svg .cordon-drawing__gap")).hasSize(1);
    assertThat(page.document().select("svg .cordon-drawing__gap-name").eachText())
        .containsExactly("80 days without an entry");
    assertThat(page.document().select("#gaps li").eachText())
        .containsExactly("13 March 2025 to 31 May 2025: 80 days");
    assertThat(page.document().select("[role=region]").attr("tabindex")).isEqualTo("0");
    assertThat(page.document().select("[role=region]").attr("aria-label")).isNotEmpty();
  }

  @Test
  void theTableSaysTheSameAndHostileTitlesStayText() {
    Browser.Page page = browser.get(PAGE);

    assertThat(page.document().select("#entries tbody tr").eachText())
        .containsExactly(
            "12 March 2025 A bruise <b>was</b> \"seen\" Fenwick and Dale NHS Trust 2",
            "1 June 2025 Nobody came None named None",
            "Day not known A day unknown None named None");
    assertThat(page.document().select("main script, main b, main [style], svg style")).isEmpty();
    assertThat(page.document().select(".cordon-finding tbody td a").eachText())
        .containsExactly("Letter <script>x()</script>");
  }

  @Test
  void aYearAndAMonthCanBeLookedAtByLinks() {
    assertThat(browser.get(PAGE).document().select(".cordon-zoom a").eachAttr("href"))
        .containsExactly(PAGE, PAGE + "?from=2025-01-01&to=2025-12-31");

    Browser.Page year = browser.get(PAGE + "?from=2025-01-01&to=2025-12-31");
    assertThat(year.document().select(".cordon-zoom a[aria-current]").eachText())
        .containsExactly("2025");
    assertThat(year.document().select(".cordon-zoom ul").get(1).select("a").eachText())
        .containsExactly("March 2025", "June 2025");

    Browser.Page june = browser.get(PAGE + "?from=2025-06-01&to=2025-06-30");
    assertThat(june.document().select("svg a.cordon-mark")).hasSize(1);
    assertThat(june.document().select("#entries tbody tr")).hasSize(2);
    Browser.Page july = browser.get(PAGE + "?from=2025-07-01&to=2025-07-31");
    assertThat(july.text("#empty-span")).contains("Nothing is told of these days.");
    assertThat(browser.get(PAGE + "?from=soon&to=never").document().select("svg a.cordon-mark"))
        .hasSize(3);
  }

  @Test
  void factorsFindingsAnswersAndTheUnheardHaveTheirTables() {
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text("#factors-title ~ table caption")).isEqualTo("Human-tool operation (1)");
    assertThat(page.document().select("#unsupported tbody tr").eachText())
        .containsExactly("Tools <hide> it The risk to the system Headline");
    assertThat(page.document().select("#responses tbody tr").eachText())
        .containsExactly("How will it know? It asked. The board, 5 January 2026");
    assertThat(page.document().select("#recommendations tbody tr").eachText())
        .containsExactly("Change the form. Clear-cut and local");
    assertThat(page.document().select("#unheard tbody tr").eachText())
        .containsExactly("Tomasz Birch Fenwick and Dale NHS Trust Case group member");
  }

  @Test
  void whoMayNotKnowIsNotToldWhoIsUnheard() {
    neighbours.json(API, EMPTY.replace("\"unheard\":[]", "\"unheard\":null"));

    assertThat(browser.get(PAGE).document().select("#unheard-title")).isEmpty();
  }

  @Test
  void anEmptyAnalysisSaysHowToBegin() {
    neighbours.json(API, EMPTY);

    Browser.Page page = browser.get(PAGE);
    assertThat(page.document().select("#nothing a").attr("href"))
        .isEqualTo("/cases/" + Samples.CASE + "/papers/new?kind=CHRONOLOGY");
    assertThat(page.document().select("svg.cordon-drawing__svg")).isEmpty();
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("CASE_GROUP_MEMBER", "\"find\""));
    assertThat(browser.get(PAGE).document().select("#nothing a")).isEmpty();
  }

  @Test
  void whoFindsNothingInTheCaseHasNoSuchPageAndNoLinkToIt() {
    assertThat(browser.get("/cases/" + Samples.CASE).document().select("main a[href=" + PAGE + "]"))
        .hasSize(1);
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("BUSINESS_MANAGER", "\"upload\""));

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/evidence/csv").status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + Samples.CASE).document().select("main a[href=" + PAGE + "]"))
        .isEmpty();
  }

  @Test
  void theEvidenceOfTheFindingsIsATableToKeep() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(API + "/evidence/csv"))
                .willReturn(okForContentType("text/csv;charset=UTF-8", "finding,section\r\n")));

    Browser.Page table = browser.get(PAGE + "/evidence/csv");
    assertThat(table.body()).isEqualTo("finding,section\r\n");
  }

  @Test
  void aPartOfALargeCaseLeadsToTheNext() {
    neighbours.json(API, analysis().replace("\"next\":null", "\"next\":\"" + CHRONOLOGY + "\""));

    Browser.Page page = browser.get(PAGE);
    assertThat(page.document().select("#part")).hasSize(1);
    assertThat(page.document().select(".govuk-pagination a").attr("href"))
        .isEqualTo(PAGE + "?after=" + CHRONOLOGY);
  }

  private static int side(Element mark, String name) {
    return Integer.parseInt(mark.select(".cordon-mark__hit").attr(name));
  }

  private static String analysis() {
    return """
    {"papers":[
      {"paper":"%1$s","kind":"CHRONOLOGY","title":"What happened","version":"%4$s","number":3,"draft":true},
      {"paper":"%2$s","kind":"EPISODE","title":"The first <visit>","version":"%4$s","number":2,"draft":false},
      {"paper":"%3$s","kind":"FINDING","title":"Finding 1","version":"%4$s","number":1,"draft":false}],
     "entries":[
      {"paper":"%1$s","version":"%4$s","passage":"%5$s1","from":"2025-03-12","to":null,"agency":"%6$s",
       "text":"A bruise <b>was</b> \\"seen\\"","citations":2},
      {"paper":"%1$s","version":"%4$s","passage":"%5$s2","from":"2025-06-01","to":"2025-06-01","agency":null,
       "text":"Nobody came","citations":0},
      {"paper":"%1$s","version":"%4$s","passage":"%5$s3","from":null,"to":null,"agency":null,
       "text":"A day unknown","citations":0}],
     "gaps":[{"from":"2025-03-13","to":"2025-05-31","days":80}],
     "episodes":[{"paper":"%2$s","version":"%4$s","title":"The first <visit>","from":"2025-03-20","to":"2025-04-02",
       "factors":[{"passage":"%5$s4","text":"The form asked for one.","pattern":"HUMAN_TOOL","citations":0}]}],
     "findings":[{"paper":"%3$s","version":"%4$s","title":"Tools <hide> it","pattern":"HUMAN_TOOL",
       "evidence":[],"unsupported":["RISK"],"missing":["HEADLINE"],
       "issues":[{"passage":"%5$s6","text":"How will it know?","response":
         {"id":"%4$s","version":"%4$s","passage":"%5$s6","text":"It asked.","by":"The board",
          "on":"2026-01-05","recordedAt":"2026-01-06T10:00:00Z","recordedBy":"%4$s"}}]}],
     "recommendations":[{"paper":"%3$s","version":"%4$s","passage":"%5$s7","kind":"CLEAR_CUT",
       "text":"Change the form.","citations":0}],
     "unheard":[{"person":"%7$s","agency":"%6$s","roles":["CASE_GROUP_MEMBER"]}],
     "next":null}
    """
        .formatted(CHRONOLOGY, EPISODE, FINDING, VERSION, PASSAGE, Samples.HEALTH, Samples.OTHER);
  }
}
