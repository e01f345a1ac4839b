package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
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
 * The lead reviewer opens proceedings and names a witness; windows that were open before show
 * nobody else's account from the next request on.
 */
class WitnessTest extends Journey {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ACCOUNT = "What the teacher told us";
  private static final String LETTER = "A letter to the school";
  private final String word = "larkspur" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  private final Account speaker = cordon.account("ruth.ambler");
  private final Account practitioner = cordon.account("bernadette.oakes");
  private final Account doctor = cordon.account("owen.lathbury");
  private String caseId = "";
  private String account = "";

  @BeforeAll
  void aCaseWithOneAccountAndOneLetter() {
    caseId = cases.open("Witnesses", reviewer);
    cases.give(caseId, speaker, "CASE_GROUP_MEMBER");
    cases.give(caseId, practitioner, "CASE_GROUP_MEMBER");
    cases.give(caseId, doctor, "REVIEW_TEAM_MEMBER");
    account = add(ACCOUNT, Map.of("title", ACCOUNT, "accountsOf", List.of(cases.idOf(speaker))));
    add(LETTER, Map.of("title", LETTER));
    cases.awaitTotal(doctor, query(), 2, SOON);
    cases.awaitTotal(practitioner, query(), 2, SOON);
  }

  /** Adds it and circulates it to the practitioner, who then reads it. */
  private String add(String title, Map<String, ?> metadata) {
    var file = Upload.ofText("note.txt", title + ": the " + word + " was out.", title);
    var item =
        Api.running().add(reviewer, caseId, file.with(metadata)).require(201).json().path("item");
    var version =
        cases.settled(reviewer, item.asString(), SOON).path("version").path("id").asString();
    Api.running()
        .post(
            reviewer,
            "/api/access/versions/" + version + "/circulations",
            Map.of("people", List.of(cases.idOf(practitioner))))
        .require(200);
    return item.asString();
  }

  private Map<String, String> query() {
    return Map.of("q", word, "case", caseId);
  }

  @Test
  void fromTheNextRequestOnAWitnessSeesNobodyElsesAccount_rules2And3() {
    try (var first = chromium.visitor().signIn(reviewer);
        var second = chromium.visitor().signIn(practitioner);
        var third = chromium.visitor().signIn(doctor)) {
      seesBoth(second);
      seesBoth(third);
      openProceedings(first);
      seesTheLetterAlone(second);
      seesBoth(third);
      nameAsPotentialWitness(first, doctor);
      seesTheLetterAlone(third);
      whoCanSeeIt(first);
    }
    assertThat(cases.search(doctor, query()).path("total").asInt()).isEqualTo(1);
    assertThat(cases.search(speaker, query()).path("total").asInt())
        .as("their own words")
        .isEqualTo(1);
  }

  private void openProceedings(Visitor visitor) {
    visitor.open("/cases/" + caseId);
    visitor.follow("Proceedings");
    visitor.requireAccessible("no proceedings yet");
    visitor.follow("Open proceedings");
    visitor.requireAccessible("kind of proceedings");
    check(visitor, "Criminal proceedings");
    visitor.pressButton("Continue");
    visitor.fill("Name", "Operation Larkspur");
    check(visitor, "Investigation");
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    visitor.fill("Day", Integer.toString(today.getDayOfMonth()));
    visitor.fill("Month", Integer.toString(today.getMonthValue()));
    visitor.fill("Year", Integer.toString(today.getYear()));
    visitor.requireAccessible("open proceedings");
    visitor.pressButton("Continue");
    visitor.page().locator("#kept").waitFor();
    assertThat(visitor.page().locator("#kept").innerText())
        .contains(practitioner.name(), speaker.name())
        .doesNotContain(doctor.name());
    visitor.requireAccessible("what follows from opening proceedings");
    visitor.pressButton("Open these proceedings");
    visitor.awaitAddress("**/proceedings");
    assertThat(visitor.text()).contains("Operation Larkspur", "Kept from each other");
    visitor.requireAccessible("proceedings");
    visitor.follow("See everything about Operation Larkspur");
    visitor.requireAccessible("one of the proceedings");
  }

  private void nameAsPotentialWitness(Visitor visitor, Account person) {
    visitor.open("/cases/" + caseId + "/people");
    visitor.follow("Standing of " + person.name());
    check(visitor, "Potential witness");
    visitor.fill("Reason", "Was the family's doctor.");
    visitor.requireAccessible("standing");
    visitor.pressButton("Save");
    visitor.awaitAddress("**/people");
    assertThat(row(visitor, person).innerText())
        .contains("Potential witness", "Kept from others’ accounts");
    visitor.requireAccessible("people with standings");
  }

  private void whoCanSeeIt(Visitor visitor) {
    visitor.open("/items/" + account + "/audience");
    assertThat(row(visitor, doctor).innerText()).contains("While proceedings are live");
    visitor.requireAccessible("who can see this");
  }

  private static Locator row(Visitor visitor, Account person) {
    return visitor
        .page()
        .locator("tr", new Page.LocatorOptions().setHasText(person.name()))
        .first();
  }

  private static void check(Visitor visitor, String choice) {
    visitor
        .page()
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(choice).setExact(true))
        .check();
  }

  private void seesBoth(Visitor visitor) {
    assertThat(visitor.open("/items/" + account).status()).isEqualTo(200);
    assertThat(visitor.text()).contains(ACCOUNT, word);
    assertThat(visitor.open("/cases/" + caseId + "/documents").text()).contains(ACCOUNT, LETTER);
    assertThat(visitor.open("/search?q=" + word).text()).contains("2 results", ACCOUNT, LETTER);
    assertThat(download(visitor).status()).isEqualTo(200);
    visitor.open("/items/" + account);
  }

  /** The window stands on the item's page: it is asked for again, then everything around it. */
  private void seesTheLetterAlone(Visitor visitor) {
    var item = visitor.open(URI.create(visitor.page().url()).getPath());
    assertThat(item.status()).isEqualTo(404);
    assertThat(item.text())
        .isEqualTo(visitor.open("/items/01900000-0000-7000-8000-000000000000").text());
    for (var path :
        List.of(
            "/cases/" + caseId,
            "/cases/" + caseId + "/documents",
            "/search?q=" + word,
            "/search?q=teacher&case=" + caseId)) {
      assertThat(visitor.open(path).text())
          .as(path)
          .doesNotContain(ACCOUNT, account, "teacher told");
    }
    assertThat(visitor.open("/cases/" + caseId + "/documents").text()).contains(LETTER);
    assertThat(visitor.open("/search?q=" + word).text()).contains("1 result").contains(LETTER);
    assertThat(download(visitor).status()).isEqualTo(404);
  }

  private APIResponse download(Visitor visitor) {
    return visitor
        .page()
        .request()
        .get(cordon.address() + "/api/evidence/items/" + account + "/versions/1/content");
  }
}
