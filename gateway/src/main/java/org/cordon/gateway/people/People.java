package org.cordon.gateway.people;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The people of a case, from access-service. */
@Component
public class People {
  private static final ParameterizedTypeReference<Page<PersonInCase>> PAGE =
      new ParameterizedTypeReference<>() {};
  private static final int LIMIT = 200;
  private final Backends backends;

  People(Backends backends) {
    this.backends = backends;
  }

  /** A page of the people that whoever looks may see. */
  public Page<PersonInCase> in(CaseId caseId, @Nullable String after) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .get()
                    .uri(address ->
                        address
                            .path("/api/access/cases/{case}/people")
                            .queryParam("limit", LIMIT)
                            .queryParamIfPresent("after", Optional.ofNullable(after))
                            .build(caseId))
                    .retrieve()
                    .body(PAGE)));
  }

  /**
   * One of them.
   *
   * @throws Problem NOT_FOUND when they are not in the case, or it may not be known
   */
  PersonInCase require(CaseId caseId, PersonId person) {
    String after = null;
    do {
      Page<PersonInCase> page = in(caseId, after);
      for (PersonInCase candidate : page.items()) {
        if (candidate.person().equals(person)) {
          return candidate;
        }
      }
      after = page.next();
    } while (after != null);
    throw Problem.notFound();
  }

  void set(CaseId caseId, PersonId person, SetRoles roles) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .put()
                .uri("/api/access/cases/{case}/people/{person}", caseId, person)
                .body(roles)
                .retrieve()
                .toBodilessEntity());
  }

  NewAccount createAccount(CaseId caseId, PersonId person, String email, String key) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri("/api/access/cases/{case}/people/{person}/account", caseId, person)
                    .header("Idempotency-Key", key)
                    .body(Map.of("email", email))
                    .retrieve()
                    .body(NewAccount.class)));
  }
}
