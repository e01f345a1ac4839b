package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordon.gateway.testing.ConversationSamples;
import org.cordon.gateway.testing.Facts;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.ReviewSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsPageTest extends GatewayTest {
  private static final String LIST = "/cases/" + Samples.CASE + "/conversations";
  private static final String ONE = ConversationSamples.PAGE;
  private static final String AHEAD = "2036-11-30T14:05:00Z";
  private static final String OVER = "2026-01-30T14:05:00Z";

  @BeforeEach
  void open() {
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    neighbours.json(
        ConversationSamples.OF_CASE,
        ReviewSamples.page("{\"id\":\"" + ConversationSamples.ID + "\"}"));
  }

  private void conversation(String participant, String at, String guide, boolean recorded) {
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(participant, at, guide, recorded));
  }

  @Test
  void eachConversationSaysHowFarItIsAndWhatToDoNext() {
    browser.signIn();
    assertThat(browser.get(LIST).text("#coming li"))
        .contains("Tomasz Birch", "30 November 2036 at 14:05", "Room <2>", "Planned")
        .contains("Next: Write the guide");

    conversation(Samples.OTHER, AHEAD, ConversationSamples.guide("null"), false);
    assertThat(browser.get(LIST).text("#coming li"))
        .contains("Guide with the approving officer", "Next: Wait for the approving officer");

    conversation(
        Samples.OTHER,
        AHEAD,
        ConversationSamples.guide(ConversationSamples.decision("SENT_BACK", "Leave out the third")),
        false);
    assertThat(browser.get(LIST).text("#coming li"))
        .contains("Guide sent back", "Next: Change the guide and submit it again");

    conversation(Samples.OTHER, OVER, "null", false);
    assertThat(browser.get(LIST).text("#over li"))
        .contains("No record yet", "Next: Write the record");

    conversation(Samples.OTHER, OVER, "null", true);
    assertThat(browser.get(LIST).text("#over li")).contains("Recorded", "Next: Read the record");
  }

  @Test
  void withoutConversationsThePageSaysWhatToDoNext() {
    neighbours.json(ConversationSamples.OF_CASE, ReviewSamples.page());
    browser.signIn();
    assertThat(browser.get(LIST).text("main")).contains("Plan the first one");

    ConversationSamples.open(neighbours, "CASE_GROUP_MEMBER", ConversationSamples.OWN);
    assertThat(browser.get(LIST).text("main"))
        .contains("There is no conversation here that is open to you yet.")
        .doesNotContain("Plan", "early discussion");
  }

  @Test
  void whoeverSeesNoConversationsFindsNoPageAndNoLink_rule2() {
    ConversationSamples.open(neighbours, "BOARD_MEMBER", "\"readPeople\"");
    browser.signIn();

    assertThat(browser.get(LIST).status()).isEqualTo(404);
    assertThat(browser.get(LIST + "/plan").status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + Samples.CASE).document().select("a[href$=conversations]"))
        .isEmpty();
  }

  @Test
  void absentAndForbiddenAreTheSamePage_rule2() {
    ConversationSamples.open(neighbours, "BUSINESS_MANAGER", "\"readPeople\"");
    browser.signIn();
    String absent = browser.get("/conversations/" + ConversationSamples.LATER).text("main");

    assertThat(absent).contains("There is nothing here, or it is not open to you.");
    assertThat(browser.get("/conversations/not-an-id").text("main")).isEqualTo(absent);
    for (String page :
        List.of(
            "/change",
            "/guide",
            "/guide/submit",
            "/guide/submissions/" + ConversationSamples.SUBMISSION + "/decide",
            "/record",
            "/record/draft",
            "/record/draft/add",
            "/record/draft/freeze",
            "/record/draft/opened",
            "/record/draft/passages/" + ConversationSamples.PASSAGE,
            "/record/passages/" + ConversationSamples.PASSAGE + "/correct",
            "/record/versions/1/confirm",
            "/quarantined",
            "/quarantined/" + ConversationSamples.KEPT_OUT + "/decide")) {
      assertThat(browser.get(ONE + page).text("main")).as(page).isEqualTo(absent);
    }
  }

  @Test
  void aConversationIsShownWithItsPlanAndBothWaysToFollowUps() {
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(Samples.OTHER, AHEAD, "null", false)
            .replace(
                "\"followUpOf\":null", "\"followUpOf\":\"" + ConversationSamples.LATER + "\""));
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.text("h1")).isEqualTo("Conversation with Tomasz Birch");
    assertThat(page.text("dl")).contains("With a practitioner", "Room <2>", "To learn.");
    assertThat(page.text("#holders")).contains("Ines Okafor-Lindqvist", "Independent: neither");
    assertThat(page.document().select("#earlier a, #later a").eachAttr("href"))
        .containsOnly("/conversations/" + ConversationSamples.LATER)
        .hasSize(2);
    assertThat(page.document().select("a:contains(Plan a follow-up)").attr("href"))
        .isEqualTo(LIST + "/plan?followUpOf=" + ConversationSamples.ID);
  }

  @Test
  void whatTheParticipantWasShownIsListedOrSaidToBeNothing_rule11() {
    browser.signIn();
    assertThat(browser.get(ONE).text("#exposed"))
        .contains("They have been shown nothing that is open to you.");

    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(Samples.OTHER, AHEAD, "null", false)
            .replace(
                "\"shown\":[]",
                """
                "shown":[{"version":"%s","item":"%s","number":2,"kind":"DOCUMENT",
                 "title":"Minutes <b>","at":"2026-10-02T10:00:00Z"}]\
                """
                    .formatted(Samples.VERSION, Samples.ITEM)));
    assertThat(browser.get(ONE).text("#exposed li"))
        .isEqualTo("Minutes <b>, version 2, on 2 October 2026");
  }

  @Test
  void whileCriminalProceedingsAreLiveThePageSaysWhyThereIsNoRecordYet_rule10() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE + "/proceedings",
        Facts.criminalOnly("CHARGED", true, "\"tighten\""));
    browser.signIn();
    assertThat(browser.get(ONE).text("#locked"))
        .contains("No record can be begun now", "has not approved");
    assertThat(browser.get(ONE).document().select("#record a[href$=draft]")).isEmpty();

    conversation(
        Samples.OTHER,
        AHEAD,
        ConversationSamples.guide(ConversationSamples.decision("APPROVED", "Fine")),
        false);
    assertThat(browser.get(ONE).document().select("#locked")).isEmpty();
    assertThat(browser.get(ONE).text("#record a[href$=draft]")).isEqualTo("Write the record");
  }

  @Test
  void whoeverHoldsConversationsIsToldWhyTheyWait_rule17() {
    ConversationSamples.open(neighbours, "REVIEW_TEAM_MEMBER", "\"readConversations\"");
    browser.signIn();

    assertThat(browser.get(LIST).text(".govuk-inset-text")).contains("early discussion");
    assertThat(browser.get(ONE).text(".govuk-inset-text")).contains("early discussion");
    assertThat(browser.get(ONE).document().select("main a[href$=change]")).isEmpty();
  }

  @Test
  void theParticipantSeesTheirConversationWithoutItsGuideAndNobodysName_rule12() {
    ConversationSamples.open(neighbours, "CASE_GROUP_MEMBER", ConversationSamples.OWN);
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(Samples.PERSON, OVER, "null", true)
            .replace(Samples.PERSON + "\"],\"mix", Samples.THIRD + "\"],\"mix")
            .replace("{\"shown\":[]}", "null"));
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.text("h1")).isEqualTo("Your conversation");
    assertThat(page.text("#holders")).contains("Two members of the review team");
    assertThat(page.text("#record")).isEqualTo("Your record Read your record");
    assertThat(page.text("main")).doesNotContain("Ines", "Change the plan");
    assertThat(page.document().select("#guide, #exposed, #locked")).isEmpty();
  }

  @Test
  void aPageOfAConversationOpensNoRecordAndCountsNothingOutsideTheGuide_rule10() {
    ConversationSamples.open(neighbours, "APPROVING_OFFICER", ConversationSamples.OFFICER);
    browser.signIn();

    assertThat(browser.get(ONE).text("a[href$=quarantined]"))
        .isEqualTo("Passages outside the guide");
    browser.get(LIST);
    neighbours
        .services()
        .verify(
            0,
            getRequestedFor(
                urlPathMatching(ConversationSamples.API + "/(record|quarantined|corrections).*")));

    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    assertThat(browser.get(ONE).document().select("a[href$=quarantined]")).isEmpty();
  }

  @Test
  void theHomeOfACaseLeadsThere() {
    browser.signIn();

    assertThat(browser.get("/cases/" + Samples.CASE).document().select("a").eachAttr("href"))
        .contains(LIST, LIST + "/plan");
  }
}
