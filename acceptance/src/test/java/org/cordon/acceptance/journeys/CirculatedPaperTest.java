package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The lead reviewer writes a chronology that cites what one practitioner said, makes a version of
 * it and sends it round: it reaches that practitioner, who comments, and stays shut to another, who
 * may be a witness too.
 */
class CirculatedPaperTest extends Journey {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TITLE = "March, day by day";
  private static final String ACCOUNT = "What the teacher told us";
  private final String word = "teasel" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  private final Api api = Api.running();
  private final Account speaker = cordon.account("ruth.ambler");
  private final Account practitioner = cordon.account("bernadette.oakes");
  private final Account doctor = cordon.account("owen.lathbury");
  private final Account officer = cordon.account("margaret.thwaite");
  private String caseId = "";

  @BeforeAll
  void aCaseInLiveProceedingsWithOneAccount() {
    caseId = cases.open("Papers", reviewer);
    cases.give(caseId, officer, "APPROVING_OFFICER");
    cases.give(caseId, speaker, "CASE_GROUP_MEMBER");
    cases.give(caseId, practitioner, "CASE_GROUP_MEMBER");
    cases.give(caseId, doctor, "REVIEW_TEAM_MEMBER");
    Upload file =
        Upload.ofText("note.txt", "She waited by the gate, and the " + word + " was out.", ACCOUNT)
            .with(Map.of("title", ACCOUNT, "accountsOf", List.of(cases.idOf(speaker))));
    String item = api.add(reviewer, caseId, file).require(201).json().path("item").asString();
    cases.settled(reviewer, item, SOON);
    cases.awaitTotal(reviewer, Map.of("q", word, "case", caseId), 1, SOON);
    cases.openDiscussedProceedings(caseId, reviewer, officer);
  }

  @Test
  void aPaperIsWrittenCitedSentRoundAndCommentedOn_rules4And5And18() {
    String paper;
    try (var writer = chromium.visitor().signIn(reviewer)) {
      paper = writes(writer);
      cites(writer, paper);
      makesAVersion(writer, paper);
      sendsItRound(writer, paper);
    }
    try (var shut = chromium.visitor().signIn(practitioner)) {
      seesNothing(shut, paper);
    }
    try (var reader = chromium.visitor().signIn(speaker)) {
      reader.open("/papers/" + paper + "/versions/1");
      assertThat(reader.text()).contains("She waited by the gate");
      reader.requireAccessible("a version to comment on");
      reader.fill("Your comment", "It was the side gate.");
      reader.pressButton("Add the comment");
      reader.awaitAddress("**/versions/1**");
      assertThat(reader.text()).contains("It was the side gate.");
    }
    try (var writer = chromium.visitor().signIn(reviewer)) {
      writer.open("/papers/" + paper + "/versions/1");
      assertThat(writer.text()).contains("It was the side gate.", speaker.name());
      writer.open("/cases/" + caseId + "/analysis");
      assertThat(writer.text()).contains("12 March 2025", "In March the school wrote");
      writer.requireAccessible("the analysis with an entry");
    }
  }

  private String writes(Visitor visitor) {
    visitor.open("/cases/" + caseId + "/papers");
    visitor.requireAccessible("no papers yet");
    visitor.follow("Begin the chronology");
    visitor.requireAccessible("a new paper");
    visitor.fill("Title", TITLE);
    visitor.pressButton("Begin writing");
    visitor.awaitAddress("**/draft");
    String paper = visitor.page().url().replaceAll(".*/papers/([^/]+)/draft.*", "$1");
    visitor.requireAccessible("an empty draft");
    visitor.open("/papers/" + paper + "/draft/passages/new?after=first");
    visitor.requireAccessible("a new passage");
    visitor.page().locator("textarea#text").fill("In March the school wrote to the family.");
    visitor.page().locator("#from").fill("12");
    visitor.page().locator("#from-month").fill("3");
    visitor.page().locator("#from-year").fill("2025");
    visitor.pressButton("Save");
    visitor.awaitAddress("**/draft**");
    assertThat(visitor.text()).contains("In March the school wrote to the family.");
    return paper;
  }

  private void cites(Visitor visitor, String paper) {
    visitor.open("/papers/" + paper + "/draft/sources?q=" + word);
    visitor.requireAccessible("something to cite");
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Insert as a reference"))
        .first()
        .click();
    visitor.page().locator("textarea#text").fill("She waited by the gate.");
    visitor.pressButton("Save");
    visitor.awaitAddress("**/draft**");
    assertThat(visitor.text()).contains("She waited by the gate.", ACCOUNT);
    visitor.requireAccessible("a draft with a source");
  }

  private void makesAVersion(Visitor visitor, String paper) {
    visitor.open("/papers/" + paper + "/draft/freeze");
    visitor.requireAccessible("making a version");
    visitor.pressButton("Make version 1");
    visitor.page().locator("text=Version 1").first().waitFor();
    visitor.open("/papers/" + paper);
    visitor.requireAccessible("a paper");
  }

  private void sendsItRound(Visitor visitor, String paper) {
    visitor.open("/papers/" + paper + "/versions/1/circulate");
    visitor.page().getByLabel(speaker.name()).check();
    visitor.page().getByLabel(practitioner.name()).check();
    LocalDate by = LocalDate.now(ZoneId.of("Europe/London")).plusDays(14);
    visitor.fill("Day", Integer.toString(by.getDayOfMonth()));
    visitor.fill("Month", Integer.toString(by.getMonthValue()));
    visitor.fill("Year", Integer.toString(by.getYear()));
    visitor.requireAccessible("whom to send a paper to");
    visitor.pressButton("Continue");
    visitor.page().locator("#waiting").waitFor();
    assertThat(visitor.page().locator("#receivers").innerText()).contains(speaker.name());
    assertThat(visitor.page().locator("#waiting").innerText())
        .contains(practitioner.name())
        .doesNotContain(speaker.name());
    visitor.requireAccessible("who gets a paper and who needs a decision");
    visitor.pressButton("Send it");
    visitor.awaitAddress("**/versions/1");
  }

  private void seesNothing(Visitor visitor, String paper) {
    for (String page : List.of("", "/draft", "/versions/1", "/versions/1/circulate")) {
      String absent = "/papers/01900000-0000-7000-8000-000000000000" + page;
      var shut = visitor.open("/papers/" + paper + page);
      assertThat(shut.status()).as(page).isEqualTo(404);
      assertThat(shut.text()).as(page).isEqualTo(visitor.open(absent).text());
    }
    assertThat(visitor.open("/cases/" + caseId + "/papers").text()).doesNotContain(TITLE);
    assertThat(visitor.open("/search?q=gate&case=" + caseId).text()).doesNotContain(TITLE);
  }
}
