package org.cordon.evidence.conversations;

import org.cordon.evidence.conversations.Corrections.CorrectionReceipt;
import org.cordon.evidence.conversations.Corrections.WantedConfirmation;
import org.cordon.evidence.conversations.Corrections.WantedCorrection;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ConversationId;
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

/** What a participant says of their record. */
@RestController
class CorrectionController {
  private static final String CONVERSATION = "/api/evidence/conversations/{conversation}";

  private final Corrections corrections;

  CorrectionController(Corrections corrections) {
    this.corrections = corrections;
  }

  @PostMapping(CONVERSATION + "/corrections")
  ResponseEntity<CorrectionReceipt> propose(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedCorrection wanted) {
    return corrections.propose(caller.person(), id, wanted, IdempotencyKey.of(key));
  }

  @GetMapping(CONVERSATION + "/corrections")
  Page<Correction> list(Caller caller, @PathVariable("conversation") ConversationId id) {
    return Page.whole(corrections.list(caller.person(), id));
  }

  @PostMapping(CONVERSATION + "/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  RecordView confirm(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestBody WantedConfirmation wanted) {
    return corrections.confirm(caller.person(), id, wanted);
  }
}
