package org.cordon.evidence.conversations;

import java.util.Optional;
import org.cordon.evidence.conversations.PlanConversation.WantedConversation;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans of conversations. */
@RestController
class ConversationController {
  private final Conversations conversations;
  private final OpenConversations open;
  private final ConversationParts parts;

  ConversationController(
      Conversations conversations, OpenConversations open, ConversationParts parts) {
    this.conversations = conversations;
    this.open = open;
    this.parts = parts;
  }

  @PostMapping("/api/evidence/cases/{case}/conversations")
  ResponseEntity<ConversationSummary> plan(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedConversation wanted) {
    return conversations.plan(caller.person(), caseId, wanted, IdempotencyKey.of(key));
  }

  @GetMapping("/api/evidence/cases/{case}/conversations")
  Page<ConversationSummary> page(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return open.page(caller.person(), caseId, PageRequest.of(limit, after));
  }

  @GetMapping("/api/evidence/conversations/{conversation}")
  ResponseEntity<ConversationDetail> one(
      Caller caller, @PathVariable("conversation") ConversationId id) {
    OpenConversations.Opened opened = open.open(caller.person(), id);
    return ResponseEntity.ok()
        .eTag(opened.conversation().plan().entityTag())
        .body(detail(caller.person(), opened));
  }

  @PutMapping("/api/evidence/conversations/{conversation}")
  ResponseEntity<ConversationSummary> change(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedConversation wanted) {
    Conversation changed =
        conversations.change(caller.person(), id, wanted, Optional.ofNullable(ifMatch));
    return ResponseEntity.ok()
        .eTag(changed.plan().entityTag())
        .body(ConversationSummary.of(changed));
  }

  private ConversationDetail detail(PersonId person, OpenConversations.Opened opened) {
    return new ConversationDetail(
        ConversationSummary.of(opened.conversation()),
        parts.guide(person, opened).orElse(null),
        parts.isRecorded(person, opened.conversation()),
        open.followUps(person, opened),
        open.exposedTo(person, opened.conversation()).orElse(null));
  }
}
