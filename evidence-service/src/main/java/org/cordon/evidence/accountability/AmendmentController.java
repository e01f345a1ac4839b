package org.cordon.evidence.accountability;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cordon.evidence.items.Delivery;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The changes that were demanded from outside of one paper. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/amendments")
class AmendmentController {
  private final Amendments amendments;
  private final Delivery delivery;

  AmendmentController(Amendments amendments, Delivery delivery) {
    this.amendments = amendments;
    this.delivery = delivery;
  }

  @ApiResponse(responseCode = "201", description = "Recorded", useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<AmendmentLine> add(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody RecordAmendment wanted) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(amendments.add(caller.person(), paper, wanted, IdempotencyKey.of(key)));
  }

  /** Those that the caller may read, oldest first; pages of {@link AmendmentLine}. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  void page(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    Amendments.DecidedAmendments decided =
        amendments.page(caller.person(), paper, PageRequest.of(limit, after));
    delivery.json(decided.decisions(), decided.page(), response);
  }
}
