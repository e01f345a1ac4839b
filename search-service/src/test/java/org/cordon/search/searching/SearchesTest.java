package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SearchServiceTest
class SearchesTest {
  private static final CaseId LANGUAGE_CASE = CaseId.create();
  private static final AtomicBoolean LANGUAGE_ADDED = new AtomicBoolean();
  private static final VersionContent LANGUAGE =
      new VersionContent(
          VersionId.create(),
          ItemId.create(),
          1,
          "Visit",
          null,
          null,
          "Siân Koné",
          null,
          "final_report-v2.pdf",
          null,
          null,
          "READY",
          "The health visitor saw two bruises on the left arm. Reference A/123/2011. "
              + "Seen by Ms O'Neill, who asked about well-being.");

  private final World world = Surroundings.WORLD;
  private final PersonId reviewer = PersonId.create();
  private final CaseId caseId = CaseId.create();
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void openCase() {
    client = new Client(port);
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
  }

  private VersionContent add(String title, String text) {
    VersionContent content = World.document(title, text);
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
    return content;
  }

  private void add(VersionContent content, VersionLabels labels) {
    world.add(content, labels);
  }

  private static VersionLabels accountOf(VersionContent content, CaseId caseId, PersonId person) {
    return new VersionLabels(
        content.version(),
        content.item(),
        content.number(),
        caseId,
        ItemKind.CONVERSATION_RECORD,
        Set.of(person),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  private JsonNode search(String... parameters) {
    Answer answer = client.search(reviewer, parameters);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> versions(JsonNode answer) {
    return StreamSupport.stream(answer.get("hits").spliterator(), false)
        .map(hit -> hit.get("version").asString())
        .toList();
  }

  private static String id(VersionContent content) {
    return content.version().toString();
  }

  @Test
  void wordsAreFoundInAllTheirFormsWithThePassageMarked() {
    VersionContent content =
        add("Visit of 3 May", "The health visitor saw two bruises on the left arm.");
    add("Telephone call", "Nothing to note.");
    client.awaitIndexed();

    JsonNode found = search("q", "bruised ARMS");

    assertThat(versions(found)).containsExactly(id(content));
    assertThat(found.get("hits").get(0).get("snippets").toString())
        .contains("{\"text\":\"bruises\",\"match\":true}")
        .contains("{\"text\":\"arm\",\"match\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"two bruises\"            | true",
        "\"bruises two\"            | false",
        "\"two bruise\"             | false",
        "bruise -arm                | false",
        "bruise -leg                | true",
        "bruis* vis*                | true",
        "arm OR leg                 | true",
        "foot OR leg                | false",
        "(foot OR arm) -leg         | true",
        "the arm of                 | true",
        "Koné Sian                  | true",
        "KONE                       | true",
        "O'Neill                    | true",
        "O\u2019Neill               | true",
        "A/123/2011                 | true",
        "123/A                      | false",
        "well-being                 | true",
        "well-wishing               | false",
        "final report               | true",
        "title:arm                  | false",
        "{\"match_all\":{}}         | false",
        "visitor AND bruises        | true",
        "\"seen by Ms O\u2019Neill\" | true",
      })
  void theLanguageOfTheBox(String typed, boolean found) {
    if (LANGUAGE_ADDED.compareAndSet(false, true)) {
      world.add(
          LANGUAGE, VersionLabels.common(LANGUAGE.version(), LANGUAGE.item(), 1, LANGUAGE_CASE));
    }
    client.awaitIndexed();
    world.permit(reviewer, Filter.everything(), Set.of(LANGUAGE_CASE), Set.of(LANGUAGE_CASE));

    assertThat(search("q", typed).get("total").asInt()).isEqualTo(found ? 1 : 0);
  }

  @Test
  void narrowingIsByCaseKindAgencyTypeAndDatesInclusive() {
    AgencyId agency = AgencyId.create();
    VersionContent content =
        new VersionContent(
            VersionId.create(),
            ItemId.create(),
            1,
            "Minutes",
            LocalDate.of(2011, 7, 14),
            agency,
            null,
            "Minutes, strategy meeting",
            null,
            null,
            null,
            "READY",
            "Those present agreed.");
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
    VersionContent other = add("Letter", "Dear all");
    client.awaitIndexed();

    assertThat(versions(search("agency", agency.toString()))).containsExactly(id(content));
    assertThat(versions(search("agency", AgencyId.create().toString()))).isEmpty();
    assertThat(versions(search("documentType", "Minutes, strategy meeting")))
        .containsExactly(id(content));
    assertThat(versions(search("kind", "DOCUMENT"))).hasSize(2);
    assertThat(versions(search("kind", "REPORT"))).isEmpty();
    assertThat(versions(search("case", caseId.toString()))).hasSize(2);
    assertThat(versions(search("from", "2011-07-14", "to", "2011-07-14")))
        .containsExactly(id(content));
    assertThat(versions(search("from", "2011-07-15"))).isEmpty();
    assertThat(versions(search("to", "2011-07-13"))).isEmpty();
    assertThat(versions(search("sort", "date"))).containsExactly(id(content), id(other));
  }

  @Test
  void facetsAndTimelineCountWhatWasFound() {
    for (int month = 1; month <= 3; month++) {
      for (int i = 0; i < month; i++) {
        VersionContent content =
            World.content(
                VersionId.create(),
                ItemId.create(),
                1,
                "Visit",
                "home visit",
                LocalDate.of(2012, month, 1 + i));
        world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
      }
    }
    add("Visit without a date", "home visit");
    client.awaitIndexed();

    JsonNode found = search("q", "visit", "limit", "1");

    assertThat(found.get("total").asInt()).isEqualTo(7);
    assertThat(found.get("facets").toString())
        .isEqualTo(
            "{\"case\":[{\"value\":\"%s\",\"count\":7}],\"kind\":[{\"value\":\"DOCUMENT\",\"count\":7}],\"agency\":[],\"documentType\":[]}"
                .formatted(caseId));
    assertThat(found.get("timeline").toString())
        .isEqualTo(
            "[{\"month\":\"2012-01\",\"count\":1},{\"month\":\"2012-02\",\"count\":2},{\"month\":\"2012-03\",\"count\":3}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "date", "-date"})
  void pagesWalkOverEverythingOnce(String sort) {
    for (int i = 0; i < 23; i++) {
      LocalDate date = i % 4 == 0 ? null : LocalDate.of(2010, 1 + i % 3, 1);
      VersionContent content =
          World.content(
              VersionId.create(),
              ItemId.create(),
              1,
              "Visit",
              "home visit ".repeat(1 + i % 5),
              date);
      world.add(
          content,
          i % 2 == 0
              ? VersionLabels.common(content.version(), content.item(), 1, caseId)
              : accountOf(content, caseId, PersonId.create()));
    }
    client.awaitIndexed();
    List<String> whole = versions(search("q", "visit", "sort", sort, "limit", "200"));

    List<String> walked = new ArrayList<>();
    JsonNode page = search("q", "visit", "sort", sort, "limit", "5");
    walked.addAll(versions(page));
    while (!page.get("next").isNull()) {
      page = search("q", "visit", "sort", sort, "limit", "5", "after", page.get("next").asString());
      assertThat(page.get("total").asInt()).isEqualTo(23);
      walked.addAll(versions(page));
    }

    assertThat(walked).hasSize(23).doesNotHaveDuplicates().isEqualTo(whole);
  }

  @Test
  void scoredHitsComeFirstAndTheRestByDateThenId() {
    VersionContent weak =
        add("Notes", "A bruise was seen among many other things that day at home.");
    VersionContent strong = add("Bruise", "bruise bruise");
    List<VersionContent> records = new ArrayList<>();
    for (int day : List.of(3, 9, 6)) {
      VersionContent record =
          World.content(
              VersionId.create(),
              ItemId.create(),
              1,
              "Conversation",
              "bruise ".repeat(10 - day),
              LocalDate.of(2013, 1, day));
      add(record, accountOf(record, caseId, PersonId.create()));
      records.add(record);
    }
    client.awaitIndexed();

    assertThat(versions(search("q", "bruise")))
        .containsExactly(
            id(strong), id(weak), id(records.get(1)), id(records.get(2)), id(records.get(0)));

    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of());
    assertThat(versions(search("q", "bruise")))
        .as("without the right to rank, nothing is scored")
        .startsWith(id(records.get(1)), id(records.get(2)), id(records.get(0)));
  }

  @Test
  void severalVersionsOfAnItemCountOnceAndTheHighestPermittedOneIsTheHit() {
    PersonId speaker = PersonId.create();
    ItemId item = ItemId.create();
    VersionContent first =
        World.content(VersionId.create(), item, 1, "Plan", "plan", LocalDate.of(2014, 1, 1));
    VersionContent second =
        World.content(VersionId.create(), item, 2, "Plan", "plan", LocalDate.of(2014, 2, 1));
    VersionContent third =
        World.content(VersionId.create(), item, 3, "Plan", "plan", LocalDate.of(2014, 3, 1));
    add(first, VersionLabels.common(first.version(), item, 1, caseId));
    add(second, VersionLabels.common(second.version(), item, 2, caseId));
    add(third, accountOf(third, caseId, speaker));
    VersionContent other = add("Another plan", "plan");
    client.awaitIndexed();
    PersonId walled = PersonId.create();
    world.permit(
        walled,
        new Filter.Not(new Filter.In(LabelField.ACCOUNTS_OF, Set.of(speaker.toString()))),
        Set.of(caseId),
        Set.of(caseId));

    JsonNode everything = search("q", "plan", "sort", "-date");
    JsonNode asWalled = client.search(walled, "q", "plan", "sort", "-date").json();

    assertThat(versions(everything)).containsExactly(id(third), id(other));
    assertThat(everything.get("total").asInt()).isEqualTo(2);
    assertThat(everything.get("timeline").toString())
        .isEqualTo("[{\"month\":\"2014-03\",\"count\":1}]");
    assertThat(versions(asWalled)).containsExactly(id(second), id(other));
    assertThat(asWalled.get("total").asInt()).isEqualTo(2);
    assertThat(asWalled.get("facets").get("kind").toString())
        .isEqualTo("[{\"value\":\"DOCUMENT\",\"count\":2}]");
    assertThat(asWalled.get("timeline").toString())
        .isEqualTo("[{\"month\":\"2014-02\",\"count\":1}]");
  }

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
  void aTextWithMarkupOrOurOwnMarksIsShownAsText() {
    add("Odd", "See <em>injury</em> \uE0C0pretended\uE0C1 & \"injury\" <script>alert(1)</script>");
    client.awaitIndexed();

    JsonNode snippets = search("q", "injury").get("hits").get(0).get("snippets");

    assertThat(snippets.toString())
        .contains("{\"text\":\"injury\",\"match\":true}")
        .contains("<script>alert(1)</script>")
        .doesNotContain("{\"text\":\"pretended");
  }

  @Test
  void aPersonWithManyCasesIsAnsweredFromAllOfThem() {
    Set<CaseId> cases = new HashSet<>(Set.of(caseId));
    while (cases.size() < 150) {
      cases.add(CaseId.create());
    }
    world.permit(reviewer, Filter.everything(), cases, cases);
    VersionContent content = add("Among many", "among many cases");
    client.awaitIndexed();

    assertThat(versions(search("q", "among"))).containsExactly(id(content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u6F22",
        "\uD83D\uDE00",
        "a.",
        "\u0E01",
        "x'",
        "A/",
        "\u00E9-",
      })
  void theLongestQueriesAreAnswered(String part) {
    String typed = part.repeat(500 / part.length());

    assertThat(client.search(reviewer, "q", typed).status()).isIn(200, 400);
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
