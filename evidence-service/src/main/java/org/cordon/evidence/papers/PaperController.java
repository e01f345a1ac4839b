package org.cordon.evidence.papers;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Optional;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers: beginning, listing and finding them. */
@RestController
class PaperController {
  private final Papers papers;
  private final PapersPage pages;

  PaperController(Papers papers, PapersPage pages) {
    this.papers = papers;
    this.pages = pages;
  }

  /**
   * A paper that is to be.
   *
   * @param title 1 to 300 characters
   */
  record WantedPaper(@Nullable PaperKind kind, @Nullable String title) {}

  @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
  @PostMapping("/api/evidence/cases/{case}/papers")
  ResponseEntity<PaperDetail> begin(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedPaper wanted) {
    PaperDetail begun =
        papers.begin(
            caller.person(),
            caseId,
            Problem.require("kind", wanted.kind()),
            Problem.require("title", wanted.title()),
            IdempotencyKey.of(key));
    return ResponseEntity.created(URI.create("/api/evidence/papers/" + begun.id())).body(begun);
  }

  @GetMapping("/api/evidence/cases/{case}/papers")
  Page<PaperRow> page(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable PaperKind kind,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return pages.page(
        caller.person(), caseId, Optional.ofNullable(kind), PageRequest.of(limit, after));
  }

  @GetMapping("/api/evidence/papers/{paper}")
  PaperDetail paper(Caller caller, @PathVariable ItemId paper) {
    return papers.detail(caller.person(), paper);
  }
}
