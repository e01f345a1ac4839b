package org.cordon.evidence.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrintTest extends PaperTest {
  private static final String HOSTILE =
      "<img src='http://127.0.0.1:1/x'> & <script>x</script> \u0416\u05d0 \uD83D\uDC68";

  @Test
  void aVersionIsPrintedWithItsSources() throws IOException {
    String paper = written(PaperKind.FINDING);

    try (PDDocument pdf = Loader.loadPDF(download(paper + "/versions/1/pdf", reviewer).body())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("A title", "said plainly", "one cell", "3 February 2011", "Sources")
          .contains("<img src=", "<script>x</script>", "\u0416")
          .contains("source.txt", "called twice");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A title");
      assertThat(pdf.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
      assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
    }
    try (XWPFDocument docx =
            new XWPFDocument(
                new ByteArrayInputStream(download(paper + "/versions/1/docx", reviewer).body()));
        XWPFWordExtractor extractor = new XWPFWordExtractor(docx)) {
      assertThat(extractor.getText())
          .contains("A title", "said plainly", "one cell", "3 February 2011", "Sources")
          .contains(HOSTILE)
          .contains("source.txt", "called twice");
      assertThat(docx.getProperties().getCoreProperties().getCreator()).isNullOrEmpty();
      assertThat(docx.getProperties().getCoreProperties().getTitle()).isEqualTo("A title");
      assertThat(docx.getProperties().getCoreProperties().getCreated()).isNull();
    }
  }

  @Test
  void aReportAttributesNoQuote_rule13() throws IOException {
    String paper = written(PaperKind.OVERVIEW_REPORT);

    try (PDDocument pdf = Loader.loadPDF(download(paper + "/versions/1/pdf", reviewer).body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("said plainly", "a practitioner")
          .doesNotContain("source.txt", "called twice", "Sources");
    }
    try (XWPFDocument docx =
            new XWPFDocument(
                new ByteArrayInputStream(download(paper + "/versions/1/docx", reviewer).body()));
        XWPFWordExtractor extractor = new XWPFWordExtractor(docx)) {
      assertThat(extractor.getText())
          .contains("said plainly", "a practitioner")
          .doesNotContain("source.txt", "called twice", "Sources");
    }
  }

  @Test
  void aSourceThatIsNotOpenToTheReaderIsNotNamed() throws IOException {
    JsonNode source = document("It was called twice.");
    String paper = written(PaperKind.FINDING, source);
    ACCESS.wall(colleague, VersionId.from(source.get("version").asString()));

    try (PDDocument pdf = Loader.loadPDF(download(paper + "/versions/1/pdf", colleague).body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("A source that is not open to you")
          .doesNotContain("source.txt");
    }
  }

  private String written(PaperKind kind) {
    return written(kind, document("It was called twice."));
  }

  private String written(PaperKind kind, JsonNode source) {
    String paper = begin(kind);
    addPassage(paper, Map.of("kind", "HEADING", "level", 2, "text", "What we saw"));
    addPassage(
        paper,
        Map.of(
            "kind", "QUOTATION",
            "text", "said plainly",
            "from", "2011-02-03",
            "citations",
                List.of(
                    Map.of("version", source.get("version").asString(), "quote", "called twice"))));
    addPassage(paper, Map.of("kind", "TABLE", "text", "| a | b |\n|---|---|\n| one cell | two |"));
    addPassage(paper, Map.of("kind", "LIST", "text", "1. first\n2. second\n   - inner"));
    addPassage(paper, HOSTILE);
    freeze(paper);
    return paper;
  }
}
