package org.cordon.evidence.passages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WantedPassageTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Sections SECTIONS = Sections.of("ENTRY");

  @Test
  void whatHidesOrReordersIsTakenOutAndCounted() {
    WantedPassage.Checked checked =
        checked(
            "{'kind':'PARAGRAPH','text':' a\\u202Eb\\u0000c\\u200B\\u2066d\\uFEFF\\r\\ne\\ud800 \\ue001'}");

    assertThat(checked.content().text()).isEqualTo("abcd\ne");
    assertThat(checked.cleaned()).isEqualTo(7);
  }

  @Test
  void textOfEveryScriptIsKept() {
    String text =
        "Zażółć, שלום, مرحبا, हिन्दी, 家族, \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    assertThat(CleanText.of(text)).isEqualTo(new CleanText(text, 0));
  }

  @ParameterizedTest(name = "{2}, {index}")
  @MethodSource("limits")
  void everyLimitIsHeldAndToldKindly(String within, String beyond, String field) {
    assertThat(checked(within)).isNotNull();
    assertThatThrownBy(() -> checked(beyond))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
              assertThat(problem.errors()).singleElement().extracting("field").isEqualTo(field);
              assertThat(problem.errors().getFirst().message()).endsWith(".").hasSizeLessThan(200);
            });
  }

  static Stream<Arguments> limits() {
    String person = "'" + PersonId.create() + "'";
    String citation = "{'version':'" + VersionId.create() + "'%s}";
    return Stream.of(
        Arguments.of(
            text("PARAGRAPH", "x".repeat(20_000)), text("PARAGRAPH", "x".repeat(20_001)), "text"),
        Arguments.of(text("PARAGRAPH", "x"), text("PARAGRAPH", " \u200B "), "text"),
        Arguments.of(text("PARAGRAPH", "x"), "{'kind':'PARAGRAPH'}", "text"),
        Arguments.of(text("PARAGRAPH", "x"), "{'text':'x'}", "kind"),
        Arguments.of(text("HEADING", "x".repeat(300)), text("HEADING", "x".repeat(301)), "text"),
        Arguments.of(text("HEADING", "x"), text("HEADING", "x\\ny"), "text"),
        Arguments.of(with("HEADING", "'level':3"), with("HEADING", "'level':4"), "level"),
        Arguments.of(with("HEADING", "'level':1"), with("HEADING", "'level':0"), "level"),
        Arguments.of(with("HEADING", "'level':1"), with("PARAGRAPH", "'level':1"), "level"),
        Arguments.of(
            text("LIST", "- x\\n".repeat(500)), text("LIST", "- x\\n".repeat(501)), "text"),
        Arguments.of(text("TABLE", table(200, 20)), text("TABLE", table(201, 20)), "text"),
        Arguments.of(text("TABLE", table(2, 20)), text("TABLE", table(2, 21)), "text"),
        Arguments.of(
            with("PARAGRAPH", "'section':'ENTRY'"),
            with("PARAGRAPH", "'section':'OTHER'"),
            "section"),
        Arguments.of(
            with("PARAGRAPH", "'from':'1000-01-01'"),
            with("PARAGRAPH", "'from':'0999-12-31'"),
            "from"),
        Arguments.of(
            with("PARAGRAPH", "'from':'2011-02-03','to':'2011-02-03'"),
            with("PARAGRAPH", "'from':'2011-02-03','to':'2011-02-02'"),
            "to"),
        Arguments.of(
            with("PARAGRAPH", "'from':'2011-02-03'"), with("PARAGRAPH", "'to':'2011-02-03'"), "to"),
        Arguments.of(
            with("PARAGRAPH", "'from':'2011-02-03'"),
            with("PARAGRAPH", "'from':'2011-02-03','to':'+10000-01-01'"),
            "to"),
        Arguments.of(
            many("accountsOf", person, 200), many("accountsOf", person, 201), "accountsOf"),
        Arguments.of(many("accountsOf", person, 1), many("accountsOf", "null", 1), "accountsOf"),
        Arguments.of(
            many("citations", citation.formatted(""), 50),
            many("citations", citation.formatted(""), 51),
            "citations"),
        Arguments.of(
            many("citations", citation.formatted(""), 1),
            many("citations", "null", 1),
            "citations"),
        Arguments.of(
            many("citations", citation.formatted(""), 1),
            many("citations", "{}", 1),
            "citations.version"),
        Arguments.of(
            many("citations", citation.formatted(",'page':100000"), 1),
            many("citations", citation.formatted(",'page':100001"), 1),
            "citations.page"),
        Arguments.of(
            many("citations", citation.formatted(",'page':1"), 1),
            many("citations", citation.formatted(",'page':0"), 1),
            "citations.page"),
        Arguments.of(
            many("citations", citation.formatted(",'quote':'" + "q".repeat(2_000) + "'"), 1),
            many("citations", citation.formatted(",'quote':'" + "q".repeat(2_001) + "'"), 1),
            "citations.quote"));
  }

  @Test
  void aQuoteIsFoundWordForWordWhateverBlanksLieBetween() throws IOException {
    assertThat(occurs("the health\nvisitor", "x".repeat(10_000) + "the  health visitor")).isTrue();
    assertThat(occurs("aab", "aaab")).isTrue();
    assertThat(occurs("The health", "the health")).isFalse();
    assertThat(occurs("  ", "anything")).isFalse();
  }

  @Test
  void contentIsWrittenInOneWayOnlyAndReadBack() {
    Citation citation =
        new Citation(VersionId.create(), ItemId.create(), null, 3, "as it was", true);
    PassageContent content = checked(with("HEADING", "'level':2")).with(List.of(citation));
    WrittenContent written =
        WrittenContent.of(
            "CHRONOLOGY",
            "A title",
            List.of(
                new Passage(
                    PassageId.create(),
                    4,
                    content,
                    Instant.parse("2026-11-23T10:00:00Z"),
                    PersonId.create())));

    assertThat(WrittenContent.read(written.bytes())).isEqualTo(written);
    assertThat(WrittenContent.read(written.bytes()).bytes()).isEqualTo(written.bytes());
    assertThat(new String(written.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith(
            "{\"format\":\"cordon.passages/1\",\"passages\":[{\"accountsOf\":[],\"citations\":[{")
        .contains(
            "\"kind\":\"HEADING\",\"level\":2,\"revision\":4,\"savedAt\":\"2026-11-23T10:00:00Z\"")
        .endsWith(",\"structure\":\"CHRONOLOGY\",\"title\":\"A title\"}");
    assertThat(written.plain()).isEqualTo("A title\n\nx\n");
  }

  @Test
  void whatIsNotInTheFormatIsNotTakenForContent() {
    for (String other : List.of("", "null", "{}", "{\"format\":\"cordon.passages/2\"}", "[")) {
      assertThatThrownBy(
              () -> WrittenContent.read(other.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .isInstanceOf(IntegrityFailure.class);
    }
  }

  private static boolean occurs(String quote, String text) throws IOException {
    return Verbatim.occurs(quote, new StringReader(text));
  }

  private static WantedPassage.Checked checked(String json) {
    return JSON.readValue(json.replace('\'', '"'), WantedPassage.class).checked(SECTIONS);
  }

  private static String text(String kind, String text) {
    return "{'kind':'%s','text':'%s'}".formatted(kind, text);
  }

  private static String with(String kind, String more) {
    return "{'kind':'%s','text':'x',%s}".formatted(kind, more);
  }

  private static String many(String field, String member, int times) {
    return with(
        "PARAGRAPH",
        "'%s':[%s]".formatted(field, String.join(",", Collections.nCopies(times, member))));
  }

  private static String table(int rows, int columns) {
    String row = "|" + "x|".repeat(columns) + "\\n";
    return row + "|" + "---|".repeat(columns) + "\\n" + row.repeat(rows - 1);
  }
}
