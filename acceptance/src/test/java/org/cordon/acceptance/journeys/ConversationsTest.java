package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * While criminal proceedings are live, a conversation is planned, its guide approved, its record
 * written, put right and confirmed; what went outside the guide is on the officer's page alone, and
 * another practitioner finds nothing of it.
 */
class ConversationsTest extends Journey {
  private static final String ANSWER = "We shared records by letter, and letters took two weeks.";
  private static final String RIGHT = "We shared records by letter, and letters took three weeks.";
  private static final String OUTSIDE = "That evening I saw the lamp in the window go out.";
  private final Account colleague = cordon.account("owen.lathbury");
  private final Account participant = cordon.account("ruth.ambler");
  private final Account practitioner = cordon.account("bernadette.oakes");
  private final Account officer = cordon.account("margaret.thwaite");
  private String caseId = "";

  @BeforeAll
  void aCaseInLiveProceedings() {
    caseId = cases.open("Conversations", reviewer);
    cases.give(caseId, officer, "APPROVING_OFFICER");
    cases.give(caseId, colleague, "REVIEW_TEAM_MEMBER");
    cases.give(caseId, participant, "CASE_GROUP_MEMBER");
    cases.give(caseId, practitioner, "CASE_GROUP_MEMBER");
    cases.openDiscussedProceedings(caseId, reviewer, officer);
  }

  @Test
  void aConversationIsHeldAndItsRecordConfirmed_rules10And12() {
    String conversation;
    try (var visitor = chromium.visitor().signIn(officer)) {
      declares(visitor);
    }
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      conversation = plans(visitor);
      writesTheGuide(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(officer)) {
      approves(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      records(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(participant)) {
      proposes(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(officer)) {
      keepsOut(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      takesOver(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(participant)) {
      confirms(visitor, conversation);
    }
    try (var visitor = chromium.visitor().signIn(practitioner)) {
      seesNothing(visitor, conversation);
    }
  }

  private void declares(Visitor visitor) {
    visitor.open("/cases/" + caseId + "/declarations/declare");
    visitor.page().getByLabel("I declare this").check();
    visitor.pressButton("Sign the declaration");
    visitor.awaitAddress("**/declarations");
  }

  private String plans(Visitor visitor) {
    visitor.open("/cases/" + caseId + "/conversations");
    visitor.requireAccessible("no conversations yet");
    visitor.follow("Plan a conversation");
    visitor.requireAccessible("whom a conversation is with");
    visitor.page().getByLabel("With a practitioner").check();
    visitor.pressButton("Continue");
    choose(visitor, "#participant", participant);
    choose(visitor, "#conductors", reviewer);
    choose(visitor, "#other", colleague);
    LocalDate day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    date(visitor, "at", day);
    visitor.fill("Time", "14:30");
    visitor.fill("Place", "A quiet room at the library");
    visitor.requireAccessible("a plan");
    visitor.pressButton("Plan the conversation");
    visitor.awaitAddress("**/conversations/*");
    visitor.requireAccessible("a planned conversation");
    assertThat(visitor.text()).contains(participant.name(), "A quiet room at the library");
    return visitor.page().url().replaceAll(".*/conversations/", "");
  }

  private void writesTheGuide(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation + "/guide");
    visitor.page().locator("textarea").first().fill("How did your agency share its records?");
    visitor.requireAccessible("writing a guide");
    visitor.pressButton("Begin the guide");
    visitor.awaitAddress("**/papers/*");
    visitor.open(visitor.page().url().replaceAll(".*(/papers/.*)", "$1") + "/draft/freeze");
    visitor.pressButton("Make version 1");
    visitor.awaitAddress("**/versions/1");
    visitor.open("/conversations/" + conversation + "/guide/submit");
    visitor.page().locator("input[type=radio]").first().check();
    visitor.requireAccessible("submitting a guide");
    visitor.pressButton("Submit the guide");
    visitor.awaitAddress("**/conversations/*");
    visitor.open("/conversations/" + conversation + "/record/draft");
    date(visitor, "on", LocalDate.now(ZoneId.of("Europe/London")).minusDays(1));
    visitor.fill("From", "14:30");
    visitor.fill("Until", "15:45");
    visitor.page().locator("#present").fill("The three of us");
    visitor.pressButton("Begin the record");
    visitor.page().locator(".govuk-error-summary").waitFor();
    visitor.requireAccessible("a record that waits for its guide");
  }

  private void approves(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation);
    visitor.requireAccessible("a conversation whose guide waits");
    visitor.follow("Decide on the guide");
    visitor.page().getByLabel("Approve it").check();
    visitor.requireAccessible("deciding on a guide");
    visitor.pressButton("Record the decision");
    visitor.awaitAddress("**/conversations/*");
    assertThat(visitor.text()).contains("Guide approved");
  }

  private void records(Visitor visitor, String conversation) {
    String draft = "/conversations/" + conversation + "/record/draft";
    visitor.open(draft);
    date(visitor, "on", LocalDate.now(ZoneId.of("Europe/London")).minusDays(1));
    visitor.fill("From", "14:30");
    visitor.fill("Until", "15:45");
    visitor.page().locator("#present").fill("The three of us");
    visitor.requireAccessible("beginning a record");
    visitor.pressButton("Begin the record");
    visitor.awaitAddress("**/record/draft");
    visitor.requireAccessible("an empty record");
    visitor.follow("Add a question and answer");
    visitor.page().locator("#question").fill("How did your agency share its records?");
    visitor.page().locator("#answer").fill(ANSWER);
    visitor.requireAccessible("adding to a record");
    visitor.pressButton("Add to the record");
    visitor.awaitAddress("**/record/draft");
    visitor.open(draft + "/add");
    visitor.page().locator("#answer").fill(OUTSIDE);
    visitor.pressButton("It went outside the guide");
    visitor.requireAccessible("sending a passage to the officer");
    visitor.pressButton("Send it to the approving officer");
    visitor.awaitAddress("**/record/draft");
    visitor.requireAccessible("a record in draft");
    assertThat(visitor.text()).contains(ANSWER).doesNotContain("lamp");
    visitor.open(draft + "/opened");
    visitor.requireAccessible("which accounts were used");
    visitor.open(draft + "/freeze");
    visitor.requireAccessible("making a version of a record");
    visitor.pressButton("Make version 1");
    visitor.awaitAddress("**/record");
    assertThat(visitor.text()).contains(ANSWER).doesNotContain("lamp");
  }

  private void proposes(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation);
    assertThat(visitor.heading()).isEqualTo("Your conversation");
    visitor.requireAccessible("one's own conversation");
    visitor.follow("Read your record");
    assertThat(visitor.text()).contains(ANSWER).doesNotContain("lamp");
    visitor.requireAccessible("one's own record");
    visitor.page().getByText("Propose a correction").last().click();
    visitor.page().locator("#text").fill(RIGHT);
    visitor.page().locator("#why").fill("I looked it up.");
    visitor.requireAccessible("proposing a correction");
    visitor.pressButton("Send the correction");
    visitor.awaitAddress("**/record");
    assertThat(visitor.page().locator("#corrections").innerText()).contains(RIGHT, "Proposed");
    assertThat(visitor.open("/conversations/" + conversation + "/quarantined").status())
        .isEqualTo(404);
  }

  private void keepsOut(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation + "/quarantined");
    assertThat(visitor.text()).contains(OUTSIDE);
    visitor.requireAccessible("passages outside the guide");
    visitor.page().getByText("Release or keep").first().click();
    visitor.page().getByLabel("Keep it out").check();
    visitor.page().locator("#reason").fill("It is about the day itself.");
    visitor.requireAccessible("deciding on a passage");
    visitor.pressButton("Continue");
    visitor.requireAccessible("keeping a passage out");
    visitor.pressButton("Keep it out");
    visitor.awaitAddress("**/quarantined");
    assertThat(visitor.text()).contains("Kept out");
  }

  private void takesOver(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation + "/record/draft");
    visitor.pressButton("Begin the next version");
    visitor.awaitAddress("**/record/draft");
    visitor.requireAccessible("a draft with a correction");
    visitor.page().getByText("Take it over").first().click();
    visitor.requireAccessible("taking a correction over");
    visitor.pressButton("Save the passage");
    visitor.awaitAddress("**/record/draft**");
    visitor.open("/conversations/" + conversation + "/record/draft/freeze");
    for (var answer : visitor.page().getByLabel("I did not use it").all()) {
      answer.check();
    }
    visitor.page().locator("input[name=takenUp]").check();
    visitor.pressButton("Make version 2");
    visitor.awaitAddress("**/record");
    assertThat(visitor.text()).contains(RIGHT, "Taken over");
  }

  private void confirms(Visitor visitor, String conversation) {
    visitor.open("/conversations/" + conversation + "/record");
    assertThat(visitor.text()).contains(RIGHT).doesNotContain("lamp");
    visitor.follow("Confirm that it is right");
    visitor.requireAccessible("confirming a record");
    visitor.pressButton("Confirm my record");
    visitor.awaitAddress("**/record");
    assertThat(visitor.page().locator("#confirmed").innerText()).contains("You confirmed it on");
    visitor.requireAccessible("a confirmed record");
  }

  private void seesNothing(Visitor visitor, String conversation) {
    for (String page :
        List.of("", "/record", "/record/draft", "/record/draft/opened", "/quarantined")) {
      String absent = "/conversations/01900000-0000-7000-8000-000000000000" + page;
      var shut = visitor.open("/conversations/" + conversation + page);
      assertThat(shut.status()).as(page).isEqualTo(404);
      assertThat(shut.text()).as(page).isEqualTo(visitor.open(absent).text());
    }
    visitor.open("/cases/" + caseId + "/conversations");
    assertThat(visitor.text()).doesNotContain(participant.name(), "library");
  }

  private static void choose(Visitor visitor, String field, Account person) {
    var options = visitor.page().locator(field + " option");
    String value =
        options.all().stream()
            .filter(option -> option.innerText().startsWith(person.name()))
            .findFirst()
            .orElseThrow()
            .getAttribute("value");
    visitor.page().locator(field).selectOption(new SelectOption().setValue(value));
  }

  private static void date(Visitor visitor, String field, LocalDate day) {
    visitor.page().locator("#" + field).fill(Integer.toString(day.getDayOfMonth()));
    visitor.page().locator("#" + field + "-month").fill(Integer.toString(day.getMonthValue()));
    visitor.page().locator("#" + field + "-year").fill(Integer.toString(day.getYear()));
  }
}
