package org.cordon.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LanguageTest extends SearchTest {
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
              + "Seen by Ms O'Neill, who asked about well-being. "
              + "They met at one of the cafés; she was not naïve.");

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

  @Test
  void accentsMakeNoDifferenceInAnyFormOfAWord() {
    VersionContent accented = add("Call", "She had been to two cafés that day.");
    VersionContent plain = add("Letter", "They met in the cafe.");
    client.awaitIndexed();

    for (String typed : List.of("cafe", "café", "cafes", "CAFÉS")) {
      JsonNode found = search("q", typed);
      assertThat(versions(found)).as(typed).containsExactlyInAnyOrder(id(accented), id(plain));
      assertThat(found.get("hits").toString())
          .contains("{\"text\":\"cafés\",\"match\":true}")
          .contains("{\"text\":\"cafe\",\"match\":true}");
    }
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
        "cafe                       | true",
        "CAFÉS                      | true",
        "cafés naive                | true",
        "\"the cafés\"               | true",
        "\"the cafe\"                | false",
        "caf*                       | true",
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
  void aTextWithMarkupOrOurOwnMarksIsShownAsText() {
    add("Odd", "See <em>injury</em> \uE0C0pretended\uE0C1 & \"injury\" <script>alert(1)</script>");
    client.awaitIndexed();

    JsonNode snippets = search("q", "injury").get("hits").get(0).get("snippets");

    assertThat(snippets.toString())
        .contains("{\"text\":\"injury\",\"match\":true}")
        .contains("<script>alert(1)</script>")
        .doesNotContain("{\"text\":\"pretended");
  }
}
