package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.Test;

class LiveIndexTest extends SearchTest {
  @Test
  void everyHitShownWasDecidedAndRecorded_rule29() {
    List<String> added = List.of(id(add("One", "decided")), id(add("Two", "decided")));
    client.awaitIndexed();
    int before = world.decided().size();

    List<String> shown = versions(search("q", "decided"));

    assertThat(shown).containsExactlyInAnyOrderElementsOf(added);
    assertThat(world.decided().subList(before, world.decided().size()))
        .extracting(VersionId::toString)
        .containsExactlyElementsOf(shown);
  }

  @Test
  void aHitThatIsDeniedAfterAllIsTriedOnceMoreAndThenNothingIsShown() {
    VersionContent content = add("Raced", "raced");
    client.awaitIndexed();
    world.deny(content.version());
    int before = world.decided().size();

    Answer answer = client.search(reviewer, "q", "raced");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("Raced");
    assertThat(world.decided().size() - before).isEqualTo(2);
    world.allowAgain(content.version());
    assertThat(versions(search("q", "raced"))).containsExactly(id(content));
  }

  @Test
  void tighterLabelsActAtOnceAndTheVersionMoves_rule2() {
    PersonId speaker = PersonId.create();
    VersionContent content = add("Note", "tightened words");
    client.awaitIndexed();
    world.permit(
        reviewer,
        new Filter.Not(new Filter.In(LabelField.ACCOUNTS_OF, Set.of(speaker.toString()))),
        Set.of(caseId),
        Set.of(caseId));
    assertThat(versions(search("q", "tightened"))).containsExactly(id(content));

    world.relabel(content.version(), labels -> accountOf(content, caseId, speaker));

    assertThat(search("q", "tightened").get("total").asInt()).isZero();
    client.awaitIndexed();
    assertThat(search("q", "tightened").get("total").asInt()).isZero();
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
    assertThat(search("q", "tightened").get("facets").get("kind").toString())
        .isEqualTo("[{\"value\":\"CONVERSATION_RECORD\",\"count\":1}]");
  }

  @Test
  void aVersionIsFoundByItsTitleBeforeItsTextIsThere() {
    ItemId item = ItemId.create();
    VersionId version = VersionId.create();
    VersionContent received =
        new VersionContent(
            version,
            item,
            1,
            "Scan of a letter",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "EXTRACTING",
            null);
    world.add(received, VersionLabels.common(version, item, 1, caseId));
    client.awaitIndexed();
    assertThat(search("q", "scan").get("total").asInt()).isEqualTo(1);

    world.announce(World.content(version, item, 1, "Scan of a letter", "dear madam", null), caseId);
    client.awaitIndexed();

    assertThat(search("q", "madam").get("total").asInt()).isEqualTo(1);
    assertThat(search("q", "scan").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void aVersionWithoutLabelsIsNotFoundUntilTheyAreThere() {
    VersionContent content = World.document("Unlabelled", "unlabelled");
    world.announce(content, caseId);
    client.awaitIndexed();
    assertThat(search("q", "unlabelled").get("total").asInt()).isZero();

    world.label(VersionLabels.common(content.version(), content.item(), 1, caseId));
    client.awaitIndexed();

    assertThat(versions(search("q", "unlabelled"))).containsExactly(id(content));
  }

  @Test
  void aCaseWhereOneMayFindNothingAnswersAsOneThatDoesNotExist_rule2() {
    CaseId walled = CaseId.create();
    VersionContent hidden = World.document("Hidden", "hidden");
    world.add(hidden, VersionLabels.common(hidden.version(), hidden.item(), 1, walled));
    client.awaitIndexed();

    Answer absent = client.search(reviewer, "q", "hidden", "case", CaseId.create().toString());

    assertThat(client.search(reviewer, "q", "hidden", "case", walled.toString())).isEqualTo(absent);
    assertThat(client.search(reviewer, "q", "hidden")).isEqualTo(absent);
    assertThat(client.search(PersonId.create(), "q", "hidden")).isEqualTo(absent);
    assertThat(absent.body())
        .isEqualTo(
            "{\"total\":0,\"hits\":[],\"facets\":{\"case\":[],\"kind\":[],\"agency\":[],\"documentType\":[]},\"timeline\":[],\"next\":null}");
  }

  @Test
  void whatChangesIsFoundAboutASecondLater() {
    add("First", "so that the indices are there");
    client.awaitIndexed();
    long began = System.nanoTime();

    VersionContent content = add("Fresh", "freshly uploaded");
    Await.until("it is found", () -> versions(search("q", "freshly")).contains(id(content)));

    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }
}
