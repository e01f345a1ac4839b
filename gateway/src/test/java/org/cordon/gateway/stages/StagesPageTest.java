package org.cordon.gateway.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.ReviewSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StagesPageTest extends GatewayTest {
  private static final String CASE = "/cases/" + Samples.CASE;

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    String api = "/api/evidence" + CASE;
    neighbours.json(api + "/timetable", ReviewSamples.timetable());
    neighbours.json(api + "/preparation", ReviewSamples.page(ReviewSamples.preparation("")));
    neighbours.json(
        api + "/meetings",
        ReviewSamples.page(
            ReviewSamples.summary("m1", "CASE_GROUP", "Second <b>", "2036-11-01T10:00:00Z")));
    neighbours.json(
        api + "/papers",
        ReviewSamples.page(
            "{\"id\":\"p1\",\"kind\":\"NARRATIVE\",\"title\":\"How it looked\"}",
            "{\"id\":\"p2\",\"kind\":\"FINDING\",\"title\":\"Calls\"}"));
    neighbours.json(
        api + "/conversations", ReviewSamples.page("{\"id\":\"c1\"}", "{\"id\":\"c2\"}"));
  }

  @Test
  void eachOfTheFourStagesHasItsPlace() {
    browser.signIn();
    var page = browser.get(CASE + "/stages");

    assertThat(page.document().select("h2").eachText())
        .containsExactly(
            "1. Preparation Done",
            "2. Data collection Late",
            "3. Organising and analysing",
            "4. Recommendations On time");
    assertThat(page.text("#PREPARATION")).contains("Those who take part 1 of 1 prepared");
    assertThat(page.text("#DATA_COLLECTION")).contains("Conversations 2 planned or held");
    assertThat(page.document().select("#DATA_COLLECTION a").eachAttr("href"))
        .contains(CASE + "/conversations");
    assertThat(page.text("#ORGANISING_AND_ANALYSING"))
        .contains("Narratives How it looked", "Case group meetings Second <b>")
        .contains("Key practice episodes None yet");
    assertThat(page.text("#RECOMMENDATIONS")).contains("Findings Calls");
    assertThat(page.document().select("#RECOMMENDATIONS a").eachAttr("href"))
        .contains("/papers/p2");
    assertThat(page.text("main")).contains("Next: Documents <collected>, due 9 May 2026.");
  }

  @Test
  void whatIsNotOpenIsNotHintedAt_rule2() {
    String api = "/api/evidence" + CASE;
    neighbours.reset();
    ReviewSamples.open(
        neighbours, "\"upload\",\"readPeople\",\"readPreparation\",\"managePreparation\"");
    neighbours.json(api + "/timetable", ReviewSamples.noTimetable());
    neighbours.json(api + "/preparation", ReviewSamples.page());
    browser.signIn();
    var page = browser.get(CASE + "/stages");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("main")).doesNotContain("Conversations").contains("No timetable");
    assertThat(page.document().select("#ORGANISING_AND_ANALYSING a[href^=/papers]")).isEmpty();
  }

  @Test
  void whoeverMayNotSeeThePreparationFindsNoPage() {
    ReviewSamples.open(neighbours, "\"find\",\"readOwnMeetings\"");
    browser.signIn();

    assertThat(browser.get(CASE + "/stages").status()).isEqualTo(404);
    assertThat(browser.get(CASE).document().select("a[href$=stages]")).isEmpty();
  }

  @Test
  void theHomeOfACaseLeadsThere() {
    browser.signIn();

    assertThat(browser.get(CASE).document().select("main .cordon-aside a").eachAttr("href"))
        .contains(CASE + "/stages", CASE + "/timetable", CASE + "/preparation", CASE + "/meetings");
  }
}
