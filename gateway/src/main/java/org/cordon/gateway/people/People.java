package org.cordon.gateway.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The people of a case, from access-service. */
@Component
public class People {
  private static final ParameterizedTypeReference<Page<PersonInCase>> PAGE =
      new ParameterizedTypeReference<>() {};
  private static final int LIMIT = 200;
  private static final int MOST = 2_000;
  private final Backends backends;

  People(Backends backends) {
    this.backends = backends;
  }

  /** A page of the people that whoever looks may see. */
  public Page<PersonInCase> in(CaseId caseId, @Nullable String after) {
    return backends.page(
        Service.ACCESS, "/api/access/cases/{case}/people", PAGE, LIMIT, after, caseId);
  }

  /** All the people that whoever looks may see. */
  public List<PersonInCase> all(CaseId caseId) {
    List<PersonInCase> all = new ArrayList<>();
    String after = null;
    do {
      Page<PersonInCase> page = in(caseId, after);
      all.addAll(page.items());
      after = page.next();
    } while (after != null && all.size() < MOST);
    return all;
  }

  /** Names for the ids of people, as far as whoever looks may know them. */
  public Map<PersonId, String> names(OneCase one) {
    Map<PersonId, String> names = new HashMap<>();
    if (one.may("readPeople")) {
      all(one.id()).forEach(person -> names.put(person.person(), person.name()));
    }
    return names;
  }

  /**
   * One of them, with the revision to name when changing them.
   *
   * @throws Problem NOT_FOUND when they are not in the case, or it may not be known
   */
  Revised require(CaseId caseId, PersonId person) {
    return backends.ask(
        Service.ACCESS,
        access -> {
          ResponseEntity<PersonInCase> answer =
              access
                  .get()
                  .uri("/api/access/cases/{case}/people/{person}", caseId, person)
                  .retrieve()
                  .toEntity(PersonInCase.class);
          return new Revised(
              Objects.requireNonNull(answer.getBody()),
              Objects.requireNonNullElse(answer.getHeaders().getETag(), ""));
        });
  }

  /** One of them; empty when they are not in the case, or it may not be known. */
  public Optional<PersonInCase> find(CaseId caseId, PersonId person) {
    return Backends.find(() -> require(caseId, person).place());
  }

  /** Sets what someone is; where a revision is named, only if nobody changed it since. */
  void set(CaseId caseId, PersonId person, SetRoles roles, String revision) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .put()
                .uri("/api/access/cases/{case}/people/{person}", caseId, person)
                .headers(headers -> {
                  if (!revision.isEmpty()) {
                    headers.setIfMatch(revision);
                  }
                })
                .body(roles)
                .retrieve()
                .toBodilessEntity());
  }

  OpenedAccount createAccount(CaseId caseId, PersonId person, String email, String key) {
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
                    .body(OpenedAccount.class)));
  }

  /** A new one-time password for someone who forgot theirs. */
  OpenedAccount resetPassword(CaseId caseId, PersonId person) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri(
                        "/api/access/cases/{case}/people/{person}/account/password", caseId, person)
                    .retrieve()
                    .body(OpenedAccount.class)));
  }
}
