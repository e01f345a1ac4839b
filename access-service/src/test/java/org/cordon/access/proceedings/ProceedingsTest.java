package org.cordon.access.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ProceedingsId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProceedingsTest extends ServiceTest {
  private static final Map<String, String> DISCUSSION =
      Map.of(
          "heldOn", "2026-03-02",
          "participants", "The chair, a detective inspector, a crown prosecutor",
          "timing", "Conversations after the first hearing.",
          "conduct", "On agency processes only.",
          "contributors", "Everybody but the two first responders.");

  @Test
  void theLeadReviewerOpensAndTightensAndOnlyTheOfficerMovesThemOn() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    JsonNode opened = openProceedings(one, lead, "INVESTIGATION");
    assertThat(opened.path("live").asBoolean()).isTrue();
    assertThat(opened.path("walled").asBoolean()).isTrue();

    for (String onwards : List.of("CHARGED", "TRIAL", "CONCLUDED", "NO_FURTHER_ACTION", "NONE")) {
      assertThat(change(one, lead, opened, onwards).status()).as(onwards).isEqualTo(404);
    }
    assertThat(change(one, lead, opened, "CHARGING_DECISION_PENDING").status()).isEqualTo(200);
    assertThat(change(one, member, opened, "CHARGED").status()).isEqualTo(404);
    assertThat(change(one, officer, opened, "CONCLUDED").status()).isEqualTo(200);
    assertThat(change(one, lead, opened, "APPEAL").status()).isEqualTo(200);

    JsonNode listed = get(member.token(), one.path() + "/proceedings").node().path("items").path(0);
    assertThat(listed.path("history").valueStream().map(it -> it.path("status").asString()))
        .containsExactly("APPEAL", "CONCLUDED", "CHARGING_DECISION_PENDING", "INVESTIGATION");
    assertThat(listed.path("history").path(1).path("byName").asString()).isEqualTo("Di Marsh");
    assertThat(listed.path("may").size()).isZero();
    assertThat(
            get(officer.token(), one.path() + "/proceedings")
                .node()
                .path("items")
                .path(0)
                .path("may")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactly("tighten", "manage");
  }

  @Test
  void notesReasonsAndDescriptionsAreNotForEverybodyWhoSeesTheProceedings_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone adviser = add(one, "Jon East", CaseRole.LEGAL_ADVISER);
    Map<String, String> pending =
        Map.of(
            "kind", "CRIMINAL",
            "title", "Operation Larkspur",
            "status", "CHARGING_DECISION_PENDING",
            "note", "She says that she saw him.");
    JsonNode opened = post(officer.token(), one.path() + "/proceedings", pending).node();
    String path = one.path() + "/proceedings/" + opened.path("id").asString();
    post(lead.token(), path + "/matters", Map.of("name", "Time", "description", "When it was."));
    post(officer.token(), path + "/early-discussions", DISCUSSION);
    Map<String, String> agreement = Map.of("agreedBy", "CPS", "reason", "Her words are left out.");
    post(officer.token(), path + "/charging-agreements", agreement);

    assertThat(texts(one, officer)).containsExactly(true, true, true, true);
    assertThat(texts(one, adviser)).containsExactly(true, true, true, true);
    for (Someone other : List.of(lead, member, one.manager())) {
      assertThat(texts(one, other)).as(other.name()).containsExactly(false, false, true, true);
    }

    for (Someone witness : List.of(lead, member, adviser)) {
      setStanding(one, officer, witness.id(), "WITNESS");
    }

    assertThat(texts(one, lead)).as("their own").containsExactly(false, false, true, false);
    assertThat(texts(one, member)).containsExactly(false, false, false, false);
    assertThat(texts(one, adviser)).containsExactly(false, false, false, false);
    assertThat(get(member.token(), one.path() + "/proceedings").body())
        .contains("Time", "Operation Larkspur", "2026-03-02");
  }

  /** Whether the note, the agreement's reason, the matter's description and the terms are shown. */
  private List<Boolean> texts(OpenedCase in, Someone reader) {
    JsonNode shown = get(reader.token(), in.path() + "/proceedings").node().path("items").path(0);
    return Stream.of(
            shown.path("history").path(0).path("note"),
            shown.path("chargingAgreement").path("reason"),
            shown.path("matters").path(0).path("description"),
            shown.path("earlyDiscussion").path("conduct"))
        .map(text -> !text.isNull())
        .toList();
  }

  @Test
  void nothingIsCirculatedUntilTheEarlyDiscussionIsOnRecord_rule17() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels plain = register(document(one));
    JsonNode opened = openProceedings(one, lead, "INVESTIGATION");

    Reply refused = circulate(plain, lead, nurse.id());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.node().path("detail").asString()).contains("early discussion");
    assertThat(circulate(plain, nurse, nurse.id()).status()).isEqualTo(404);
    assertThat(permits(nurse.id(), "read", plain)).isFalse();

    String path = one.path() + "/proceedings/" + opened.path("id").asString();
    assertThat(post(lead.token(), path + "/early-discussions", DISCUSSION).status()).isEqualTo(404);
    assertThat(post(officer.token(), path + "/early-discussions", DISCUSSION).status())
        .isEqualTo(201);
    assertThat(circulate(plain, lead, nurse.id()).status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", plain)).isTrue();
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(circulate(plain, lead, nurse.id()).status()).isEqualTo(403);
  }

  @Test
  void anAgreementOfTheCpsCountsForTheStateItWasGivenIn_rule20() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone liaison = add(one, "Wendy Ash", CaseRole.FAMILY_LIAISON);
    JsonNode opened = openProceedings(one, officer, "INVESTIGATION");
    String path = one.path() + "/proceedings/" + opened.path("id").asString();
    Map<String, String> agreement =
        Map.of("agreedBy", "The reviewing lawyer", "reason", "It holds nothing in issue.");
    assertThat(post(officer.token(), path + "/charging-agreements", agreement).status())
        .isEqualTo(409);
    post(officer.token(), path + "/early-discussions", DISCUSSION);
    assertThat(shares(liaison, one)).isTrue();
    change(one, officer, opened, "CHARGING_DECISION_PENDING");
    assertThat(shares(liaison, one)).isFalse();
    assertThat(post(officer.token(), path + "/charging-agreements", agreement).status())
        .isEqualTo(201);
    assertThat(shares(liaison, one)).isTrue();
    change(one, officer, opened, "INVESTIGATION");
    change(one, officer, opened, "CHARGING_DECISION_PENDING");
    assertThat(shares(liaison, one)).isFalse();
  }

  @Test
  void mattersAreNamedOnce() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String path =
        one.path()
            + "/proceedings/"
            + openProceedings(one, lead, "TRIAL").path("id").asString()
            + "/matters";
    Map<String, String> timing = Map.of("name", "Timing", "description", "When the call came.");
    Reply added = post(lead.token(), path, timing);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.node().path("matters").path(0).path("name").asString()).isEqualTo("Timing");
    assertThat(post(lead.token(), path, Map.of("name", "TIMING")).status()).isEqualTo(409);
    assertThat(post(lead.token(), path, Map.of("name", "x".repeat(101))).status()).isEqualTo(400);
    assertThat(post(lead.token(), path, Map.of()).status()).isEqualTo(400);
  }

  @Test
  void otherProceedingsHaveAWallOrNone() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Map<String, Object> inquest =
        Map.of("kind", "INQUEST", "title", "Inquest", "status", "OPEN", "walled", false);
    Reply opened = post(lead.token(), one.path() + "/proceedings", inquest);
    assertThat(opened.status()).isEqualTo(201);
    Map<String, Object> wall = Map.of("walled", true);
    Map<String, Object> noWall = Map.of("walled", false);
    String path = one.path() + "/proceedings";
    assertThat(send(lead.token(), "PATCH", path, wall).status()).isEqualTo(200);
    assertThat(send(lead.token(), "PATCH", path, noWall).status()).isEqualTo(404);
    assertThat(send(officer.token(), "PATCH", path, noWall).status()).isEqualTo(200);
  }

  @Test
  void whatDoesNotFitIsRefusedAndChangesNothing() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    String path = one.path() + "/proceedings";
    for (String body :
        List.of(
            "{}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"R v X\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"R v X\",\"status\":\"OPEN\"}",
            "{\"kind\":\"INQUEST\",\"title\":\"Inquest\",\"status\":\"TRIAL\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"R v X\",\"status\":\"TRIAL\",\"walled\":false}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"\",\"status\":\"TRIAL\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"a\\nb\",\"status\":\"TRIAL\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"x\",\"status\":\"TRIAL\",\"since\":\"2999-01-01\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"x\",\"status\":\"TRIAL\",\"since\":\"soon\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"x\",\"status\":\"TRIAL\",\"note\":\""
                + "x".repeat(4_001)
                + "\"}",
            "{\"kind\":\"CRIMINAL\",\"title\":\"x\",\"status\":\"TRIAL\",\"more\":1}",
            "nothing")) {
      assertThat(post(officer.token(), path, body).status()).as(body).isEqualTo(400);
    }
    assertThat(get(officer.token(), path).node().path("items").size()).isZero();
    JsonNode opened = openProceedings(one, officer, "TRIAL");
    Map<String, Object> later =
        Map.of("status", "APPEAL", "revision", 7, "proceedings", opened.path("id").asString());
    assertThat(send(officer.token(), "PATCH", path, later).status()).isEqualTo(412);
    assertThat(send(officer.token(), "PATCH", path, Map.of()).status()).isEqualTo(400);
    Map<String, Object> unknown =
        Map.of("status", "APPEAL", "proceedings", ProceedingsId.create().toString());
    assertThat(send(officer.token(), "PATCH", path, unknown).status()).isEqualTo(404);
    for (String missing : DISCUSSION.keySet()) {
      Map<String, String> body = new HashMap<>(DISCUSSION);
      body.remove(missing);
      String discussions = path + "/" + opened.path("id").asString() + "/early-discussions";
      assertThat(post(officer.token(), discussions, body).status()).as(missing).isEqualTo(400);
    }
  }

  @Test
  void theSameKeyOpensOneAndAStrangerLearnsNothing_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone stranger = someone("Nobody Here");
    String path = one.path() + "/proceedings";
    Map<String, String> body = Map.of("kind", "CRIMINAL", "title", "R v X", "status", "TRIAL");
    Reply first = post(lead.token(), path, body, "Idempotency-Key", "opened-once");
    Reply second = post(lead.token(), path, body, "Idempotency-Key", "opened-once");
    assertThat(second.node().path("id")).isEqualTo(first.node().path("id"));
    assertThat(get(lead.token(), path).node().path("items").size()).isEqualTo(1);
    Reply here = get(stranger.token(), path);
    Reply nowhere = get(stranger.token(), "/api/access/cases/" + CaseId.create() + "/proceedings");
    assertThat(here.status()).isEqualTo(404);
    assertThat(here.body()).isEqualTo(nowhere.body());
  }

  private boolean shares(Someone liaison, OpenedCase in) {
    return evaluate(liaison.id(), "shareReleases", "case", in.id()).path("decision").asBoolean();
  }

  private Reply change(OpenedCase in, Someone by, JsonNode proceedings, String status) {
    return send(
        by.token(),
        "PATCH",
        in.path() + "/proceedings",
        Map.of("proceedings", proceedings.path("id").asString(), "status", status));
  }
}
