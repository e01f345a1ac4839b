package org.cordon.access.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandingsTest extends ServiceTest {

  @Test
  void fromTheRequestThatOpensProceedingsOnAPractitionerSeesNoOthersAccount_rules2and3() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels others = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    VersionLabels plain = register(document(one));
    circulate(others, lead, nurse.id());
    circulate(plain, lead, nurse.id());
    assertThat(permits(nurse.id(), "read", others)).isTrue();

    JsonNode opened = openProceedings(one, lead, "INVESTIGATION");

    assertThat(permits(nurse.id(), "read", others)).isFalse();
    assertThat(permits(nurse.id(), "find", others)).isFalse();
    assertThat(permits(nurse.id(), "read", plain)).isTrue();
    assertThat(permits(lead.id(), "read", others)).isTrue();
    assertThat(standing(one, lead, nurse).path("effective").asString())
        .isEqualTo("POTENTIAL_WITNESS");
    assertThat(standing(one, lead, nurse).path("walled").asBoolean()).isTrue();

    assertThat(setStanding(one, lead, nurse.id(), "RELEASED").status()).isEqualTo(404);
    assertThat(setStanding(one, officer, nurse.id(), "RELEASED").status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", others)).isTrue();

    change(one, officer, opened, "CONCLUDED");
    change(one, lead, opened, "APPEAL");
    assertThat(permits(nurse.id(), "read", others)).isFalse();
  }

  @Test
  void theLeadReviewerNamesAWitnessAndNeverLoosens_rule3() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels another = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    openProceedings(one, lead, "CHARGED");
    assertThat(permits(member.id(), "read", another)).isTrue();

    assertThat(setStanding(one, lead, member.id(), "WITNESS").status()).isEqualTo(200);

    assertThat(permits(member.id(), "read", another)).isFalse();
    for (String weaker : List.of("POTENTIAL_WITNESS", "NONE", "RELEASED", "WITNESS")) {
      assertThat(setStanding(one, lead, member.id(), weaker).status()).isEqualTo(404);
      assertThat(setStanding(one, member, member.id(), weaker).status()).isEqualTo(404);
    }
    assertThat(setStanding(one, lead, member.id(), "SUSPECT").status()).isEqualTo(200);
    JsonNode now = standing(one, lead, member);
    assertThat(now.path("history").size()).isEqualTo(2);
    assertThat(now.path("revision").asInt()).isEqualTo(2);
    assertThat(now.path("byName").asString()).isEqualTo("Ines Calder");
    assertThat(setStanding(one, officer, member.id(), "NONE").status()).isEqualTo(200);
    assertThat(permits(member.id(), "read", another)).isTrue();
  }

  @Test
  void takingARoleAwayTakesNobodyOutOfTheWall_rule3() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone both = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER, CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels another = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(permits(both.id(), "read", another)).isFalse();
    Map<String, Object> onlyReviewing = place("Nell Ward", CaseRole.REVIEW_TEAM_MEMBER);
    String path = one.path() + "/people/" + both.id();

    assertThat(put(lead.token(), path, onlyReviewing).status()).isEqualTo(404);
    assertThat(put(one.manager().token(), path, onlyReviewing).status()).isEqualTo(200);

    assertThat(permits(both.id(), "read", another)).isFalse();
    assertThat(standing(one, lead, both).path("walled").asBoolean()).isTrue();
  }

  @Test
  void aWalledOfficerDoesNotEndTheProceedingsThatWallThem_rule5() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    JsonNode opened = openProceedings(one, lead, "INVESTIGATION");
    setStanding(one, lead, officer.id(), "WITNESS");
    Map<String, String> ended =
        Map.of("proceedings", opened.path("id").asString(), "status", "NO_FURTHER_ACTION");
    assertThat(send(officer.token(), "PATCH", one.path() + "/proceedings", ended).status())
        .isEqualTo(404);
  }

  @Test
  void whyAStandingIsAsItIsIsForTheOfficerTheAdviserAndItsAuthor_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.REVIEW_TEAM_MEMBER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone adviser = add(one, "Jon East", CaseRole.LEGAL_ADVISER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    openProceedings(one, officer, "INVESTIGATION");
    setStanding(one, lead, nurse.id(), "WITNESS");
    setStanding(one, officer, nurse.id(), "SUSPECT");
    Map<String, String> why = Map.of("reason", "He took the statement.");
    put(lead.token(), one.path() + "/investigators/" + nurse.id(), why);

    for (Someone reader : List.of(officer, adviser)) {
      assertThat(reasons(one, reader, nurse)).as(reader.name()).containsExactly(true, true);
      assertThat(listedReason(one, reader).isNull()).isFalse();
    }
    for (Someone other : List.of(member, one.manager())) {
      assertThat(reasons(one, other, nurse)).as(other.name()).containsExactly(false, false);
      assertThat(standing(one, other, nurse).path("reason").isNull()).isTrue();
      assertThat(standing(one, other, nurse).path("standing").asString()).isEqualTo("SUSPECT");
      assertThat(listedReason(one, other).isNull()).isTrue();
    }
    assertThat(reasons(one, lead, nurse)).containsExactly(false, true);
    assertThat(listedReason(one, lead).isNull()).isFalse();

    setStanding(one, lead, adviser.id(), "WITNESS");
    setStanding(one, lead, officer.id(), "WITNESS");

    assertThat(reasons(one, adviser, nurse)).containsExactly(false, false);
    assertThat(reasons(one, officer, nurse)).containsExactly(true, false);
    assertThat(listedReason(one, officer).isNull()).isTrue();
  }

  /** For each standing in a person's history whether its reason is shown. */
  private List<Boolean> reasons(OpenedCase in, Someone reader, Someone of) {
    return standing(in, reader, of)
        .path("history")
        .valueStream()
        .map(it -> !it.path("reason").isNull())
        .toList();
  }

  private JsonNode listedReason(OpenedCase in, Someone reader) {
    return get(reader.token(), in.path() + "/investigators")
        .node()
        .path("items")
        .path(0)
        .path("reason");
  }

  @Test
  void aPredictedRevisionDoesNotTightenOverAStrongerStanding() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    Map<String, Object> body = Map.of("standing", "WITNESS", "reason", "Named in a statement.");
    String path = one.path() + "/standings/" + nurse.id();
    assertThat(put(lead.token(), path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
  }

  @Test
  void aPermissionWhoseWorkDidNotFitIsOnRecord_rule29() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    long before = decisions(officer);
    assertThat(setStanding(one, officer, PersonId.create(), "WITNESS").status()).isEqualTo(404);
    assertThat(decisions(officer)).isEqualTo(before + 1);
  }

  private long decisions(Someone of) {
    return jdbc.sql("select count(*) from ledger_entries where person = :person and permitted")
        .param("person", of.id().value())
        .query(Long.class)
        .single();
  }

  @Test
  void nobodyReleasesThemselvesAndAnOfficerIsTold() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    setStanding(one, officer, officer.id(), "WITNESS");

    Reply refused = setStanding(one, officer, officer.id(), "RELEASED");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.node().path("detail").asString()).contains("their own standing");
  }

  @Test
  void whoSawAnOlderStandingIsTold() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    String path = one.path() + "/standings/" + nurse.id();
    Map<String, Object> body = Map.of("standing", "WITNESS", "reason", "Named in a statement.");
    assertThat(put(officer.token(), path, body, "If-Match", "\"0\"").status()).isEqualTo(200);
    assertThat(put(officer.token(), path, body, "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(put(officer.token(), path, body, "If-Match", "\"1\"").status()).isEqualTo(200);
  }

  @Test
  void aStandingThatDoesNotFitIsRefusedAndChangesNothing() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    String path = one.path() + "/standings/" + nurse.id();
    for (String body :
        List.of(
            "{}",
            "{\"standing\":\"KING\",\"reason\":\"x\"}",
            "{\"standing\":\"WITNESS\"}",
            "{\"standing\":\"WITNESS\",\"reason\":\" \"}",
            "{\"standing\":\"WITNESS\",\"reason\":\"" + "x".repeat(4_001) + "\"}",
            "{\"standing\":\"WITNESS\",\"reason\":\"x\",\"matters\":[\"a\\nb\"]}",
            "{\"standing\":\"WITNESS\",\"reason\":\"x\",\"matters\":[null]}",
            "{\"standing\":\"WITNESS\",\"reason\":\"x\",\"open\":true}",
            "[")) {
      assertThat(put(officer.token(), path, body).status()).as(body).isEqualTo(400);
    }
    assertThat(standing(one, officer, nurse).path("revision").asInt()).isZero();
    assertThat(setStanding(one, officer, PersonId.create(), "WITNESS").status()).isEqualTo(404);
  }

  @Test
  void onlyThoseWhoMaySeeProceedingsSeeStandings() {
    OpenedCase one = openCase();
    for (CaseRole role :
        List.of(
            CaseRole.CASE_GROUP_MEMBER,
            CaseRole.FAMILY_LIAISON,
            CaseRole.FAMILY_MEMBER,
            CaseRole.BOARD_MEMBER,
            CaseRole.AUDITOR)) {
      Someone other = add(one, "Somebody Else", role);
      assertThat(get(other.token(), one.path() + "/standings").status()).isEqualTo(404);
      assertThat(get(other.token(), one.path() + "/investigators").status()).isEqualTo(404);
      assertThat(get(other.token(), one.path() + "/declarations").status()).isEqualTo(404);
    }
  }

  @Test
  void anOfficerDeclaresForThemselvesAndTheListOfInvestigatorsStopsThem_rule14() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    Someone second = add(one, "Di Cole", CaseRole.APPROVING_OFFICER);
    String declarations = one.path() + "/declarations";
    String listed = one.path() + "/investigators/" + officer.id();
    Map<String, String> statement = Map.of("statement", "I have no direct involvement.");
    assertThat(decides(officer, one)).isFalse();
    assertThat(post(lead.token(), declarations, statement).status()).isEqualTo(404);

    assertThat(post(officer.token(), declarations, statement).status()).isEqualTo(201);
    assertThat(decides(officer, one)).isTrue();
    assertThat(get(lead.token(), declarations).node().path("items").size()).isEqualTo(1);

    assertThat(put(lead.token(), listed, Map.of("reason", "Took a statement.")).status())
        .isEqualTo(200);
    assertThat(decides(officer, one)).isFalse();
    assertThat(send(lead.token(), "DELETE", listed + "?reason=Wrong", null).status())
        .isEqualTo(404);
    assertThat(send(officer.token(), "DELETE", listed + "?reason=Wrong", null).status())
        .isEqualTo(403);
    assertThat(send(second.token(), "DELETE", listed, null).status()).isEqualTo(400);
    assertThat(send(second.token(), "DELETE", listed + "?reason=Wrong", null).status())
        .isEqualTo(204);
    assertThat(decides(officer, one)).isTrue();

    assertThat(send(officer.token(), "DELETE", declarations, null).status()).isEqualTo(204);
    assertThat(decides(officer, one)).isFalse();
    JsonNode withdrawn = get(lead.token(), declarations).node().path("items").path(0);
    assertThat(withdrawn.path("withdrawnAt").isNull()).isFalse();
  }

  private boolean decides(Someone officer, OpenedCase in) {
    return evaluate(officer.id(), "decideDisclosure", "case", in.id()).path("decision").asBoolean();
  }

  private void change(OpenedCase in, Someone by, JsonNode proceedings, String status) {
    Reply changed =
        send(
            by.token(),
            "PATCH",
            in.path() + "/proceedings",
            Map.of("proceedings", proceedings.path("id").asString(), "status", status));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private JsonNode standing(OpenedCase in, Someone by, Someone of) {
    return get(by.token(), in.path() + "/standings/" + of.id()).node();
  }
}
