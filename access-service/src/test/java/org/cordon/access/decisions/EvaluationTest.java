package org.cordon.access.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvaluationTest extends ServiceTest {

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
  void badQuestionsAreRefusedAndRecordNothing() {
    long before = entries();
    String person = PersonId.create().toString();
    String version = VersionId.create().toString();
    for (String body :
        List.of(
            "",
            "nonsense",
            "[]",
            "{}",
            "{\"subject\":{\"type\":\"person\",\"id\":\"%s\"}}".formatted(person),
            question("robot", person, "read", "version", version),
            question("person", "1", "read", "version", version),
            question("person", person, "destroy", "version", version),
            question("person", person, "read", "case", version),
            question("person", person, "upload", "version", version),
            question("person", person, "read", "version", "../../etc"),
            question("person", person, "read", "version", version).replace("}}", "},\"x\":1}"),
            question("person", person, "read", "version", version).replace("\"read\"", "7"))) {
      Reply reply = post(service(), "/access/v1/evaluation", body);
      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.whole().headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(reply.body()).doesNotContain("Exception").doesNotContain("org.cordon");
    }
    assertThat(evaluations(PersonId.create(), "read", List.of()).status()).isEqualTo(400);
    assertThat(
            evaluations(
                    PersonId.create(),
                    "read",
                    IntStream.range(0, 201).mapToObj(_ -> VersionId.create()).toList())
                .status())
        .isEqualTo(400);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void onlyServicesMayAsk() {
    Someone person = someone("Ines Calder", OrganisationRole.BUSINESS_MANAGER);
    String body =
        question("person", person.id().toString(), "find", "case", CaseId.create().toString());
    assertThat(post(person.token(), "/access/v1/evaluation", body).status()).isEqualTo(404);
    assertThat(post(null, "/access/v1/evaluation", body).status()).isEqualTo(401);
    assertThat(post(ISSUER.expired(person.id()), "/access/v1/evaluation", body).status())
        .isEqualTo(401);
  }

  private long entries() {
    return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
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

  private static String question(
      String subject, String person, String action, String type, String id) {
    return """
    {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"%s"}}
    """
        .formatted(subject, person, action, type, id)
        .strip();
  }
}
