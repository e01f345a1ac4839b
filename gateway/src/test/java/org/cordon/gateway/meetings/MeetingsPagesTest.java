package org.cordon.gateway.meetings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.ReviewSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingsPagesTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/meetings";
  private static final String ONE = "/meetings/" + ReviewSamples.MEETING;

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    neighbours.json(
        "/api/evidence" + PAGE,
        ReviewSamples.page(
            ReviewSamples.summary("m3", "REVIEW_TEAM", "Third", "2036-12-01T10:00:00Z"),
            ReviewSamples.summary("m2", "CASE_GROUP", "Second <b>", "2036-11-01T10:00:00Z"),
            ReviewSamples.summary("m1", "REVIEW_TEAM", "First", "2026-01-01T10:00:00Z")));
    neighbours.json(
        "/api/evidence" + ONE, ReviewSamples.meeting("CASE_GROUP", "2036-11-30T14:05:00Z"));
  }

  @Test
  void meetingsToComeStandBeforeThoseThatAreOver() {
    browser.signIn();
    var page = browser.get(PAGE);

    assertThat(page.document().select("#coming .cordon-row__title").eachText())
        .containsExactly("Second <b>", "Third");
    assertThat(page.document().select("#over .cordon-row__title").eachText())
        .containsExactly("First");
    assertThat(page.text("#coming li:first-child"))
        .contains("Case group", "1 November 2036 at 10:00", "Room 2");
    assertThat(page.document().select(".moj-sub-navigation a[aria-current=page]").text())
        .isEqualTo("Meetings");
  }

  @Test
  void withoutMeetingsThePageSaysWhatToDoNext() {
    neighbours.json("/api/evidence" + PAGE, ReviewSamples.page());
    browser.signIn();
    assertThat(browser.get(PAGE).text("main")).contains("Arrange the first one");

    ReviewSamples.open(neighbours, "\"readOwnMeetings\"");
    assertThat(browser.get(PAGE).text("main"))
        .contains("There is no meeting here that is open to you yet.")
        .doesNotContain("Arrange");
  }

  @Test
  void whoeverSeesNoMeetingsFindsNoPage() {
    ReviewSamples.open(neighbours, "\"readPeople\"");
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/arrange").status()).isEqualTo(404);
  }

  @Test
  void aMeetingIsShownWithItsPapersPeopleAndWhatTheyHave() {
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.text("h1")).isEqualTo("Checking the <narrative>");
    assertThat(page.text("dl")).contains("Case group", "30 November 2036 at 14:05", "Room 2");
    assertThat(page.document().select("#agenda li").eachText())
        .containsExactly("Welcome", "The narrative Narrative & more");
    assertThat(page.text("#papers li")).isEqualTo("Narrative & more, version 2");
    assertThat(page.document().select("#papers a").attr("href"))
        .isEqualTo("/items/" + Samples.ITEM + "?version=2");
    assertThat(page.document().select("#invited li").eachText())
        .containsExactly(
            "Ines Okafor-Lindqvist, not told yet", "Tomasz Birch, has it as it was before");
    assertThat(page.document().select("a[download]").attr("href"))
        .isEqualTo("/api/evidence/meetings/" + ReviewSamples.MEETING + "/calendar");
    assertThat(page.document().select("main a[href$=attendance]")).as("not begun").isEmpty();
    assertThat(page.text("main a[href$=send]")).isEqualTo("Send it again");
  }

  @Test
  void whoeverWasOnlyInvitedSeesNobodyElseAndChangesNothing() {
    ReviewSamples.open(neighbours, "\"find\",\"readOwnMeetings\"");
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("main")).doesNotContain("Invited", "Tomasz", "Ines", "Change");
    for (String what : new String[] {"/change", "/send", "/attendance"}) {
      assertThat(browser.get(ONE + what).status()).as(what).isEqualTo(404);
    }
  }

  @Test
  void whoWasThereIsShownWithThoseWhoCouldNotHaveReadEveryPaper_rule18() {
    neighbours.json(
        "/api/evidence" + ONE,
        ReviewSamples.meeting("CASE_GROUP", "2026-01-30T14:05:00Z")
            .replace(
                "\"attendance\":null",
                """
                "attendance":{"attended":["%1$s","%2$s"],"exposed":["%1$s"],
                  "recordedAt":"2026-02-01T10:00:00Z"}\
                """
                    .formatted(Samples.OTHER, Samples.THIRD)));
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.document().select("#attended li").eachText())
        .containsExactly("Ines Okafor-Lindqvist", "Tomasz Birch Could not have read every paper");
    assertThat(page.text("main a[href$=attendance]")).isEqualTo("Correct who was there");
  }

  @Test
  void minutesAreBegunByThoseWhoWritePapersAndLinkedOnceTheyAre() {
    String minutes = "/api/evidence" + ONE + "/minutes";
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(minutes))
                .willReturn(jsonResponse("{\"paper\":\"" + ReviewSamples.PAPER + "\"}", 201)));
    browser.signIn();
    assertThat(browser.get(ONE).text("form[action$=minutes] button"))
        .isEqualTo("Begin the minutes");

    assertThat(browser.post(ONE, ONE + "/minutes", Map.of("key", "k")).header("Location"))
        .isEqualTo("/papers/" + ReviewSamples.PAPER);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(minutes)).withHeader("Idempotency-Key", equalTo("k")));

    neighbours.json(
        "/api/evidence" + ONE,
        ReviewSamples.meeting("CASE_GROUP", "2036-11-30T14:05:00Z")
            .replace("\"minutes\":[]", "\"minutes\":[\"" + ReviewSamples.PAPER + "\"]"));
    var page = browser.get(ONE).document();
    assertThat(page.select("#minutes a").attr("href")).isEqualTo("/papers/" + ReviewSamples.PAPER);
    assertThat(page.select("form[action$=minutes]")).isEmpty();
  }

  @Test
  void aMeetingThatIsNotOpenHasNoPage() {
    browser.signIn();

    assertThat(browser.get("/meetings/01919f00-0000-7000-8000-00000000d002").status())
        .isEqualTo(404);
  }

  @Test
  void withoutAnEarlyDiscussionAMeetingWithPractitionersIsNeitherChangedNorSent_rule17() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD.replace(",\"meetPractitioners\"", ""));
    browser.signIn();

    assertThat(browser.get(ONE).text("main")).contains("the early discussion");
    assertThat(browser.get(ONE).document().select("main a[href$=send], main a[href$=change]"))
        .isEmpty();
    assertThat(browser.get(ONE + "/change").status()).isEqualTo(404);
    assertThat(browser.get(ONE + "/send").status()).isEqualTo(404);
    assertThat(
            browser.get(PAGE + "/arrange").document().select("input[name=kind]").eachAttr("value"))
        .containsExactly("REVIEW_TEAM", "SENIOR_MANAGERS");
    assertThat(browser.get(PAGE + "/arrange").text(".govuk-inset-text"))
        .contains("the early discussion");
  }
}
