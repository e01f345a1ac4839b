package org.cordon.evidence.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cordon.evidence.items.Delivery;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The analysis of a case, and its findings with their evidence. */
@RestController
@RequestMapping("/api/evidence/cases/{case}/analysis")
class AnalysisController {
  private static final String CSV = "text/csv;charset=UTF-8";

  private final Analyses analyses;
  private final EvidenceTables tables;
  private final Delivery delivery;

  AnalysisController(Analyses analyses, EvidenceTables tables, Delivery delivery) {
    this.analyses = analyses;
    this.tables = tables;
    this.delivery = delivery;
  }

  /** The analysis, in parts of at most 500 papers; {@link CaseAnalysis} is what is written. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  void analysis(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    Analyses.DecidedAnalysis decided = analyses.of(caller.person(), caseId, cursor(after));
    delivery.json(decided.decisions(), decided.analysis(), response);
  }

  /** The findings with their evidence; {@link EvidenceTable} is what is written. */
  @GetMapping(value = "/evidence", produces = MediaType.APPLICATION_JSON_VALUE)
  void evidence(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    EvidenceTables.DecidedTable decided = tables.of(caller.person(), caseId, cursor(after));
    delivery.json(decided.decisions(), decided.table(), response);
  }

  /** The same, whole, for a spreadsheet. */
  @GetMapping(value = "/evidence/csv", produces = "text/csv")
  void csv(Caller caller, @PathVariable("case") CaseId caseId, HttpServletResponse response)
      throws IOException {
    EvidenceTables.DecidedTable decided = tables.whole(caller.person(), caseId);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("evidence-of-findings.csv").build().toString());
    response.setContentType(CSV);
    byte[] table = decided.table().csv().getBytes(StandardCharsets.UTF_8);
    delivery.deliver(decided.decisions(), response.getOutputStream(), out -> out.write(table));
  }

  private static Optional<ItemId> cursor(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ItemId.from(after));
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this analysis gave out.");
    }
  }
}
