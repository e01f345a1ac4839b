package org.cordon.evidence.print;

import java.util.List;
import java.util.Objects;
import org.cordon.evidence.passages.Markup;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.PassageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A paper as one XHTML page that refers to nothing. */
final class PrintedHtml {
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); } }
      body { font-family: Helvetica, 'Liberation Sans', sans-serif; font-size: 11pt; line-height: 1.4; }
      h1 { font-size: 20pt; } h2 { font-size: 16pt; } h3 { font-size: 13pt; } h4 { font-size: 11pt; }
      h1, h2, h3, h4, .section { page-break-after: avoid; }
      .section, .days { font-weight: bold; }
      blockquote { margin: 0 0 0 8mm; padding-left: 4mm; border-left: 1mm solid #b1b4b6; }
      table { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
      th, td { border: 0.3mm solid #b1b4b6; padding: 1mm 2mm; text-align: left; vertical-align: top; }
      p, li, th, td, h1, h2, h3, h4 { word-wrap: break-word; }
      """;

  private PrintedHtml() {}

  static String of(PrintedPaper paper) {
    StringBuilder html =
        new StringBuilder("<html lang=\"en\"><head><title>")
            .append(escaped(paper.title()))
            .append("</title><style>")
            .append(STYLE)
            .append("</style></head><body><h1>")
            .append(escaped(paper.title()))
            .append("</h1>\n");
    @Nullable String section = null;
    int note = 1;
    for (Passage passage : paper.passages()) {
      PassageContent content = passage.content();
      if (content.section() != null && !Objects.equals(section, content.section())) {
        line(html, "section", PrintedWords.heading(content.section()));
      }
      section = content.section();
      PrintedWords.days(content).ifPresent(days -> line(html, "days", days));
      html.append(Markup.html(content));
      note += after(html, paper, content, note);
    }
    notes(html, paper.notes());
    return html.append("</body></html>").toString();
  }

  /** What follows a passage; returns how many notes it took. */
  private static int after(
      StringBuilder html, PrintedPaper paper, PassageContent content, int note) {
    return switch (paper.attribution()) {
      case PrintedPaper.Attribution.Neutral(String speaker) -> {
        if (content.kind() == PassageKind.QUOTATION) {
          line(html, "speaker", "\u2014 " + speaker);
        }
        yield 0;
      }
      case PrintedPaper.Attribution.Notes _ -> {
        int count = content.citations().size();
        if (count > 0) {
          line(html, "numbers", PrintedWords.numbers(note, count));
        }
        yield count;
      }
    };
  }

  private static void notes(StringBuilder html, List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    html.append("<h2>Sources</h2>\n");
    for (int i = 0; i < notes.size(); i++) {
      line(html, "note", "[" + (i + 1) + "] " + notes.get(i));
    }
  }

  private static void line(StringBuilder html, String style, String text) {
    html.append("<p class=\"").append(style).append("\">").append(escaped(text)).append("</p>\n");
  }

  /** With the five signs of XML alone escaped. */
  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
