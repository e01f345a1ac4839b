package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writing a working paper in a browser, with script and without, alone and against another. */
class WorkingPapersTest extends Journey {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String WORD = "snapdragonlane";
  private String caseId = "";
  private String item = "";

  @BeforeAll
  void openCase() {
    caseId = cases.open("Papers", reviewer);
    var note = Upload.ofText("visit.txt", "Nobody answered at " + WORD + " that day.", "A visit");
    item = Api.running().add(reviewer, caseId, note).require(201).json().path("item").asString();
  }

  private String beginPaper(Visitor visitor, String title) {
    visitor.open("/cases/" + caseId + "/papers/new?kind=CHRONOLOGY");
    visitor.fill("Title", title);
    visitor.pressButton("Begin writing");
    visitor.awaitAddress("**/draft");
    return URI.create(visitor.page().url()).getPath();
  }

  private static Locator stateOf(Visitor visitor) {
    return visitor.page().locator("[data-save-state]").first();
  }

  private static void awaitSaved(Visitor visitor) {
    Await.until(
        SOON, "the passage is saved", () -> stateOf(visitor).innerText().startsWith("Saved at"));
  }

  private static void write(Visitor visitor, String text) {
    visitor.page().locator("textarea").first().fill(text);
    awaitSaved(visitor);
  }

  @Test
  void aPassageSavesItselfIsCitedAndBecomesPartOfAVersion() {
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      var page = visitor.page();
      beginPaper(visitor, "Chronology of the visits");
      page.locator("[data-first]").click();
      write(visitor, "On 3 March nobody *answered*.");
      find(visitor);
      page.locator("[data-refer]").first().click();
      assertThat(page.locator("[data-cited] label").allInnerTexts()).containsExactly("A visit");
      visitor.pressButton("Done");
      page.locator("[data-passages] .cordon-citations a").waitFor();
      assertThat(page.locator("[data-passages] em").innerText()).isEqualTo("answered");
      page.locator("[data-quote]").first().click();
      awaitSaved(visitor);
      visitor.requireAccessible("a draft with a passage open");
      visitor.pressButton("Done");
      page.locator("textarea")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(page.locator("[data-passages] > li").count()).isEqualTo(2);
      visitor.follow("Make it a version");
      visitor.pressButton("Make version 1");
      visitor.awaitAddress("**/versions/1");
      assertThat(visitor.text()).contains("Version 1 is made.", WORD);
      visitor.requireAccessible("a version");
      var print = page.waitForDownload(() -> page.locator("a[download]").first().click());
      assertThat(print.suggestedFilename()).endsWith(".pdf");
    }
  }

  private void find(Visitor visitor) {
    Await.until(
        SOON,
        "the document is found beside the text",
        () -> {
          visitor.page().locator("#q").fill(WORD);
          visitor.page().locator("#q").press("Enter");
          visitor.page().waitForTimeout(1500);
          return visitor.page().locator("[data-source]").count() == 1;
        });
  }

  @Test
  void twoWhoSaveOnePassageChooseWhatIsKeptAndNothingIsLost() {
    try (var first = chromium.visitor().signIn(reviewer);
        var second = chromium.visitor().signIn(reviewer)) {
      var draft = beginPaper(first, "Chronology of two");
      first.page().locator("[data-first]").click();
      write(first, "The first text.");
      second.open(draft);
      second.page().locator("[data-edit]").click();
      write(second, "The second text.");
      first.page().locator("textarea").first().fill("The third text.");

      first.page().locator("[data-conflict]").waitFor();
      assertThat(first.page().locator(".cordon-two__text").allInnerTexts())
          .containsExactly("The third text.", "The second text.");
      first.requireAccessible("two texts of one passage");
      first.press(AriaRole.BUTTON, "Keep both, mine after theirs");
      awaitSaved(first);
      second.open(draft);
      assertThat(second.page().locator(".cordon-written").allInnerTexts())
          .containsExactly("The second text.", "The third text.");
    }
  }

  @Test
  void whatIsTypedWithoutAConnectionIsSavedWhenThereIsOneAgain() {
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      beginPaper(visitor, "Chronology of a train");
      visitor.page().locator("[data-first]").click();
      write(visitor, "Before the tunnel.");
      visitor.page().context().setOffline(true);
      visitor.page().locator("textarea").first().fill("Before the tunnel, and in it.");
      Await.until(SOON, "it says so", () -> stateOf(visitor).innerText().contains("no connection"));
      visitor.page().context().setOffline(false);
      awaitSaved(visitor);
      visitor.page().reload();
      assertThat(visitor.page().locator(".cordon-written").allInnerTexts())
          .containsExactly("Before the tunnel, and in it.");
    }
  }

  @Test
  void writingMovingRemovingAndPuttingBackWorkWithoutScript() {
    try (var visitor = chromium.visitorWithoutScript().signIn(reviewer)) {
      beginPaper(visitor, "Chronology on paper");
      for (var text : new String[] {"One <b>and</b> only.", "Two."}) {
        visitor.page().locator("[data-add]").last().click();
        visitor.page().locator("#text").fill(text);
        visitor.pressButton("Save");
      }
      visitor.page().locator("[data-move=up]").last().click();
      assertThat(written(visitor)).containsExactly("Two.", "One <b>and</b> only.");
      visitor.page().locator("[data-remove]").first().click();
      assertThat(written(visitor)).containsExactly("One <b>and</b> only.");
      visitor.pressButton("Undo");
      assertThat(written(visitor)).containsExactly("Two.", "One <b>and</b> only.");
      visitor.open("/items/" + item);
      visitor.pressButton("Cite this in a paper");
      visitor.page().locator("#quote").fill("Nobody answered");
      visitor.page().getByText("Chronology on paper").click();
      visitor.pressButton("Add the quotation");
      assertThat(written(visitor).getLast()).isEqualTo("Nobody answered");
    }
  }

  private static List<String> written(Visitor visitor) {
    return visitor.page().locator(".cordon-written").allInnerTexts();
  }
}
