package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EvaluationTest extends AuthZenTest {

  @Test
  void aRoleInTheCaseOpensItsDocumentsAndNobodyElsesDoes_rule1() {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionLabels inOne = register(document(one));
    VersionLabels inOther = register(document(other));

    assertThat(permits(reviewer.id(), "read", inOne)).isTrue();
    assertThat(permits(reviewer.id(), "find", inOne)).isTrue();
    assertThat(permits(reviewer.id(), "read", inOther)).isFalse();
    assertThat(permits(one.manager().id(), "read", inOne)).isFalse();
    assertThat(
            evaluate(one.manager().id(), "upload", "case", one.id()).path("decision").asBoolean())
        .isTrue();
  }

  @Test
  void theSystemAdministratorReadsNothingWhateverTheirRoles_rule1() {
    OpenedCase one = openCase();
    Someone administrator = someone("Roy Plant", OrganisationRole.ADMINISTRATOR);
    place(one, administrator, CaseRole.LEAD_REVIEWER);
    get(administrator.token(), "/api/access/me");

    assertThat(permits(administrator.id(), "read", register(document(one)))).isFalse();
    assertThat(get(administrator.token(), one.path()).status()).isEqualTo(404);
  }

  @Test
  void whatIsUnregisteredAndWhatIsForbiddenAnswerAndAreRecordedAlike_rule2() {
    OpenedCase one = openCase();
    VersionLabels forbidden = register(document(one));
    PersonId stranger = PersonId.create();

    JsonNode refused = evaluate(stranger, "read", "version", forbidden.version());
    JsonNode absent = evaluate(stranger, "read", "version", VersionId.create());

    assertThat(refused.propertyNames()).isEqualTo(absent.propertyNames());
    assertThat(refused.path("decision").asBoolean()).isFalse();
    assertThat(absent.path("decision").asBoolean()).isFalse();
    assertThat(columnsFilled(refused)).isEqualTo(columnsFilled(absent));
  }

  @Test
  void aBatchIsAnsweredInItsOrderWithAnEntryForEach() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.REVIEW_TEAM_MEMBER);
    List<VersionId> versions =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 40 == 0 ? register(document(one)).version() : VersionId.create())
            .toList();

    Reply reply = evaluations(reviewer.id(), "find", versions);

    assertThat(reply.status()).isEqualTo(200);
    List<Boolean> decisions = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    reply
        .node()
        .path("evaluations")
        .forEach(answer -> {
          decisions.add(answer.path("decision").asBoolean());
          entries.add(answer.path("context").path("entry").asString());
        });
    assertThat(decisions).isEqualTo(IntStream.range(0, 200).mapToObj(i -> i % 40 == 0).toList());
    assertThat(entries).doesNotHaveDuplicates();
    assertThat(
            jdbc.sql("select count(*) from ledger_entries where id = any (cast(:ids as uuid[]))")
                .param("ids", entries.toArray(String[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(200);
  }

  @Test
  void whatACallerSaysOfAResourceChangesNothing() {
    OpenedCase one = openCase();
    PersonId stranger = PersonId.create();
    Map<String, Object> claims = Map.of("case", one.id().toString(), "delicate", false);

    Reply reply =
        post(
            service(),
            "/access/v1/evaluation",
            Map.of(
                "subject",
                Map.of("type", "person", "id", stranger.toString(), "properties", claims),
                "action",
                Map.of("name", "read"),
                "resource",
                Map.of(
                    "type", "version", "id", VersionId.create().toString(), "properties", claims),
                "context",
                Map.of("roles", List.of("LEAD_REVIEWER"))));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.node().path("decision").asBoolean()).isFalse();
  }

  @Test
  void withoutEvaluationsTheOneInTheirPlaceIsMade() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String open = question("person", reviewer.id(), "readCase", "case", one.id());
    for (String body : List.of(open, open.replace("}}", "},\"evaluations\":[]}"))) {
      Reply reply = post(service(), "/access/v1/evaluations", body);
      assertThat(reply.status()).as(body).isEqualTo(200);
      assertThat(reply.node().path("decision").asBoolean()).isTrue();
      assertThat(reply.node().has("evaluations")).isFalse();
    }
  }

  @Test
  void anEvaluationTakesWhatItLeavesOutWholeFromTheRequest() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionId version = register(document(one)).version();

    Reply reply =
        post(
            service(),
            "/access/v1/evaluations",
            Map.of(
                "subject", Map.of("type", "person", "id", PersonId.create().toString()),
                "action", Map.of("name", "read"),
                "resource", Map.of("type", "version", "id", version.toString()),
                "evaluations",
                    List.of(
                        Map.of(),
                        Map.of("subject", entity("person", reviewer.id())),
                        Map.of("subject", Map.of("id", reviewer.id().toString())),
                        Map.of(
                            "subject",
                            entity("person", reviewer.id()),
                            "action",
                            Map.of("name", "x")))));

    assertThat(decisions(reply)).containsExactly(false, true, false, false);
    assertThat(reply.node().path("evaluations").get(2).path("context").path("error").toString())
        .contains("subject.type");
  }

  @ParameterizedTest
  @CsvSource({
    "execute_all,            'true,false,true,false'",
    "deny_on_first_deny,     'true,false'",
    "permit_on_first_permit, 'true'"
  })
  void onlyWhatTheSemanticEvaluatesIsAnsweredAndRecorded(String semantic, String expected) {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String open = register(document(one)).version().toString();
    long before = entries();

    Reply reply = semantic(semantic, reviewer.id(), open, id(), open, id());

    assertThat(decisions(reply))
        .isEqualTo(Arrays.stream(expected.split(",", -1)).map(Boolean::valueOf).toList());
    assertThat(entries()).isEqualTo(before + decisions(reply).size());
  }

  @Test
  void aFailureEndsDenyOnFirstDenyAndNotPermitOnFirstPermit() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String open = register(document(one)).version().toString();

    assertThat(decisions(semantic("deny_on_first_deny", reviewer.id(), "no id", open)))
        .containsExactly(false);
    assertThat(decisions(semantic("permit_on_first_permit", reviewer.id(), "no id", open, open)))
        .containsExactly(false, true);
    assertThat(decisions(semantic("permit_on_first_permit", reviewer.id(), id(), id())))
        .containsExactly(false, false);
  }

  @Test
  void whichPoliciesDecidedIsToldToCordonsOwnServicesOnly() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String open = register(document(one)).version().toString();
    String body = question("person", reviewer.id(), "read", "version", open);
    String refused = question("person", reviewer.id(), "read", "version", id());
    String outside = ISSUER.enforcementPoint("archive");

    assertThat(context(service(), body).path("policies").toString()).contains("documents-read");
    assertThat(context(outside, body).propertyNames()).containsExactly("entry");
    assertThat(context(outside, refused).propertyNames())
        .containsExactlyInAnyOrder("entry", "reason");
    assertThat(context(outside, refused).path("reason").asString()).isEqualTo("refused");
  }

  private JsonNode context(String token, String body) {
    return post(token, "/access/v1/evaluation", body).node().path("context");
  }

  @Test
  void onlyServicesAndEnforcementPointsMayAsk() {
    Someone person = someone("Ines Calder", OrganisationRole.BUSINESS_MANAGER);
    String body = question("person", person.id(), "find", "case", CaseId.create());
    for (String path :
        List.of(
            "/access/v1/evaluation",
            "/access/v1/evaluations",
            "/access/v1/search/subject",
            "/access/v1/search/resource",
            "/access/v1/search/action")) {
      assertThat(post(person.token(), path, body).status()).isEqualTo(404);
      assertThat(post(null, path, body).status()).isEqualTo(401);
      assertThat(post(ISSUER.expired(person.id()), path, body).status()).isEqualTo(401);
      assertThat(post(ISSUER.enforcementPoint("archive"), path, body).status()).isEqualTo(200);
    }
    assertThat(get(ISSUER.enforcementPoint("archive"), "/internal/labels/" + id()).status())
        .isEqualTo(404);
    assertThat(get(ISSUER.enforcementPoint("archive"), "/api/access/me").status()).isEqualTo(404);
  }

  /** Which columns of the answer's entry are empty, in a fixed order. */
  private String columnsFilled(JsonNode answer) {
    return jdbc.sql(
            """
            select array[kind is null, person is null, case_id is null, item is null,
              version is null, about is null, permitted is null, policy_set is null,
              confirms is null, detail is null, salt is null, digest is null]::text
            from ledger_entries where id = cast(:id as uuid)
            """)
        .param("id", answer.path("context").path("entry").asString())
        .query(String.class)
        .single();
  }

  private Reply evaluations(PersonId person, String action, List<VersionId> versions) {
    return post(
        service(),
        "/access/v1/evaluations",
        Map.of(
            "subject",
            Map.of("type", "person", "id", person.toString()),
            "action",
            Map.of("name", action),
            "evaluations",
            versions.stream()
                .map(id -> Map.of("resource", Map.of("type", "version", "id", id.toString())))
                .toList()));
  }

  private Reply semantic(String semantic, PersonId person, String... versions) {
    return post(
        service(),
        "/access/v1/evaluations",
        Map.of(
            "subject", entity("person", person),
            "action", Map.of("name", "find"),
            "options", Map.of("evaluations_semantic", semantic, "another", 1),
            "evaluations",
                Arrays.stream(versions)
                    .map(id -> Map.of("resource", Map.of("type", "version", "id", id)))
                    .toList()));
  }
}
