package org.cordon.gateway.standings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The standings of the people of a case, from access-service. */
@Component
public class Standings {
  private static final String OF_CASE = "/api/access/cases/{case}/standings";
  private static final ParameterizedTypeReference<Page<PersonStanding>> PAGE =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Standings(Backends backends) {
    this.backends = backends;
  }

  /** One for each person in the case. */
  public List<PersonStanding> of(CaseId caseId) {
    return backends
        .ask(
            Service.ACCESS,
            access ->
                Objects.requireNonNull(access.get().uri(OF_CASE, caseId).retrieve().body(PAGE)))
        .items();
  }

  /** The same, by person. */
  public Map<PersonId, PersonStanding> byPerson(CaseId caseId) {
    return of(caseId).stream()
        .collect(Collectors.toMap(PersonStanding::person, Function.identity()));
  }

  /**
   * One of them.
   *
   * @throws Problem NOT_FOUND when the person is not in the case, or it may not be known
   */
  public PersonStanding require(CaseId caseId, PersonId person) {
    return of(caseId).stream()
        .filter(one -> one.person().equals(person))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** Sets it, unless somebody did since it was read. */
  public void set(CaseId caseId, PersonId person, SetStanding wanted, long seen) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .put()
                .uri(OF_CASE + "/{person}", caseId, person)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(wanted)
                .retrieve()
                .toBodilessEntity());
  }
}
