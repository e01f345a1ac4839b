package org.cordon.evidence.passages;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.cordon.platform.problems.Problem;

/**
 * The small markup of a passage's text: CommonMark's emphasis and strong emphasis, its lists in a
 * {@link PassageKind#LIST} and GitHub's tables in a {@link PassageKind#TABLE}. Everything else,
 * HTML and links and images above all, is shown as it was typed.
 */
public final class Markup {
  public static final int MAX_LINES = 500;
  public static final int MAX_ROWS = 200;
  public static final int MAX_COLUMNS = 20;

  private static final int DEEPEST = 16;
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser INLINE = parser(Set.of()).build();
  private static final Parser LISTS = parser(Set.of(ListBlock.class)).build();
  private static final Parser TABULAR = parser(Set.of()).extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br />\n")
          .extensions(TABLES)
          .build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.COMPACT)
          .extensions(TABLES)
          .build();

  /**
   * Characters that mean nothing here but something to the parser stand in it as these of the
   * private use area, which no kept text holds ({@link CleanText}).
   */
  private static final String MEANINGLESS = "[]<`&!";

  private static final char STAND_IN = '\uE000';

  private Markup() {}

  /** The text as HTML of paragraphs, lists, tables, emphasis and headings (h2 to h4), no more. */
  public static String html(PassageContent passage) {
    return HTML.render(tree(passage));
  }

  /** The text without its markup, as a search reads it. */
  public static String plain(PassageContent passage) {
    return PLAIN.render(tree(passage)).strip();
  }

  /** The text as a tree of CommonMark's nodes, in which every text is what was typed. */
  public static Node tree(PassageContent passage) {
    Node document = parsed(passage);
    document.accept(new Restoring());
    return switch (passage.kind()) {
      case HEADING -> heading(document, passage.level() == null ? 1 : passage.level());
      case QUOTATION -> within(new BlockQuote(), document);
      case PARAGRAPH, LIST, TABLE -> document;
    };
  }

  /**
   * Holds a list against its limit.
   *
   * @throws Problem INVALID when it is longer
   */
  static void checkList(String text) {
    if (text.lines().count() > MAX_LINES) {
      throw Problem.invalid("text", "must have at most " + MAX_LINES + " lines in a list.");
    }
  }

  /**
   * Holds a table against its limits.
   *
   * @throws Problem INVALID when it has more rows or columns
   */
  static void checkTable(String text) {
    // The line of dashes is none of its rows.
    if (text.lines().count() > MAX_ROWS + 1) {
      throw Problem.invalid("text", "must have at most " + MAX_ROWS + " rows in a table.");
    }
    if (text.lines().anyMatch(line -> PipeTable.cells(line) > MAX_COLUMNS)) {
      throw Problem.invalid("text", "must have at most " + MAX_COLUMNS + " columns in a table.");
    }
  }

  private static Node parsed(PassageContent passage) {
    String text = standIns(passage.text());
    return switch (passage.kind()) {
      case HEADING, PARAGRAPH, QUOTATION -> INLINE.parse(text);
      case LIST -> LISTS.parse(text);
      case TABLE -> TABULAR.parse(PipeTable.squared(text));
    };
  }

  private static Node heading(Node document, int level) {
    Heading heading = new Heading();
    heading.setLevel(level + 1);
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      moveChildren(block, heading);
    }
    Document whole = new Document();
    whole.appendChild(heading);
    return whole;
  }

  private static Node within(Block block, Node document) {
    moveChildren(document, block);
    Document whole = new Document();
    whole.appendChild(block);
    return whole;
  }

  private static void moveChildren(Node from, Node to) {
    for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
      to.appendChild(child);
    }
  }

  private static String standIns(String text) {
    StringBuilder replaced = new StringBuilder(text);
    for (int at = 0; at < replaced.length(); at++) {
      int which = MEANINGLESS.indexOf(replaced.charAt(at));
      if (which >= 0) {
        replaced.setCharAt(at, (char) (STAND_IN + which));
      }
    }
    return replaced.toString();
  }

  private static Parser.Builder parser(Set<Class<? extends Block>> blocks) {
    return Parser.builder()
        .enabledBlockTypes(blocks)
        .maxOpenBlockParsers(DEEPEST)
        .maxInlineNesting(DEEPEST);
  }

  /** Puts back what was typed. */
  private static final class Restoring extends AbstractVisitor {
    @Override
    public void visit(Text text) {
      StringBuilder typed = new StringBuilder(text.getLiteral());
      for (int at = 0; at < typed.length(); at++) {
        int which = typed.charAt(at) - STAND_IN;
        if (which >= 0 && which < MEANINGLESS.length()) {
          typed.setCharAt(at, MEANINGLESS.charAt(which));
        }
      }
      text.setLiteral(typed.toString());
    }
  }
}
