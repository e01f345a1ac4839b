package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GoBackOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Figures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lead reviewer's main job, and that the same words tell a stranger nothing. */
class LeadReviewerTest extends Journey {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PHRASE = "the marmalade kettle was still warm";
  private String caseId = "";

  @BeforeAll
  void openCase() {
    caseId = cases.open("Journey", reviewer);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String content() {
    return "Visit of 3 March. On arrival " + PHRASE + " and nobody answered the door.";
  }

  @Test
  void theLeadReviewerAddsDocumentsFindsOneByAPhraseReadsItAndSignsOut() throws IOException {
    try (var visitor = chromium.visitor().signIn(reviewer)) {
      visitor.follow("Journey");
      addThreeFiles(visitor);
      long acknowledged = System.nanoTime();
      find(visitor);
      Figures.print(
          "from upload acknowledged to found by a phrase on the search page: %.1f s",
          (System.nanoTime() - acknowledged) / 1e9);
      var item = read(visitor);
      signOut(visitor);
      aStrangerFindsNothing(item);
    }
  }

  private static void addThreeFiles(Visitor visitor) {
    visitor.follow("Add documents");
    var page = visitor.page();
    page.locator("#file")
        .setInputFiles(
            new FilePayload[] {
              file("agenda.txt", "Agenda of the core group."),
              file("letter.txt", "A letter about the school place."),
              file("visit.txt", content())
            });
    visitor.press(AriaRole.BUTTON, "Add documents");
    var added = page.locator(".cordon-upload-row__outcome--added");
    added.nth(2).waitFor();
    assertThat(page.locator("[data-uploads-status]").innerText()).contains("3 of 3");
  }

  private void find(Visitor visitor) {
    visitor.open("/cases/" + caseId);
    Await.until(
        SOON,
        "the phrase is found",
        () -> {
          visitor.open("/search?case=" + caseId);
          visitor.page().locator("#q").fill("\"" + PHRASE + "\"");
          visitor.press(AriaRole.BUTTON, "Search");
          visitor.page().locator("h2").first().waitFor();
          return visitor.page().locator(".cordon-hits li").count() == 1;
        });
    var marked = String.join(" ", visitor.page().locator("mark").allInnerTexts());
    assertThat(marked).contains(PHRASE);
  }

  private static String read(Visitor visitor) throws IOException {
    var page = visitor.page();
    page.locator(".cordon-hits a").click();
    page.locator(".cordon-text").waitFor();
    assertThat(visitor.heading()).isEqualTo("visit.txt");
    assertThat(page.locator(".cordon-text").innerText()).contains(PHRASE);
    var link = page.locator("a[download]").first();
    var download = page.waitForDownload(() -> link.click(new Locator.ClickOptions()));
    assertThat(download.suggestedFilename()).isEqualTo("visit.txt");
    assertThat(Files.readString(download.path())).isEqualTo(content());
    var path = java.net.URI.create(page.url()).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void signOut(Visitor visitor) {
    visitor.press(AriaRole.BUTTON, "Sign out");
    visitor.page().getByText("You have signed out").first().waitFor();
    visitor.page().goBack(new GoBackOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    assertThat(visitor.text()).doesNotContain(PHRASE);
    visitor.open("/cases");
    assertThat(visitor.isAskedToSignIn()).as("asked at %s", visitor.page().url()).isTrue();
  }

  private void aStrangerFindsNothing(String item) {
    try (var visitor = chromium.visitor().signIn(stranger)) {
      visitor.open("/search?q=marmalade");
      assertThat(visitor.text())
          .contains("Nothing that is open to you matches")
          .doesNotContain("Narrow it down", "visit.txt", "Journey");
      var forbidden = visitor.open("/items/" + item);
      var body = forbidden.text();
      var absent = visitor.open("/items/" + item.replaceFirst("^.{8}", "01900000"));
      assertThat(forbidden.status()).isEqualTo(404);
      assertThat(absent.status()).isEqualTo(404);
      assertThat(body).isEqualTo(absent.text()).doesNotContain(item);
      var path = "/cases/" + caseId;
      assertThat(visitor.open(path).text()).isEqualTo(body);
      assertThat(visitor.open(path + "/documents").text()).isEqualTo(body);
      assertThat(visitor.open(path + "/people").text()).isEqualTo(body);
    }
  }
}
