package org.cordon.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Upload;
import org.junit.jupiter.api.Test;

/** A role that ends in one window has ended in the other by the next request. */
class TwoWindowsTest extends Journey {
  @Test
  void aRoleTakenAwayShowsNothingFromTheNextRequestOn_rule1() {
    var caseId = cases.open("Two windows", reviewer);
    var guest = cordon.account("owen.lathbury");
    cases.give(caseId, guest, "REVIEW_TEAM_MEMBER");
    var word = "thimblewright" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    var note = Upload.ofText("note.txt", "The " + word + " came at noon.", "A note");
    var item =
        Api.running().add(reviewer, caseId, note).require(201).json().path("item").asString();
    try (var first = chromium.visitor().signIn(manager);
        var second = chromium.visitor().signIn(guest)) {
      second.open("/items/" + item);
      assertThat(second.heading()).isEqualTo("A note");

      first.open("/cases/" + caseId + "/people");
      first.follow("Remove " + guest.name());
      first.requireAccessible("remove a person");
      first.pressButton("Remove from this case");
      first.awaitAddress("**/people");

      for (var path :
          new String[] {
            "/items/" + item,
            "/cases/" + caseId,
            "/cases/" + caseId + "/documents",
            "/api/evidence/items/" + item + "/versions/1/content"
          }) {
        var answer = second.open(path);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.text()).doesNotContain(word, "A note");
      }
      second.open("/search?q=" + word);
      assertThat(second.text()).contains("Nothing that is open to you matches");
    }
  }
}
