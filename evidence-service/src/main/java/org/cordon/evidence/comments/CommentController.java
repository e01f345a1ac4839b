package org.cordon.evidence.comments;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.cordon.evidence.items.Delivery;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
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

/** Comments on a version of a paper. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/versions/{number}/comments")
class CommentController {
  private final Comments comments;
  private final CommentsPage pages;
  private final Delivery delivery;

  /** A comment that is to be: 1 to 20,000 characters, on a passage or on the whole. */
  record WantedComment(@Nullable PassageId passage, @Nullable String text) {}

  CommentController(Comments comments, CommentsPage pages, Delivery delivery) {
    this.comments = comments;
    this.pages = pages;
    this.delivery = delivery;
  }

  @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<ShownComment> add(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedComment wanted) {
    ShownComment added =
        comments.add(
            new Comments.AddComment(
                caller.person(),
                paper,
                number,
                Optional.ofNullable(wanted.passage()),
                Problem.require("text", wanted.text()),
                IdempotencyKey.of(key)));
    return ResponseEntity.created(URI.create("/api/evidence/items/" + added.id())).body(added);
  }

  /** The comments that the caller may read, oldest first; pages of {@link ShownComment}. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  void page(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    CommentsPage.DecidedPage decided =
        pages.page(caller.person(), paper, number, PageRequest.of(limit, after));
    delivery.json(decided.decisions(), decided.page(), response);
  }
}
