package org.cordon.access.people;

import java.net.URI;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.security.Caller;
import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agencies of a case. */
@RestController
@RequestMapping("/api/access/cases/{case}/agencies")
class AgencyController {
  private static final int MAX_NAME = 200;

  private final People people;
  private final Decisions decisions;
  private final IdempotentRequests requests;

  AgencyController(People people, Decisions decisions, IdempotentRequests requests) {
    this.people = people;
    this.decisions = decisions;
    this.requests = requests;
  }

  /** An agency to add. */
  record AddAgency(@Nullable String name) {}

  @GetMapping
  Page<AgencySummary> list(@PathVariable("case") CaseId caseId, Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.READ_PEOPLE,
        new Target.OfCase(caseId),
        () -> Page.whole(people.agencies(caseId)));
  }

  @PostMapping
  ResponseEntity<AgencySummary> add(
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody AddAgency body,
      Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.MANAGE_PEOPLE,
        new Target.OfCase(caseId),
        () -> {
          String name = Line.require("name", body.name(), MAX_NAME);
          return requests.once(
              caller.person(),
              IdempotencyKey.of(key),
              "agency " + caseId + " " + name,
              AgencySummary.class,
              () -> {
                AgencySummary added = people.addAgency(caseId, name, caller.person());
                return ResponseEntity.created(
                        URI.create("/api/access/cases/" + caseId + "/agencies/" + added.id()))
                    .body(added);
              });
        });
  }
}
