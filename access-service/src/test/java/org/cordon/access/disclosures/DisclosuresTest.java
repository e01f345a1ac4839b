package org.cordon.access.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DisclosuresTest extends ServiceTest {
  private OpenedCase one;
  private Someone lead;
  private Someone officer;
  private Someone nurse;
  private VersionLabels another;

  @BeforeEach
  void openTheCase() {
    one = openCase();
    lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    PersonId teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER).id();
    another = register(labels(one, ItemKind.CONVERSATION_RECORD, List.of(teacher), false));
    openProceedings(one, lead, "INVESTIGATION");
    post(officer.token(), one.path() + "/declarations", Map.of("statement", "I have none."));
  }

  @Test
  void onlyAnApprovalOpensTheWallForThatVersionAndThatPerson_rules5and16() {
    VersionLabels other =
        register(labels(one, ItemKind.CONVERSATION_RECORD, List.of(lead.id()), false));
    JsonNode asked = ask(lead, another).node();
    assertThat(permits(nurse.id(), "read", another)).isFalse();
    decide(officer, asked, Map.of("decision", "REFER", "reason", "It waits for the CPS."));
    assertThat(permits(nurse.id(), "read", another)).isFalse();

    assertThat(decide(officer, asked, approval()).status()).isEqualTo(201);

    assertThat(permits(nurse.id(), "read", another)).isTrue();
    assertThat(permits(nurse.id(), "read", other)).isFalse();
    assertThat(decide(officer, asked, Map.of("decision", "REFUSE", "reason", "No.")).status())
        .isEqualTo(201);
    assertThat(permits(nurse.id(), "read", another)).isFalse();
    assertThat(decide(officer, asked, approval()).status()).isEqualTo(409);
    JsonNode read = get(officer.token(), path(asked)).node();
    assertThat(read.path("history").valueStream().map(it -> it.path("state").asString()))
        .containsExactly("REFUSED", "APPROVED", "REFERRED", "REQUESTED");
    assertThat(read.path("history").path(1).path("consultations").path(0).path("who").asString())
        .isEqualTo("The reviewing lawyer");
  }

  @Test
  void anApprovalIsSuspendedWhenTheProceedingsMoveOn_rule16() {
    JsonNode approved = approve();
    JsonNode proceedings =
        get(officer.token(), one.path() + "/proceedings").node().path("items").path(0);
    Map<String, String> change =
        Map.of("proceedings", proceedings.path("id").asString(), "status", "CHARGED");
    send(officer.token(), "PATCH", one.path() + "/proceedings", change);
    expectSuspended(approved);
    decide(officer, approved, approval());
    assertThat(permits(nurse.id(), "read", another)).isTrue();
  }

  @Test
  void anApprovalIsSuspendedWhenAWitnessIsNamed_rule16() {
    JsonNode approved = approve();
    setStanding(one, lead, one.manager().id(), "POTENTIAL_WITNESS");
    assertThat(state(approved)).isEqualTo("APPROVED");
    setStanding(one, lead, nurse.id(), "WITNESS");
    expectSuspended(approved);
  }

  @Test
  void anApprovalIsSuspendedWhenTheVersionComesToHoldAnotherAccount_rule16() {
    JsonNode approved = approve();
    post(
        lead.token(),
        "/api/access/versions/" + another.version() + "/labels",
        Map.of("addAccounts", List.of(lead.id()), "reason", "It quotes me."));
    expectSuspended(approved);
  }

  @Test
  void anApprovalEndsWhenItExpires_rule16() {
    JsonNode asked = ask(lead, another).node();
    Map<String, Object> brief =
        Map.of(
            "decision", "APPROVE",
            "reason", "For one look.",
            "expires", Instant.now().plus(Duration.ofSeconds(2)).toString());
    assertThat(decide(officer, asked, brief).status()).isEqualTo(201);
    Instant limit = Instant.now().plus(Duration.ofSeconds(20));
    while (permits(nurse.id(), "read", another)) {
      assertThat(Instant.now()).isBefore(limit);
    }
  }

  @Test
  void whoAskedIsUndeclaredOrIsNoOfficerDoesNotDecide_rule14() {
    Someone both = add(one, "Di Cole", CaseRole.APPROVING_OFFICER, CaseRole.LEAD_REVIEWER);
    JsonNode asked = ask(both, another).node();
    Reply undeclared = decide(both, asked, approval());
    assertThat(undeclared.status()).isEqualTo(403);
    post(both.token(), one.path() + "/declarations", Map.of("statement", "I have none."));
    Reply own = decide(both, asked, approval());
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.node().path("detail").asString()).contains("You asked");
    for (Someone other : List.of(lead, nurse, one.manager())) {
      assertThat(decide(other, asked, approval()).status()).isEqualTo(404);
    }
    Map<String, String> nowhere = Map.of("id", DisclosureId.create().toString());
    Reply unknown =
        post(lead.token(), "/api/access/disclosures/" + nowhere.get("id") + "/decisions", Map.of());
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo(decide(lead, asked, approval()).body());
    assertThat(decide(officer, asked, approval()).status()).isEqualTo(201);
  }

  @Test
  void theSameRequestTwiceIsOneAndOneOfWhatIsNotThereTellsNothing_rule2() {
    JsonNode first = ask(lead, another).node();
    assertThat(ask(lead, another).node().path("id")).isEqualTo(first.path("id"));
    Reply absent = request(lead, VersionId.create(), nurse.id());
    setStanding(one, lead, lead.id(), "WITNESS");
    Reply walled = request(lead, another.version(), nurse.id());
    assertThat(walled.status()).isEqualTo(404);
    assertThat(walled.body()).isEqualTo(absent.body());
    assertThat(get(lead.token(), one.path() + "/disclosures").node().path("items").size()).isZero();
    assertThat(get(officer.token(), one.path() + "/disclosures").node().path("items").size())
        .isEqualTo(1);
  }

  @Test
  void aPractitionerSeesOnlyWhatIsOpenToThem() {
    JsonNode asked = ask(lead, another).node();
    String list = one.path() + "/disclosures";
    assertThat(get(nurse.token(), list).node().path("items").size()).isZero();
    assertThat(get(nurse.token(), path(asked)).status()).isEqualTo(404);
    decide(officer, asked, approval());
    assertThat(get(nurse.token(), list).node().path("items").size()).isEqualTo(1);
    JsonNode theirs = get(nurse.token(), path(asked)).node();
    assertThat(theirs.path("state").asString()).isEqualTo("APPROVED");
    assertThat(theirs.path("history").size()).isZero();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    String list = one.path() + "/disclosures";
    assertThat(post(lead.token(), list, Map.of()).status()).isEqualTo(400);
    assertThat(request(lead, another.version(), PersonId.create()).status()).isEqualTo(400);
    JsonNode asked = ask(lead, another).node();
    String far = Instant.now().plus(Duration.ofDays(400)).toString();
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("decision", "APPROVE", "reason", "x"),
            Map.of("decision", "APPROVE", "reason", "x", "expires", far),
            Map.of("decision", "APPROVE", "reason", "x", "expires", "2020-01-01T00:00:00Z"),
            Map.of("decision", "REFUSE", "reason", "x", "expires", far),
            Map.of("decision", "REFUSE"),
            Map.of("decision", "REFUSE", "reason", "x", "consultations", List.of(Map.of())))) {
      assertThat(decide(officer, asked, body).status()).as("%s", body).isEqualTo(400);
    }
    assertThat(state(asked)).isEqualTo("REQUESTED");
  }

  private void expectSuspended(JsonNode disclosure) {
    assertThat(state(disclosure)).isEqualTo("SUSPENDED");
    assertThat(permits(nurse.id(), "read", another)).isFalse();
  }

  private String state(JsonNode disclosure) {
    return get(officer.token(), path(disclosure)).node().path("state").asString();
  }

  private JsonNode approve() {
    JsonNode asked = ask(lead, another).node();
    decide(officer, asked, approval());
    assertThat(permits(nurse.id(), "read", another)).isTrue();
    return asked;
  }

  private Reply ask(Someone by, VersionLabels version) {
    return request(by, version.version(), nurse.id());
  }

  private Reply request(Someone by, VersionId version, PersonId recipient) {
    Map<String, Object> body =
        Map.of(
            "version", version,
            "recipient", recipient,
            "purpose", "To check the order of events.");
    return post(by.token(), one.path() + "/disclosures", body);
  }

  private Reply decide(Someone by, JsonNode disclosure, Map<String, Object> body) {
    return post(by.token(), path(disclosure) + "/decisions", body);
  }

  private static Map<String, Object> approval() {
    return Map.of(
        "decision",
        "APPROVE",
        "reason",
        "Her own account is recorded.",
        "expires",
        Instant.now().plus(Duration.ofDays(30)).toString(),
        "consultations",
        List.of(Map.of("who", "The reviewing lawyer", "on", "2026-03-02", "said", "Agreed.")));
  }

  private static String path(JsonNode disclosure) {
    return "/api/access/disclosures/" + disclosure.path("id").asString();
  }
}
