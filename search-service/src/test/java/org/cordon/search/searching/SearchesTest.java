package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchesTest extends SearchTest {
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
}
