package org.cordon.evidence.print;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes the tree of a passage's text into a document. */
final class DocxBlocks extends AbstractVisitor {
  private static final int SIZE = 11;
  private static final int[] HEADINGS = {20, 16, 13, 11};
  private static final int INDENT = 360;
  private static final int AFTER = 120;

  private final XWPFDocument document;
  private final Deque<String> marks = new ArrayDeque<>();
  private XWPFParagraph paragraph;
  private boolean fresh = true;
  private int depth;
  private int size = SIZE;
  private boolean bold;
  private boolean italic;

  DocxBlocks(XWPFDocument document) {
    this.document = document;
    this.paragraph = document.createParagraph();
  }

  void heading(int level, String text) {
    begin();
    paragraph.setStyle(DocxStyles.heading(level));
    size = HEADINGS[level - 1];
    bold = true;
    run(text);
    bold = false;
    size = SIZE;
  }

  void bold(String text) {
    begin();
    bold = true;
    run(text);
    bold = false;
  }

  void line(String text) {
    begin();
    run(text);
  }

  @Override
  public void visit(Heading heading) {
    begin();
    paragraph.setStyle(DocxStyles.heading(heading.getLevel()));
    size = HEADINGS[heading.getLevel() - 1];
    bold = true;
    visitChildren(heading);
    bold = false;
    size = SIZE;
  }

  @Override
  public void visit(Paragraph text) {
    begin();
    if (!marks.isEmpty() && !marks.peek().isEmpty()) {
      run(marks.pop() + " ");
      marks.push("");
    }
    visitChildren(text);
  }

  @Override
  public void visit(BlockQuote quote) {
    depth++;
    visitChildren(quote);
    depth--;
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0, "\u2022");
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    items(list, start == null ? 1 : start, ".");
  }

  private void items(Node list, int start, String sign) {
    depth++;
    int number = start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        marks.push(list instanceof OrderedList ? number + sign : sign);
        visitChildren(item);
        marks.pop();
        number++;
      }
    }
    depth--;
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      table(block);
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    boolean before = italic;
    italic = true;
    visitChildren(emphasis);
    italic = before;
  }

  @Override
  public void visit(StrongEmphasis strong) {
    boolean before = bold;
    bold = true;
    visitChildren(strong);
    bold = before;
  }

  @Override
  public void visit(SoftLineBreak line) {
    paragraph.createRun().addBreak();
  }

  @Override
  public void visit(HardLineBreak line) {
    paragraph.createRun().addBreak();
  }

  @Override
  public void visit(Text text) {
    run(text.getLiteral());
  }

  private void table(Node block) {
    XWPFTable table = document.createTable(1, 1);
    boolean first = true;
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          row(first ? table.getRow(0) : table.createRow(), row, first);
          first = false;
        }
      }
    }
    paragraph = document.createParagraph();
  }

  private void row(XWPFTableRow printed, Node row, boolean heading) {
    int at = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      XWPFTableCell printedCell = printed.getCell(at);
      paragraph =
          (printedCell == null ? printed.addNewTableCell() : printedCell).getParagraphArray(0);
      bold = heading;
      visitChildren(cell);
      bold = false;
      at++;
    }
  }

  private void begin() {
    if (!fresh) {
      paragraph = document.createParagraph();
    }
    fresh = false;
    paragraph.setIndentationLeft(depth * INDENT);
    paragraph.setSpacingAfter(AFTER);
  }

  private void run(String text) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(size);
    run.setBold(bold);
    run.setItalic(italic);
    run.setText(text);
  }
}
