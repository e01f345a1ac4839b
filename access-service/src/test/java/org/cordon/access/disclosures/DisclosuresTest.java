package org.cordon.access.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    move("CHARGED");
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
    relabel(
        lead,
        another,
        "labels",
        Map.of("addAccounts", List.of(lead.id()), "reason", "It quotes me."));
    expectSuspended(approved);
  }

  @Test
  void whatWasNotSeenIsNotDecidedOn_rule16() {
    JsonNode asked = ask(lead, another).node();
    String decisions = path(asked) + "/decisions";
    String seen = tag(officer, asked);
    assertThat(post(officer.token(), decisions, approval()).status()).isEqualTo(428);
    assertThat(post(lead.token(), decisions, approval()).status()).isEqualTo(404);

    setStanding(one, lead, nurse.id(), "WITNESS");

    assertThat(post(officer.token(), decisions, approval(), "If-Match", seen).status())
        .isEqualTo(412);
    assertThat(state(asked)).isEqualTo("REQUESTED");
    Reply decided = post(officer.token(), decisions, approval(), "If-Match", tag(officer, asked));
    assertThat(decided.status()).isEqualTo(201);
    assertThat(decided.whole().headers().firstValue("ETag")).hasValue(tag(officer, asked));
    assertThat(post(officer.token(), decisions, approval(), "If-Match", seen).status())
        .isEqualTo(412);
  }

  @Test
  void whoDecidesSeesThatSomethingMovedSinceItWasAskedOrReferred_rule16() {
    JsonNode asked = ask(lead, another).node();
    JsonNode elsewhere = ask(lead, register(document(one))).node();
    assertThat(moved(officer, asked)).isEmpty();
    setStanding(one, lead, one.manager().id(), "POTENTIAL_WITNESS");
    assertThat(moved(officer, asked)).isEmpty();

    relabel(lead, another, "labels", Map.of("addMatters", List.of("Time"), "reason", "x"));
    assertThat(moved(officer, asked)).containsExactly("LABELS");
    assertThat(moved(officer, elsewhere)).isEmpty();
    decide(officer, asked, Map.of("decision", "REFER", "reason", "It waits for the CPS."));
    assertThat(moved(officer, asked)).isEmpty();

    move("CHARGED");
    setStanding(one, lead, nurse.id(), "WITNESS");
    assertThat(moved(officer, asked)).containsExactly("STANDING", "PROCEEDINGS");
    assertThat(moved(officer, elsewhere)).containsExactly("STANDING", "PROCEEDINGS");
    assertThat(state(asked)).isEqualTo("REFERRED");

    decide(officer, asked, approval());
    relabel(officer, another, "labels", Map.of("addMatters", List.of("Bruise"), "reason", "x"));
    assertThat(state(asked)).isEqualTo("APPROVED");
    assertThat(moved(officer, asked)).containsExactly("LABELS");
    move("TRIAL");
    assertThat(state(asked)).isEqualTo("SUSPENDED");
    assertThat(moved(officer, asked)).containsExactly("PROCEEDINGS", "LABELS");
    decide(officer, asked, approval());
    relabel(officer, another, "labels", Map.of("addMatters", List.of("Fall"), "reason", "x"));
    assertThat(moved(nurse, asked)).isEmpty();
  }

  private List<String> moved(Someone by, JsonNode disclosure) {
    JsonNode moved = get(by.token(), path(disclosure)).node().path("moved");
    assertThat(moved.isArray()).isTrue();
    return moved.valueStream().map(it -> it.path("cause").asString()).toList();
  }

  private String tag(Someone by, JsonNode disclosure) {
    return get(by.token(), path(disclosure)).whole().headers().firstValue("ETag").orElse("");
  }

  private void move(String status) {
    JsonNode proceedings =
        get(officer.token(), one.path() + "/proceedings").node().path("items").path(0);
    Map<String, String> change =
        Map.of("proceedings", proceedings.path("id").asString(), "status", status);
    send(officer.token(), "PATCH", one.path() + "/proceedings", change);
  }

  @Test
  void whyItWasDecidedIsNotForARequesterWhoIsWalled_rule2() {
    VersionLabels plain = register(document(one));
    JsonNode asked = ask(lead, plain).node();
    decide(officer, asked, approval());
    JsonNode open = get(lead.token(), path(asked)).node().path("history").path(0);
    assertThat(open.path("reason").asString()).contains("Her own account");
    assertThat(open.path("consultations").size()).isEqualTo(1);

    setStanding(one, lead, lead.id(), "WITNESS");

    JsonNode kept = get(lead.token(), path(asked)).node().path("history");
    assertThat(kept.path(0).path("state").asString()).isEqualTo("APPROVED");
    assertThat(kept.path(0).path("reason").isNull()).isTrue();
    assertThat(kept.path(0).path("consultations").size()).isZero();
    assertThat(kept.path(1).path("reason").isNull()).isFalse();
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
  void pagesAreThoseOfAListWithoutTheHiddenOnes_rule2() {
    List<JsonNode> open = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      if (i % 3 == 0) {
        open.addFirst(ask(lead, register(document(one))).node());
      } else {
        ask(lead, register(labels(one, ItemKind.DOCUMENT, List.of(nurse.id()), false)));
      }
    }
    setStanding(one, lead, lead.id(), "WITNESS");

    String first = one.path() + "/disclosures?limit=2";
    JsonNode page = get(lead.token(), first).node();
    assertThat(ids(page)).containsExactlyElementsOf(ids(open.subList(0, 2)));
    JsonNode rest = get(lead.token(), first + "&after=" + page.path("next").asString()).node();
    assertThat(ids(rest)).containsExactlyElementsOf(ids(open.subList(2, 3)));
    assertThat(rest.path("next").isNull()).isTrue();
    JsonNode exact = get(lead.token(), one.path() + "/disclosures?limit=3").node();
    assertThat(exact.path("next").isNull()).isTrue();
  }

  @Test
  void oneThatIsHiddenLeavesTheRecordOfOneThatIsNotThere_rule2() {
    String hidden = ask(lead, another).node().path("id").asString();
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    setStanding(one, lead, lead.id(), "WITNESS");

    for (Someone caller : List.of(lead, member, nurse, one.manager())) {
      for (String id : List.of(hidden, DisclosureId.create().toString())) {
        String path = "/api/access/disclosures/" + id;
        assertThat(recorded(caller, () -> get(caller.token(), path)))
            .as(caller.name())
            .containsExactly("readDisclosures false " + id + " null");
        assertThat(recorded(caller, () -> post(caller.token(), path + "/decisions", approval())))
            .as(caller.name())
            .containsExactly("readDisclosures false " + id + " null");
      }
    }
  }

  /** What the ledger took down of a person meanwhile: action, answer, case and version. */
  private List<String> recorded(Someone of, Runnable doing) {
    String all =
        """
        select concat_ws(' ', action, permitted::text, case_id, coalesce(version::text, 'null'))
        from ledger_entries where person = :person order by id
        """;
    List<String> before = jdbc.sql(all).param("person", of.id().value()).query(String.class).list();
    doing.run();
    return jdbc.sql(all).param("person", of.id().value()).query(String.class).list().stream()
        .skip(before.size())
        .toList();
  }

  private static List<String> ids(JsonNode page) {
    return ids(page.path("items").valueStream().toList());
  }

  private static List<String> ids(List<JsonNode> disclosures) {
    return disclosures.stream().map(it -> it.path("id").asString()).toList();
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
    return sendSeen(by, path(disclosure), "POST", path(disclosure) + "/decisions", body);
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
