package org.cordon.evidence.conversations;

import org.cordon.evidence.conversations.Quarantine.OpenQuarantined;
import org.cordon.evidence.conversations.Quarantine.WantedQuarantineDecision;
import org.cordon.evidence.conversations.QuarantineStore.Quarantined;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was kept out of a record, for the approving officer. */
@RestController
class QuarantineController {
  private static final String QUARANTINED =
      "/api/evidence/conversations/{conversation}/quarantined";

  private final Quarantine quarantine;

  QuarantineController(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  @GetMapping(QUARANTINED)
  Page<OpenQuarantined> list(Caller caller, @PathVariable("conversation") ConversationId id) {
    return Page.whole(quarantine.list(caller.person(), id));
  }

  @PostMapping(QUARANTINED + "/{version}/decisions")
  @ResponseStatus(HttpStatus.CREATED)
  Quarantined decide(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable VersionId version,
      @RequestBody WantedQuarantineDecision wanted) {
    return quarantine.decide(caller.person(), id, version, wanted);
  }
}
