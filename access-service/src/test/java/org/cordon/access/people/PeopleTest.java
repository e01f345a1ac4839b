package org.cordon.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleTest extends ServiceTest {

  @Test
  void theBusinessManagerAppointsPeopleFromAgencies() {
    OpenedCase one = openCase();
    Reply agency =
        post(one.manager().token(), one.path() + "/agencies", Map.of("name", "Harbour Trust"));
    assertThat(agency.status()).isEqualTo(201);
    String id = agency.node().path("id").asString();
    PersonId person = PersonId.create();

    Reply placed =
        put(
            one.manager().token(),
            one.path() + "/people/" + person,
            Map.of("name", "Ines Calder", "agency", id, "roles", List.of("LEAD_REVIEWER")));

    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.node().path("agency").path("name").asString()).isEqualTo("Harbour Trust");
    assertThat(placed.node().path("account").isNull()).isTrue();
    assertThat(placed.node().path("roles").toString()).isEqualTo("[\"LEAD_REVIEWER\"]");
    Reply listed = get(one.manager().token(), one.path() + "/people");
    assertThat(listed.node().path("items").size()).isEqualTo(2);
    assertThat(get(one.manager().token(), one.path() + "/agencies").node().path("items").size())
        .isEqualTo(1);
    assertThat(
            post(one.manager().token(), one.path() + "/agencies", Map.of("name", "HARBOUR trust"))
                .status())
        .isEqualTo(409);
  }

  @Test
  void nobodyChangesTheirOwnRoles() {
    OpenedCase one = openCase();
    Reply refused = place(one, one.manager(), CaseRole.BUSINESS_MANAGER, CaseRole.LEAD_REVIEWER);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Nobody changes their own roles");

    Someone stranger = someone("Lester Quill");
    Reply here = place(new OpenedCase(one.id(), stranger), stranger, CaseRole.AUDITOR);
    Reply nowhere = place(new OpenedCase(CaseId.create(), stranger), stranger, CaseRole.AUDITOR);
    assertThat(here.body()).isEqualTo(nowhere.body());
    assertThat(here.status()).isEqualTo(nowhere.status());
  }

  @Test
  void theLeadReviewerOnlyTakesRolesAway() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER, CaseRole.LEGAL_ADVISER);
    OpenedCase asLead = new OpenedCase(one.id(), lead);

    assertThat(place(asLead, member, CaseRole.REVIEW_TEAM_MEMBER).status()).isEqualTo(200);
    assertThat(place(asLead, member, CaseRole.REVIEW_TEAM_MEMBER, CaseRole.LEGAL_ADVISER).status())
        .isEqualTo(404);
    assertThat(place(asLead, someone("New Person"), CaseRole.REVIEW_TEAM_MEMBER).status())
        .isEqualTo(404);
    Reply renamed =
        put(
            lead.token(),
            one.path() + "/people/" + member.id(),
            place("Another Name", CaseRole.REVIEW_TEAM_MEMBER));
    assertThat(renamed.status()).isEqualTo(404);
    assertThat(place(asLead, member).status()).isEqualTo(200);
    assertThat(roles(one, member)).isEmpty();
  }

  @Test
  void aRoleThatEndedIsKeptWithWhoEndedItAndWhen() {
    OpenedCase one = openCase();
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    place(one, member);
    place(one, member, CaseRole.LEGAL_ADVISER);

    assertThat(
            jdbc.sql(
                    """
                    select role || ' ' || (valid_to is not null) || ' ' || (ended_by is not null)
                    from case_roles where person = :person order by recorded_at
                    """)
                .param("person", member.id().value())
                .query(String.class)
                .list())
        .containsExactly("REVIEW_TEAM_MEMBER true true", "LEGAL_ADVISER false false");
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || coalesce(detail, '-') from ledger_entries
                    where about = :person and kind = 'CHANGE' order by recorded_at, id
                    """)
                .param("person", member.id().value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "personJoined -",
            "roleGranted REVIEW_TEAM_MEMBER",
            "personLeft -",
            "roleEnded REVIEW_TEAM_MEMBER",
            "personJoined -",
            "roleGranted LEGAL_ADVISER");
  }

  @Test
  void aCaseKeepsABusinessManager() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    OpenedCase asLead = new OpenedCase(one.id(), lead);
    assertThat(place(asLead, one.manager()).status()).isEqualTo(409);
    Someone second = add(one, "Petra Vane", CaseRole.BUSINESS_MANAGER);
    assertThat(place(asLead, one.manager()).status()).isEqualTo(200);
    assertThat(roles(new OpenedCase(one.id(), second), second)).contains("BUSINESS_MANAGER");
  }

  @Test
  void whoSawAnOlderStateIsTold() {
    OpenedCase one = openCase();
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    String path = one.path() + "/people/" + member.id();
    Reply seen = get(one.manager().token(), path);
    String tag = seen.whole().headers().firstValue("ETag").orElseThrow();
    Map<String, Object> change = place("Tom Askew", CaseRole.LEGAL_ADVISER);

    assertThat(put(one.manager().token(), path, change, "If-Match", tag).status()).isEqualTo(200);
    assertThat(put(one.manager().token(), path, change, "If-Match", tag).status()).isEqualTo(412);
    assertThat(
            put(
                    one.manager().token(),
                    one.path() + "/people/" + PersonId.create(),
                    change,
                    "If-Match",
                    tag)
                .status())
        .isEqualTo(412);
  }

  @Test
  void aPlaceThatDoesNotFitIsRefusedAndChangesNothing() {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    String foreign =
        post(other.manager().token(), other.path() + "/agencies", Map.of("name", "Elsewhere"))
            .node()
            .path("id")
            .asString();
    String path = one.path() + "/people/" + PersonId.create();
    for (Object body :
        List.of(
            "{\"name\":\"Tom\"}",
            "{\"name\":\"Tom\",\"roles\":[]}",
            "{\"name\":\"Tom\",\"roles\":[null]}",
            "{\"name\":\"Tom\",\"roles\":[\"KING\"]}",
            "{\"name\":\"Tom\",\"roles\":[1]}",
            "{\"name\":\"Tom\",\"roles\":[\"AUDITOR\",\"AUDITOR\"]}",
            "{\"name\":\"Tom\",\"roles\":\"AUDITOR\"}",
            "{\"name\":7,\"roles\":[\"AUDITOR\"]}",
            "{\"roles\":[\"AUDITOR\"]}",
            "{\"name\":\"T\\u0000m\",\"roles\":[\"AUDITOR\"]}",
            "{\"name\":\"T\\nm\",\"roles\":[\"AUDITOR\"]}",
            "{\"name\":\" \",\"roles\":[\"AUDITOR\"]}",
            "{\"name\":\"Tom\",\"roles\":[\"AUDITOR\"],\"king\":true}",
            "{\"name\":\"Tom\",\"roles\":[\"AUDITOR\"]",
            "null",
            place("x".repeat(201), CaseRole.AUDITOR),
            with(place("Tom", CaseRole.AUDITOR), "agency", AgencyId.create().toString()),
            with(place("Tom", CaseRole.AUDITOR), "agency", foreign),
            with(place("Tom", CaseRole.AUDITOR), "agency", "none"))) {
      Reply reply = put(one.manager().token(), path, body);
      assertThat(reply.status()).as(body.toString()).isEqualTo(400);
      assertThat(reply.whole().headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
    assertThat(get(one.manager().token(), one.path() + "/people").node().path("items").size())
        .isEqualTo(1);
    assertThat(put(one.manager().token(), one.path() + "/people/1", place("Tom")).status())
        .isEqualTo(404);
  }

  @Test
  void whoMayNotAppointIsNotToldWhatIsWrong() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    String path = one.path() + "/people/" + PersonId.create();
    assertThat(put(lead.token(), path, Map.of("name", "", "roles", List.of())).status())
        .isEqualTo(404);
    assertThat(post(lead.token(), one.path() + "/agencies", Map.of()).status()).isEqualTo(404);
    assertThat(post(lead.token(), "/api/access/cases", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void theListComesInPages() {
    OpenedCase one = openCase();
    for (int i = 0; i < 4; i++) {
      add(one, "Member " + i, CaseRole.REVIEW_TEAM_MEMBER);
    }
    JsonNode first = get(one.manager().token(), one.path() + "/people?limit=3").node();
    JsonNode second =
        get(
                one.manager().token(),
                one.path() + "/people?limit=3&after=" + first.path("next").asString())
            .node();
    assertThat(first.path("items").size()).isEqualTo(3);
    assertThat(second.path("items").size()).isEqualTo(2);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(get(one.manager().token(), one.path() + "/people?limit=0").status()).isEqualTo(400);
    assertThat(get(one.manager().token(), one.path() + "/people?after=x").status()).isEqualTo(400);
  }

  private List<String> roles(OpenedCase in, Someone someone) {
    return get(in.manager().token(), in.path() + "/people")
        .node()
        .path("items")
        .valueStream()
        .filter(it -> it.path("person").asString().equals(someone.id().toString()))
        .flatMap(it -> it.path("roles").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }
}
