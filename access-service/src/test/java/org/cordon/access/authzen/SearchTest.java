package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;

class SearchTest extends AuthZenTest {

  @Test
  void aSearchForPeopleFindsWhoMayReadTheVersionAndRecordsNothing() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    add(one, "Wilf Hartnoll", CaseRole.FAMILY_MEMBER);
    add(openCase(), "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionLabels document = register(document(one));
    long before = entries();

    assertThat(ids(subjects("read", "version", document.version())))
        .containsExactlyInAnyOrder(reviewer.id().toString(), member.id().toString());
    assertThat(ids(subjects("upload", "case", one.id()))).contains(one.manager().id().toString());
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aSearchForVersionsFindsWhatThePersonMayReadAndRecordsEachAsADecision_rule29() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    place(openCase(), reviewer, CaseRole.FAMILY_MEMBER);
    OpenedCase foreign = openCase();
    register(document(foreign));
    List<String> open =
        List.of(
            register(document(one)).version().toString(),
            register(labels(one, ItemKind.WORKING_PAPER, List.of(PersonId.create()), true))
                .version()
                .toString());
    long before = entries();

    assertThat(ids(resources(reviewer.id(), "read", "version")))
        .containsExactlyElementsOf(open.stream().sorted().toList());
    assertThat(entries()).isEqualTo(before + open.size());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from ledger_entries
                    where person = :person and permitted and version = any (cast(:ids as uuid[]))
                    """)
                .param("person", reviewer.id().value())
                .param("ids", open.toArray(String[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(open.size());
  }

  @Test
  void aSearchForCasesFindsThoseInWhichThePersonMayDoThat() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    OpenedCase other = openCase();
    place(other, reviewer, CaseRole.FAMILY_MEMBER);

    assertThat(ids(resources(reviewer.id(), "upload", "case")))
        .containsExactly(one.id().toString());
  }

  @Test
  void aSearchForActionsFindsWhatThePersonMayDo() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionLabels document = register(document(one));

    assertThat(names(actions(reviewer.id(), "version", document.version())))
        .contains("find", "read")
        .isSorted();
    assertThat(names(actions(reviewer.id(), "case", one.id())))
        .contains("upload", "readCase")
        .doesNotContain("openCase");
    assertThat(names(actions(one.manager().id(), "version", document.version()))).isEmpty();
  }

  @Test
  void whatASearchFindsAnEvaluationPermitsAndNothingElse() {
    OpenedCase one = openCase();
    List<Someone> people = new ArrayList<>(List.of(one.manager()));
    for (CaseRole role : CaseRole.values()) {
      people.add(add(one, "Ines Calder", role));
    }
    List<VersionLabels> versions = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      versions.add(register(labels(one, kind, List.of(), false)));
      versions.add(register(labels(one, kind, List.of(people.getLast().id()), true)));
    }
    for (Someone person : people) {
      List<String> found = ids(resources(person.id(), "read", "version"));
      for (VersionLabels version : versions) {
        boolean permitted = permits(person.id(), "read", version);
        assertThat(found.contains(version.version().toString())).isEqualTo(permitted);
        assertThat(names(actions(person.id(), "version", version.version())).contains("read"))
            .isEqualTo(permitted);
      }
    }
    for (VersionLabels version : versions) {
      assertThat(ids(subjects("read", "version", version.version())))
          .containsExactlyInAnyOrderElementsOf(
              people.stream()
                  .filter(person -> permits(person.id(), "read", version))
                  .map(person -> person.id().toString())
                  .toList());
    }
  }

  @Test
  void anUnknownTypeOrIdOrActionFindsNothing() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionId version = register(document(one)).version();

    for (Reply reply :
        List.of(
            subjects("read", "version", VersionId.create()),
            subjects("read", "version", "no id"),
            subjects("read", "robot", version),
            subjects("destroy", "version", version),
            subjects("upload", "version", version),
            search(
                "subject", Map.of(), Map.of("type", "robot"), "read", entity("version", version)),
            resources(PersonId.create(), "read", "version"),
            resources(reviewer.id(), "destroy", "version"),
            resources(reviewer.id(), "read", "robot"),
            resources(reviewer.id(), "read", "case"),
            search("resource", Map.of(), entity("robot", "1"), "read", Map.of("type", "version")),
            actions(PersonId.create(), "version", version),
            actions(reviewer.id(), "version", VersionId.create()),
            actions(reviewer.id(), "case", CaseId.create()),
            actions(reviewer.id(), "robot", version))) {
      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
      assertThat(reply.body())
          .isEqualTo("{\"page\":{\"next_token\":\"\",\"count\":0},\"results\":[]}");
    }
  }

  @Test
  void whatIsNotLookedForMustBeWhole() {
    Map<String, Object> person = entity("person", PersonId.create());
    Map<String, Object> version = entity("version", VersionId.create());
    Map<String, Object> read = Map.of("name", "read");
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("action", read, "resource", version),
            Map.of("subject", Map.of("type", "person"), "resource", version),
            Map.of("subject", Map.of("type", "person"), "action", read),
            Map.of("subject", Map.of("id", "1"), "action", read, "resource", version),
            Map.of("subject", person, "action", read, "resource", Map.of("type", "version")))) {
      assertThat(post(service(), "/access/v1/search/subject", body).status())
          .as(body.toString())
          .isEqualTo(400);
    }
    assertThat(
            post(
                    service(),
                    "/access/v1/search/resource",
                    Map.of(
                        "subject", Map.of("type", "person"), "action", read, "resource", version))
                .status())
        .isEqualTo(400);
    assertThat(post(service(), "/access/v1/search/action", Map.of("subject", person)).status())
        .isEqualTo(400);
  }

  @Test
  void theIdOfWhatIsLookedForIsIgnored() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionId version = register(document(one)).version();

    Reply people =
        search("subject", Map.of(), entity("person", "anyone"), "read", entity("version", version));
    Reply versions =
        search(
            "resource",
            Map.of(),
            entity("person", reviewer.id()),
            "read",
            entity("version", VersionId.create()));

    assertThat(ids(people)).containsExactly(reviewer.id().toString());
    assertThat(ids(versions)).containsExactly(version.toString());
  }
}
