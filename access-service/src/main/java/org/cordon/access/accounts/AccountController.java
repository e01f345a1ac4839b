package org.cordon.access.accounts;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a business manager makes an account for somebody in the case, or opens it again. */
@RestController
class AccountController {
  private final Accounts accounts;
  private final Decisions decisions;

  AccountController(Accounts accounts, Decisions decisions) {
    this.accounts = accounts;
    this.decisions = decisions;
  }

  /** Where the person can be reached; it becomes the name they sign in with. */
  record CreateAccount(@Nullable String email) {}

  @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
  @PostMapping("/api/access/cases/{case}/people/{person}/account")
  ResponseEntity<Accounts.Opened> create(
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestBody CreateAccount command,
      Caller caller) {
    Accounts.Opened created =
        decisions.permitted(
            caller.person(),
            Action.MANAGE_PEOPLE,
            new Target.OfMembership(caseId, person),
            () ->
                accounts.create(caseId, person, EmailAddress.of(command.email()), caller.person()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(created);
  }

  /** A new temporary password for somebody who forgot theirs. */
  @PostMapping("/api/access/cases/{case}/people/{person}/account/password")
  ResponseEntity<Accounts.Opened> reset(
      @PathVariable("case") CaseId caseId, @PathVariable PersonId person, Caller caller) {
    Accounts.Opened opened =
        decisions.permitted(
            caller.person(),
            Action.MANAGE_PEOPLE,
            new Target.OfMembership(caseId, person),
            () -> accounts.reset(caseId, person, caller.person()));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(opened);
  }
}
