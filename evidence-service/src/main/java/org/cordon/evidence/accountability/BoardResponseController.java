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

/** The answers of the board of one paper. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/responses")
class BoardResponseController {
  private final BoardResponses responses;
  private final Delivery delivery;

  BoardResponseController(BoardResponses responses, Delivery delivery) {
    this.responses = responses;
    this.delivery = delivery;
  }

  @ApiResponse(responseCode = "201", description = "Recorded", useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<BoardResponse> add(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody RecordResponse wanted) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(responses.add(caller.person(), paper, wanted, IdempotencyKey.of(key)));
  }

  /** Those that the caller may read, oldest first; pages of {@link BoardResponse}. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  void page(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    BoardResponses.DecidedResponses decided =
        responses.page(caller.person(), paper, PageRequest.of(limit, after));
    delivery.json(decided.decisions(), decided.page(), response);
  }
}
