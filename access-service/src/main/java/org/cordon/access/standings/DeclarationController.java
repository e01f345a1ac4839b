package org.cordon.access.standings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Reader;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.Caller;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Declarations of no direct involvement, and the list of investigators (rule 14). */
@RestController
@RequestMapping("/api/access/cases/{case}")
class DeclarationController {
  private static final int MAX_TEXT = 1_000;

  private final Declarations declarations;
  private final Decisions decisions;

  DeclarationController(Declarations declarations, Decisions decisions) {
    this.declarations = declarations;
    this.decisions = decisions;
  }

  /** A declaration, in the words that were shown to the officer. */
  record WantedDeclaration(@Nullable String statement) {}

  /** Somebody to put on the list. */
  record WantedInvestigator(@Nullable String reason) {}

  /**
   * The declarations of a case.
   *
   * @param mayDeclare whether the caller may make one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DeclarationList(List<Declaration> items, @Nullable String next, boolean mayDeclare) {}

  /**
   * The list of investigators.
   *
   * @param may what the caller may do with it: {@code tighten}, {@code manage}
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record InvestigatorList(List<Investigator> items, @Nullable String next, List<String> may) {}

  @GetMapping("/declarations")
  DeclarationList declarations(@PathVariable("case") CaseId caseId, Caller caller) {
    boolean mayDeclare = decisions.isOpenTo(caller.person(), Action.DECLARE, caseId);
    return decisions.permitted(
        caller.person(),
        Action.READ_PROCEEDINGS,
        new Target.OfCase(caseId),
        () -> new DeclarationList(declarations.declared(caseId), null, mayDeclare));
  }

  @PostMapping("/declarations")
  @ResponseStatus(HttpStatus.CREATED)
  Declaration declare(
      @PathVariable("case") CaseId caseId, @RequestBody WantedDeclaration wanted, Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.DECLARE,
        new Target.OfCase(caseId),
        () ->
            declarations.declare(
                caseId, caller.person(), Prose.require("statement", wanted.statement(), MAX_TEXT)));
  }

  @DeleteMapping("/declarations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable("case") CaseId caseId, Caller caller) {
    decisions.permitted(
        caller.person(),
        Action.DECLARE,
        new Target.OfCase(caseId),
        () -> {
          declarations.withdraw(caseId, caller.person());
          return true;
        });
  }

  @GetMapping("/investigators")
  InvestigatorList investigators(@PathVariable("case") CaseId caseId, Caller caller) {
    Reader reader = reader(caller.person(), caseId);
    return decisions.permitted(
        caller.person(),
        Action.READ_PROCEEDINGS,
        new Target.OfCase(caseId),
        () -> new InvestigatorList(declarations.investigators(caseId, reader), null, reader.may()));
  }

  @PutMapping("/investigators/{person}")
  Investigator list(
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestBody WantedInvestigator wanted,
      Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.TIGHTEN_STANDINGS,
        new Target.OfMembership(caseId, person),
        () ->
            declarations.list(
                caseId,
                person,
                Prose.require("reason", wanted.reason(), MAX_TEXT),
                reader(caller.person(), caseId)));
  }

  private Reader reader(PersonId person, CaseId caseId) {
    return decisions.reader(person, caseId, Action.TIGHTEN_STANDINGS, Action.REMOVE_INVESTIGATORS);
  }

  @DeleteMapping("/investigators/{person}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam @Nullable String reason,
      Caller caller) {
    decisions.permitted(
        caller.person(),
        Action.REMOVE_INVESTIGATORS,
        new Target.OfMembership(caseId, person),
        () -> {
          declarations.remove(
              caseId, person, Prose.require("reason", reason, MAX_TEXT), caller.person());
          return true;
        });
  }
}
