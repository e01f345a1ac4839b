package org.cordon.evidence.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A paper as PDF, from XHTML, without anything from outside. */
final class PdfPrint {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // It would write what it lays out into the log.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.OFF));
  }

  private PdfPrint() {}

  static byte[] of(PrintedPaper paper) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useUriResolver((_, _) -> null);
    builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
    builder.withHtmlContent(PrintedHtml.of(paper), null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle(paper.title());
      document.setDocumentInformation(information);
      document.getDocumentCatalog().setMetadata(null);
      document.save(bytes);
    }
    return bytes.toByteArray();
  }
}
