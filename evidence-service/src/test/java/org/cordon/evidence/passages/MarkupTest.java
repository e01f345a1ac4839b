package org.cordon.evidence.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private static final Set<String> ALLOWED =
      Set.of(
          "h2",
          "h3",
          "h4",
          "p",
          "br",
          "em",
          "strong",
          "ul",
          "ol",
          "li",
          "blockquote",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td");

  @Test
  void emphasisListsAndTablesAreTheMarkup() {
    assertThat(html(PassageKind.PARAGRAPH, "one *two* **three**\nfour"))
        .isEqualTo("<p>one <em>two</em> <strong>three</strong><br />\nfour</p>\n");
    assertThat(html(PassageKind.LIST, "- one\n- *two*\n\n1. three"))
        .contains("<ul>", "<li><em>two</em></li>", "<ol>");
    assertThat(html(PassageKind.TABLE, "| a | b |\n|---|---|\n| 1 | **2** |"))
        .contains("<th>a</th>", "<td><strong>2</strong></td>");
    assertThat(html(PassageKind.QUOTATION, "we said so"))
        .isEqualTo("<blockquote>\n<p>we said so</p>\n</blockquote>\n");
    assertThat(Markup.html(heading("What *we* saw", 2)))
        .isEqualTo("<h3>What <em>we</em> saw</h3>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[link](javascript:alert(1))",
        "![image](https://elsewhere.invalid/p.png)",
        "<https://elsewhere.invalid>",
        "[ref]: https://elsewhere.invalid 'title'",
        "`code` &amp; &lt;b&gt; &#x3C;script&#x3E;",
        "# no heading",
        "> no quotation",
        "--- \n no line",
        "```\nno fence\n```",
        "<!-- gone? --> <style>p{display:none}</style>",
        "<o:p class=MsoNormal style='mso-ansi-language:EN-GB'>Word</o:p>",
        "]]> <![CDATA[ <?php echo 1 ?>"
      })
  void whateverIsNotMarkupIsShownAsItWasTyped(String typed) {
    for (PassageKind kind : PassageKind.values()) {
      Document shown = Jsoup.parseBodyFragment(html(kind, typed));
      assertThat(squeezed(shown.body().wholeText())).as(kind.name()).isEqualTo(squeezed(typed));
      assertThat(elements(shown)).isSubsetOf(ALLOWED);
    }
  }

  @ParameterizedTest
  @EnumSource(PassageKind.class)
  void noTextAtAllMakesOtherHtmlOrAttributes(PassageKind kind) {
    Random random = new Random(20_130_301L + kind.name().hashCode());
    String[] parts = {
      "<script>",
      "</p>",
      "*",
      "**",
      "_",
      "[",
      "](",
      ")",
      "!",
      "`",
      "&",
      "&lt;",
      "|",
      "---",
      "\n",
      "- ",
      "1. ",
      "  ",
      "\\",
      "<",
      ">",
      "\"",
      "'",
      "a",
      "javascript:",
      ":",
      "=",
      "\n\n",
      "style=",
      "\u00e9",
      "\t",
      "#",
      "> ",
      "~~",
      "<br onclick=x>"
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder typed = new StringBuilder("x");
      for (int part = random.nextInt(40); part >= 0; part--) {
        typed.append(parts[random.nextInt(parts.length)]);
      }
      Document shown = Jsoup.parseBodyFragment(html(kind, typed.toString()));
      assertThat(elements(shown)).as(typed.toString()).isSubsetOf(ALLOWED);
      for (Element element : shown.body().getAllElements()) {
        element
            .attributes()
            .forEach(attribute ->
                assertThat(attribute.toString())
                    .as(typed.toString())
                    .matches("align=\"(left|right|center)\"|start=\"\\d{1,9}\""));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- ", "*a ", "_a", "**", "[", "1. ", "> ", "*a **b ", "|", "<", "&", "\\"})
  void textThatNestsOrRepeatsWithoutEndIsShownInNoTime(String part) {
    String typed = part.repeat(WantedPassage.MAX_TEXT / part.length() - 1) + "x";
    for (PassageKind kind : PassageKind.values()) {
      Assertions.assertThatCode(() -> html(kind, typed)).doesNotThrowAnyException();
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> html(kind, typed));
    }
  }

  @Test
  void aRowThatIsLongerThanItsHeadingLosesNoCell() {
    String shown = html(PassageKind.TABLE, "a | b\n--- | ---\n1 | 2 | third | \\| fourth");

    assertThat(Jsoup.parseBodyFragment(shown).select("tbody td").eachText())
        .containsExactly("1", "2", "third", "| fourth");
    assertThat(Jsoup.parseBodyFragment(shown).select("th")).hasSize(4);
  }

  @Test
  void thePlainTextHasNoMarkup() {
    assertThat(Markup.plain(plain(PassageKind.PARAGRAPH, "*one* **two** [three]")))
        .isEqualTo("one two [three]");
    assertThat(Markup.plain(plain(PassageKind.TABLE, "| a | b |\n|---|---|\n| 1 | 2 |")))
        .contains("a", "b", "1", "2")
        .doesNotContain("---");
  }

  private static Set<String> elements(Document shown) {
    Set<String> names = new TreeSet<>();
    shown
        .body()
        .children()
        .forEach(child -> child.getAllElements().forEach(element -> names.add(element.tagName())));
    return names;
  }

  /** Without blanks, and without the signs that mean something in a list or a table. */
  private static String squeezed(String text) {
    return Pattern.compile("[\\s|]+").matcher(text).replaceAll("");
  }

  private static String html(PassageKind kind, String text) {
    return Markup.html(kind == PassageKind.HEADING ? heading(text, 1) : plain(kind, text));
  }

  private static PassageContent plain(PassageKind kind, String text) {
    return PassageContent.plain(kind, text);
  }

  private static PassageContent heading(String text, int level) {
    return new PassageContent(
        PassageKind.HEADING, level, text, null, null, null, null, null, List.of(), List.of());
  }
}
