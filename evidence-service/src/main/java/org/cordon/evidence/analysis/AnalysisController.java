package org.cordon.evidence.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.items.Delivery;
import org.cordon.platform.access.Decision;
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
import tools.jackson.databind.json.JsonMapper;

/** The analysis of a case, and its findings with their evidence. */
@RestController
@RequestMapping("/api/evidence/cases/{case}/analysis")
class AnalysisController {
  private static final String CSV = "text/csv;charset=UTF-8";

  private final Analyses analyses;
  private final EvidenceTables tables;
  private final Delivery delivery;
  private final JsonMapper json;

  AnalysisController(Analyses analyses, EvidenceTables tables, Delivery delivery, JsonMapper json) {
    this.analyses = analyses;
    this.tables = tables;
    this.delivery = delivery;
    this.json = json;
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
    send(
        response,
        MediaType.APPLICATION_JSON_VALUE,
        decided.decisions(),
        json.writeValueAsBytes(decided.analysis()));
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
    send(
        response,
        MediaType.APPLICATION_JSON_VALUE,
        decided.decisions(),
        json.writeValueAsBytes(decided.table()));
  }

  /** The same, whole, for a spreadsheet. */
  @GetMapping(value = "/evidence/csv", produces = "text/csv")
  void csv(Caller caller, @PathVariable("case") CaseId caseId, HttpServletResponse response)
      throws IOException {
    EvidenceTables.DecidedTable decided = tables.whole(caller.person(), caseId);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("evidence-of-findings.csv").build().toString());
    send(
        response, CSV, decided.decisions(), decided.table().csv().getBytes(StandardCharsets.UTF_8));
  }

  private void send(
      HttpServletResponse response, String type, List<Decision> decisions, byte[] body)
      throws IOException {
    response.setContentType(type);
    delivery.deliver(decisions, response.getOutputStream(), out -> out.write(body));
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
