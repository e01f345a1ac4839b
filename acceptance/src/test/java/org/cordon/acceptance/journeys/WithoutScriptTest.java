package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cordon.acceptance.installation.Await;
import org.junit.jupiter.api.Test;

/** The main job with a browser that runs no script. */
class WithoutScriptTest extends Journey {
  @Test
  void addingFindingAndReadingWorkWithoutScript() {
    var caseId = cases.open("Plain", reviewer);
    var text = "The wickerbasket stood by the back door on both visits.";
    try (var visitor = chromium.visitorWithoutScript().signIn(reviewer)) {
      visitor.open("/cases/" + caseId + "/documents/add");
      var page = visitor.page();
      page.locator("#title").fill("Note of the back door");
      page.locator("#date").fill("3");
      page.locator("#date-month").fill("3");
      page.locator("#date-year").fill("2025");
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      page.locator("#file").setInputFiles(new FilePayload("door.txt", "text/plain", bytes));
      visitor.pressButton("Add documents");
      visitor.awaitAddress("**/documents");
      assertThat(visitor.text()).contains("1 document is added", "Note of the back door");
      Await.until(
          Duration.ofSeconds(60),
          "the word is found",
          () -> {
            visitor.open("/search?q=wickerbasket&case=" + caseId);
            return page.locator(".cordon-hits li").count() == 1;
          });
      assertThat(visitor.text()).contains("3 March 2025");
      page.locator(".cordon-hits a").click();
      assertThat(page.locator(".cordon-text").innerText()).contains("wickerbasket");
      visitor.pressButton("Sign out");
      assertThat(visitor.text()).contains("You have signed out");
    }
  }
}
