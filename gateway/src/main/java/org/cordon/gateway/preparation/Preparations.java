package org.cordon.gateway.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** How the people of cases are prepared, from evidence-service. */
@Component
public class Preparations {
  private static final String ALL = "/api/evidence/cases/{case}/preparation";
  private static final String ONE = ALL + "/{person}";
  private static final int LIMIT = 200;
  private static final int MOST = 1_000;
  private static final ParameterizedTypeReference<Page<Preparation>> PAGE =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;
  private final People people;

  /** Somebody who takes part, and how far they are. */
  public record Participant(PersonInCase person, Preparation preparation) {}

  Preparations(Backends backends, People people) {
    this.backends = backends;
    this.people = people;
  }

  /** Those who take part in a case, with how far each is prepared. */
  public List<Participant> participants(CaseId caseId) {
    Map<PersonId, Preparation> begun =
        begun(caseId).stream()
            .collect(Collectors.toMap(Preparation::person, Function.identity(), (one, _) -> one));
    return people.all(caseId).stream()
        .filter(Preparations::takesPart)
        .map(person ->
            new Participant(
                person,
                Optional.ofNullable(begun.get(person.person()))
                    .orElseGet(() -> Preparation.none(person.person()))))
        .toList();
  }

  /** Practitioners and family. */
  static boolean takesPart(PersonInCase person) {
    return person.roles().contains(CaseRole.CASE_GROUP_MEMBER)
        || person.roles().contains(CaseRole.FAMILY_MEMBER);
  }

  /** One of them, with the newest note where it is open to whoever looks. */
  Preparation of(CaseId caseId, PersonId person) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence.get().uri(ONE, caseId, person).retrieve().body(Preparation.class)));
  }

  /** Changes how far a person is, unless somebody did since it was read. */
  void change(CaseId caseId, PersonId person, PreparationForm.Wanted wanted, long seen) {
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .put()
                .uri(ONE, caseId, person)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(wanted)
                .retrieve()
                .toBodilessEntity());
  }

  void note(CaseId caseId, PersonId person, String text, String key) {
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(ONE + "/notes", caseId, person)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .retrieve()
                .toBodilessEntity());
  }

  private List<Preparation> begun(CaseId caseId) {
    List<Preparation> begun = new ArrayList<>();
    String after = null;
    do {
      Page<Preparation> page = page(caseId, after);
      begun.addAll(page.items());
      after = page.next();
    } while (after != null && begun.size() < MOST);
    return begun;
  }

  private Page<Preparation> page(CaseId caseId, @Nullable String after) {
    return backends.page(Service.EVIDENCE, ALL, PAGE, LIMIT, after, caseId);
  }
}
