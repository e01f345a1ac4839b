package org.cordon.evidence.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.cordon.evidence.passages.Markup;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.PassageKind;
import org.jspecify.annotations.Nullable;

/** A paper as DOCX. */
final class DocxPrint {
  private final PrintedPaper paper;
  private final DocxBlocks blocks;

  private DocxPrint(PrintedPaper paper, XWPFDocument document) {
    this.paper = paper;
    this.blocks = new DocxBlocks(document);
  }

  static byte[] of(PrintedPaper paper) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      DocxStyles.addTo(document);
      describe(document.getProperties(), paper.title());
      new DocxPrint(paper, document).write();
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private void write() {
    blocks.heading(1, paper.title());
    @Nullable String section = null;
    int note = 1;
    for (Passage passage : paper.passages()) {
      PassageContent content = passage.content();
      if (content.section() != null && !Objects.equals(section, content.section())) {
        blocks.bold(PrintedWords.heading(content.section()));
      }
      section = content.section();
      PrintedWords.days(content).ifPresent(blocks::bold);
      Markup.tree(content).accept(blocks);
      note += after(content, note);
    }
    notes(paper.notes());
  }

  /** What follows a passage; returns how many notes it took. */
  private int after(PassageContent content, int note) {
    return switch (paper.attribution()) {
      case PrintedPaper.Attribution.Neutral(String speaker) -> {
        if (content.kind() == PassageKind.QUOTATION) {
          blocks.line("\u2014 " + speaker);
        }
        yield 0;
      }
      case PrintedPaper.Attribution.Notes _ -> {
        int count = content.citations().size();
        if (count > 0) {
          blocks.line(PrintedWords.numbers(note, count));
        }
        yield count;
      }
    };
  }

  private void notes(List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    blocks.heading(2, "Sources");
    for (int i = 0; i < notes.size(); i++) {
      blocks.line("[" + (i + 1) + "] " + notes.get(i));
    }
  }

  /** Its title, and nothing of who made it when and with what. */
  private static void describe(POIXMLProperties properties, String title) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setTitle(title);
    core.setCreator("");
    core.setLastModifiedByUser("");
    core.setCreated(Optional.empty());
    core.setModified(Optional.empty());
    properties.getExtendedProperties().setApplication("");
  }
}
