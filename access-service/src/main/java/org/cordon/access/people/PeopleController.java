package org.cordon.access.people;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of a case and their roles. */
@RestController
@RequestMapping("/api/access/cases/{case}/people")
class PeopleController {
  private final People people;
  private final Decisions decisions;

  PeopleController(People people, Decisions decisions) {
    this.people = people;
    this.decisions = decisions;
  }

  @GetMapping
  Page<PersonInCase> list(
      @PathVariable("case") CaseId caseId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String after,
      Caller caller) {
    PageRequest page = PageRequest.of(limit, after);
    Optional<PersonId> from = page.after().map(PeopleController::cursor);
    return decisions.permitted(
        caller.person(),
        Action.READ_PEOPLE,
        new Target.OfCase(caseId),
        () -> {
          List<PersonInCase> found = people.list(caseId, from, page.limit() + 1);
          return found.size() <= page.limit()
              ? Page.whole(found)
              : new Page<>(
                  found.subList(0, page.limit()), found.get(page.limit() - 1).person().toString());
        });
  }

  @GetMapping("/{person}")
  ResponseEntity<PersonInCase> one(
      @PathVariable("case") CaseId caseId, @PathVariable PersonId person, Caller caller) {
    return answer(
        HttpStatus.OK,
        decisions.permitted(
            caller.person(),
            Action.READ_PEOPLE,
            new Target.OfCase(caseId),
            () -> people.find(caseId, person).orElseThrow(Problem::notFound)));
  }

  /** A place as a caller describes it; it is looked at once the caller may change places. */
  record WantedPlace(
      @Nullable String name, @Nullable AgencyId agency, @Nullable List<@Nullable CaseRole> roles) {

    SetPlace checked() {
      List<@Nullable CaseRole> named =
          Optional.ofNullable(roles).orElseThrow(() -> Problem.invalid("roles", "is missing."));
      Set<CaseRole> held = EnumSet.noneOf(CaseRole.class);
      for (CaseRole role : named) {
        if (role == null || !held.add(role)) {
          throw Problem.invalid("roles", "must be a list of different roles.");
        }
      }
      return new SetPlace(name == null ? "" : name, agency, held);
    }
  }

  /** What is asked decides which permission it takes: giving, or only taking away. */
  @ApiResponse(responseCode = "200", description = "Changed", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
  @PutMapping("/{person}")
  ResponseEntity<PersonInCase> set(
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedPlace wanted,
      Caller caller) {
    Optional<PersonInCase> before = people.find(caseId, person);
    Optional<PersonInCase> tightened = before.filter(was -> tightens(was, wanted));
    Optional<String> seen =
        Optional.ofNullable(ifMatch)
            .map(tag -> before.filter(was -> was.entityTag().equals(tag)).isPresent() ? tag : "")
            .or(() -> tightened.map(PersonInCase::entityTag));
    PersonInCase now =
        decisions.permitted(
            caller.person(),
            tightened.isPresent() ? Action.REMOVE_PEOPLE : Action.MANAGE_PEOPLE,
            new Target.OfMembership(caseId, person),
            () -> people.set(caseId, person, wanted.checked(), seen, caller.person()));
    return answer(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK, now);
  }

  /** A description that does not fit takes the wider permission before anybody is told so. */
  private boolean tightens(PersonInCase was, WantedPlace wanted) {
    try {
      return people.onlyTightens(was, wanted.checked());
    } catch (Problem doesNotFit) {
      return false;
    }
  }

  private static ResponseEntity<PersonInCase> answer(HttpStatus status, PersonInCase person) {
    return ResponseEntity.status(status).eTag(person.entityTag()).body(person);
  }

  private static PersonId cursor(String after) {
    try {
      return PersonId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
