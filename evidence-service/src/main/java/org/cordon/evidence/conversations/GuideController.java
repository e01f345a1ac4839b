package org.cordon.evidence.conversations;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guides of conversations, and what the approving officer says of them. */
@RestController
class GuideController {
  private static final String SUBMISSIONS =
      "/api/evidence/conversations/{conversation}/guide/submissions";

  private final Guides guides;
  private final ProcessTopics topics;

  /** Which version of the guide. */
  record WantedSubmission(@Nullable VersionId version) {}

  GuideController(Guides guides, ProcessTopics topics) {
    this.guides = guides;
    this.topics = topics;
  }

  /** What may be asked about while criminal proceedings are live; the same for everybody. */
  @GetMapping("/api/evidence/process-topics")
  Page<ProcessTopics.ProcessTopic> topics() {
    return Page.whole(List.copyOf(topics.list()));
  }

  @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
  @PostMapping(SUBMISSIONS)
  ResponseEntity<GuideSubmission> submit(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedSubmission wanted) {
    return guides.submit(caller.person(), id, wanted.version(), IdempotencyKey.of(key));
  }

  @PostMapping(SUBMISSIONS + "/{submission}/decisions")
  @ResponseStatus(HttpStatus.CREATED)
  GuideSubmission decide(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable UUID submission,
      @RequestBody Guides.WantedGuideDecision wanted) {
    return guides.decide(caller.person(), id, submission, wanted);
  }
}
