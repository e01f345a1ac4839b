package org.cordon.evidence.papers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.items.OpenItems;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.evidence.print.PrintedPaper;
import org.cordon.evidence.print.PrintedPaper.Attribution;
import org.cordon.evidence.print.Prints;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a paper on paper. A report attributes no quote (rule 13). */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/versions/{number}")
class PaperPrintController {
  private static final String SPEAKER = "a practitioner";
  private static final String PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Papers papers;
  private final OpenItems open;
  private final WrittenVersions written;
  private final ShownSources sources;
  private final Prints prints;
  private final Delivery delivery;

  PaperPrintController(
      Papers papers,
      OpenItems open,
      WrittenVersions written,
      ShownSources sources,
      Prints prints,
      Delivery delivery) {
    this.papers = papers;
    this.open = open;
    this.written = written;
    this.sources = sources;
    this.prints = prints;
    this.delivery = delivery;
  }

  @GetMapping(
      value = "/pdf",
      produces = {PDF, "*/*"})
  void pdf(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    OpenItems.OpenVersion readable = open.read(caller.person(), paper, number);
    send(readable, caller.person(), prints::pdf, PDF, ".pdf", response);
  }

  @GetMapping(
      value = "/docx",
      produces = {DOCX, "*/*"})
  void docx(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    OpenItems.OpenVersion readable = open.read(caller.person(), paper, number);
    send(readable, caller.person(), prints::docx, DOCX, ".docx", response);
  }

  private void send(
      OpenItems.OpenVersion readable,
      PersonId person,
      Function<PrintedPaper, byte[]> print,
      String type,
      String ending,
      HttpServletResponse response)
      throws IOException {
    Version version = readable.version();
    Paper paper = papers.find(version.item()).orElseThrow(Problem::notFound);
    byte[] bytes = print.apply(printed(person, paper, written.read(version)));
    String json = version.received().fileName();
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(
                json.substring(0, json.length() - ".json".length()) + ending,
                StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    delivery.deliver(readable.decision(), response.getOutputStream(), out -> out.write(bytes));
  }

  private PrintedPaper printed(PersonId person, Paper paper, WrittenContent content) {
    return new PrintedPaper(
        content.title(), content.passages(), attribution(person, paper, content));
  }

  private Attribution attribution(PersonId person, Paper paper, WrittenContent content) {
    if (paper.kind() == PaperKind.OVERVIEW_REPORT) {
      return new Attribution.Neutral(SPEAKER);
    }
    List<Version> cited =
        sources.versions(
            content.passages().stream()
                .flatMap(it -> it.content().cited().stream())
                .distinct()
                .toList());
    return new Attribution.Notes(sources.titles(person, cited));
  }
}
