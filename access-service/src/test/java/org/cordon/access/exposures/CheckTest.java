package org.cordon.access.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is checked before people meet over papers, and before somebody talks. */
class CheckTest extends ServiceTest {

  @Test
  void everyPersonIsCheckedAgainstEveryPaper_rule18() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    PersonId stranger = PersonId.create();
    VersionLabels sent = register(document(one));
    circulate(sent, lead, nurse.id());
    VersionLabels others = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    circulate(others, lead, nurse.id());
    VersionLabels elsewhere = register(document(openCase()));
    openProceedings(one, lead, "INVESTIGATION");
    VersionId nothing = VersionId.create();
    long before = entries();

    CheckedAudience checked =
        json.readValue(
            ask(
                    one.id(),
                    List.of(sent.version(), others.version(), elsewhere.version(), nothing),
                    List.of(lead.id(), nurse.id(), stranger))
                .body(),
            CheckedAudience.class);

    assertThat(entries()).isEqualTo(before);
    assertThat(checked.people()).hasSize(3).allMatch(it -> it.versions().size() == 4);
    assertThat(checked.isReadable(lead.id(), sent.version())).isTrue();
    assertThat(checked.isReadable(lead.id(), others.version())).isTrue();
    assertThat(checked.isReadable(nurse.id(), sent.version())).isTrue();
    assertThat(checked.isReadable(nurse.id(), others.version())).isFalse();
    assertThat(policies(checked, nurse.id(), others.version())).containsExactly("wall");
    assertThat(policies(checked, lead.id(), sent.version())).containsExactly("documents-read");
    for (PersonId person : List.of(lead.id(), nurse.id(), stranger)) {
      assertThat(checked.isReadable(person, elsewhere.version())).isFalse();
      assertThat(policies(checked, person, elsewhere.version()))
          .isEqualTo(policies(checked, person, nothing));
    }
    assertThat(policies(checked, stranger, sent.version())).isEmpty();
  }

  @Test
  void aCheckHasItsLimitsAndOnlyAServiceAsks() {
    OpenedCase one = openCase();
    List<VersionId> versions = Stream.generate(VersionId::create).limit(201).toList();
    List<PersonId> people = Stream.generate(PersonId::create).limit(201).toList();
    assertThat(ask(one.id(), versions.subList(0, 200), people.subList(0, 200)).status())
        .isEqualTo(200);
    for (Reply refused :
        List.of(
            ask(one.id(), versions, people.subList(0, 1)),
            ask(one.id(), versions.subList(0, 1), people),
            ask(one.id(), List.of(), people.subList(0, 1)),
            ask(one.id(), versions.subList(0, 1), List.of()),
            ask(one.id(), List.of("x"), people.subList(0, 1)),
            post(service(), "/internal/audience/check", Map.of()))) {
      assertThat(refused.status()).isEqualTo(400);
    }
    assertThat(post(one.manager().token(), "/internal/audience/check", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void whatAPersonWasShownBeforeTheyTalkedIsToldInOrder_rule11() {
    OpenedCase one = openCase();
    Someone reader = add(one, "Ines Calder", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels first = register(document(one));
    VersionLabels second = register(document(one));
    permits(reader.id(), "find", first);
    permits(reader.id(), "read", second);
    permits(reader.id(), "comment", second);
    permits(reader.id(), "read", register(document(openCase())));
    permits(PersonId.create(), "read", first);
    Instant talked = Instant.now();
    permits(reader.id(), "read", first);

    PriorExposures seen = exposures(one.id(), reader.id(), talked);

    assertThat(seen.whole()).isTrue();
    assertThat(seen.exposures())
        .extracting(it -> it.version() + " " + it.action())
        .containsExactly(first.version() + " find", second.version() + " read");
    assertThat(seen.exposures().getFirst().at()).isBefore(talked);
    assertThat(exposures(one.id(), reader.id(), Instant.now().plusSeconds(1)).exposures())
        .hasSize(3);
    assertThat(exposures(one.id(), PersonId.create(), talked).exposures()).isEmpty();
    assertThat(exposures(CaseId.create(), reader.id(), talked).exposures()).isEmpty();
  }

  @Test
  void ofMoreThanMayBeToldTheNewestAre_rule11() {
    OpenedCase one = openCase();
    Someone reader = add(one, "Ines Calder", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels oldest = register(document(one));
    permits(reader.id(), "find", oldest);
    VersionLabels document = register(document(one));
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      batch.add(Map.of("resource", Map.of("type", "version", "id", document.version().toString())));
    }
    for (int i = 0; i < PriorExposures.MAX / 200; i++) {
      post(
          service(),
          "/access/v1/evaluations",
          Map.of(
              "subject", Map.of("type", "person", "id", reader.id().toString()),
              "action", Map.of("name", "find"),
              "evaluations", batch));
    }

    PriorExposures seen = exposures(one.id(), reader.id(), Instant.now().plusSeconds(1));

    assertThat(seen.whole()).isFalse();
    assertThat(seen.exposures())
        .hasSize(PriorExposures.MAX)
        .noneMatch(it -> it.version().equals(oldest.version()));
  }

  @ParameterizedTest
  @CsvSource({"case,x", "case,", "person,x", "person,", "before,yesterday", "before,"})
  void aQuestionThatCannotBeIsRefused(String field, @Nullable String value) {
    Map<String, String> query = new HashMap<>();
    query.put("case", CaseId.create().toString());
    query.put("person", PersonId.create().toString());
    query.put("before", Instant.EPOCH.toString());
    query.put(field, value == null ? "" : value);
    String asked =
        query.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .reduce((some, more) -> some + "&" + more)
            .orElseThrow();

    assertThat(get(service(), "/internal/exposures?" + asked).status()).isEqualTo(400);
    assertThat(get(openCase().manager().token(), "/internal/exposures?" + asked).status())
        .isEqualTo(404);
  }

  private Reply ask(CaseId caseId, List<?> versions, List<?> people) {
    return post(
        service(),
        "/internal/audience/check",
        Map.of("case", caseId, "versions", versions, "people", people));
  }

  private PriorExposures exposures(CaseId caseId, PersonId person, Instant before) {
    Reply reply =
        get(
            service(),
            "/internal/exposures?case=" + caseId + "&person=" + person + "&before=" + before);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return json.readValue(reply.body(), PriorExposures.class);
  }

  private static List<String> policies(
      CheckedAudience checked, PersonId person, VersionId version) {
    return checked.people().stream()
        .filter(it -> it.person().equals(person))
        .flatMap(it -> it.versions().stream())
        .filter(it -> it.version().equals(version))
        .findFirst()
        .orElseThrow()
        .policies();
  }

  private long entries() {
    return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
  }
}
