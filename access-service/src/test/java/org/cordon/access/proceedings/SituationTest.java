package org.cordon.access.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SituationTest extends ServiceTest {

  @Test
  void itSaysWhoIsInTheCaseWithRolesAndAgency() {
    OpenedCase one = openCase();
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER, CaseRole.LEGAL_ADVISER);
    String agency =
        post(one.manager().token(), one.path() + "/agencies", Map.of("name", "Health"))
            .node()
            .path("id")
            .asString();
    put(
        one.manager().token(),
        one.path() + "/people/" + nurse.id(),
        Map.of(
            "name",
            "Nell Ward",
            "agency",
            agency,
            "roles",
            java.util.List.of("CASE_GROUP_MEMBER")));
    add(openCase(), "Somebody of another case", CaseRole.LEAD_REVIEWER);

    JsonNode people = situation(one.id()).path("people");

    assertThat(people.valueStream().map(it -> it.path("person").asString()))
        .containsExactlyInAnyOrder(nurse.id().toString(), one.manager().id().toString());
    JsonNode hers =
        people
            .valueStream()
            .filter(it -> it.path("person").asString().equals(nurse.id().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(hers.path("agency").asString()).isEqualTo(agency);
    assertThat(hers.path("roles").valueStream().map(JsonNode::asString))
        .containsExactly("CASE_GROUP_MEMBER");
  }

  @ParameterizedTest
  @CsvSource({"INVESTIGATION,true", "CHARGED,true", "NONE,false", "NO_FURTHER_ACTION,false"})
  void itSaysWhetherCriminalProceedingsAreLive(String status, boolean live) {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    assertThat(situation(one.id()).path("criminalProceedingsLive").asBoolean()).isFalse();

    openProceedings(one, officer, status);

    assertThat(situation(one.id()).path("criminalProceedingsLive").asBoolean()).isEqualTo(live);
  }

  @Test
  void otherProceedingsAreNotCriminal() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    post(
        officer.token(),
        one.path() + "/proceedings",
        Map.of("kind", "INQUEST", "title", "Inquest", "status", "OPEN", "since", "2026-03-01"));

    assertThat(situation(one.id()).path("criminalProceedingsLive").asBoolean()).isFalse();
  }

  @Test
  void ofACaseThatIsNotThereItSaysThatNobodyIsInIt() {
    assertThat(situation(CaseId.create()).path("people").size()).isZero();
  }

  @Test
  void onlyServicesAreToldIt() {
    OpenedCase one = openCase();

    assertThat(get(one.manager().token(), "/internal/cases/" + one.id() + "/situation").status())
        .isIn(403, 404);
  }

  private JsonNode situation(CaseId caseId) {
    Reply reply = get(service(), "/internal/cases/" + caseId + "/situation");
    assertThat(reply.status()).isEqualTo(200);
    return reply.node();
  }
}
