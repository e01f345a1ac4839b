package org.cordon.access.standings;

import java.util.List;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Reader;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The standings of a case's people. A stronger one takes the permission to tighten. */
@RestController
@RequestMapping("/api/access/cases/{case}/standings")
class StandingController {
  private final Standings standings;
  private final Decisions decisions;

  StandingController(Standings standings, Decisions decisions) {
    this.standings = standings;
    this.decisions = decisions;
  }

  /** A standing as a caller describes it; looked at once the caller may set it. */
  record WantedStanding(
      @Nullable Standing standing,
      @Nullable List<@Nullable String> matters,
      @Nullable String reason) {}

  @GetMapping
  Page<PersonStanding> list(@PathVariable("case") CaseId caseId, Caller caller) {
    Reader reader = reader(caller.person(), caseId);
    return decisions.permitted(
        caller.person(),
        Action.READ_PROCEEDINGS,
        new Target.OfCase(caseId),
        () -> Page.whole(standings.list(caseId, reader)));
  }

  @GetMapping("/{person}")
  ResponseEntity<PersonStanding> one(
      @PathVariable("case") CaseId caseId, @PathVariable PersonId person, Caller caller) {
    Reader reader = reader(caller.person(), caseId);
    PersonStanding found =
        decisions.permitted(
            caller.person(),
            Action.READ_PROCEEDINGS,
            new Target.OfCase(caseId),
            () ->
                standings.list(caseId, reader).stream()
                    .filter(it -> it.person().equals(person))
                    .findFirst()
                    .orElseThrow(Problem::notFound));
    return ResponseEntity.ok().eTag(found.entityTag()).body(found);
  }

  @PutMapping("/{person}")
  ResponseEntity<PersonStanding> set(
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedStanding wanted,
      Caller caller) {
    Reader reader = reader(caller.person(), caseId);
    Standings.Seen seen = standings.seen(caseId, person);
    boolean tightens = wanted.standing() != null && seen.standing().tightensTo(wanted.standing());
    PersonStanding set =
        decisions.permitted(
            caller.person(),
            tightens ? Action.TIGHTEN_STANDINGS : Action.SET_STANDINGS,
            new Target.OfMembership(caseId, person),
            () ->
                standings.set(
                    caseId,
                    person,
                    SetStanding.of(wanted.standing(), wanted.matters(), wanted.reason()),
                    ifMatch == null || ifMatch.equals(seen.entityTag()) ? seen.entityTag() : "",
                    reader));
    return ResponseEntity.ok().eTag(set.entityTag()).body(set);
  }

  private Reader reader(PersonId person, CaseId caseId) {
    return decisions.reader(person, caseId, Action.TIGHTEN_STANDINGS, Action.SET_STANDINGS);
  }
}
