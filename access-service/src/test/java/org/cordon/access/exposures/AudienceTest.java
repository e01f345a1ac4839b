package org.cordon.access.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AudienceTest extends ServiceTest {

  @Test
  void whoCanCouldAndDidSeeAnItemWithTheReasons_rule29() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    Someone left = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    Someone aunt = add(one, "Vera Lunt", CaseRole.FAMILY_MEMBER);
    VersionLabels others = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    circulate(others, lead, nurse.id());
    permits(nurse.id(), "read", others);
    permits(nurse.id(), "find", others);
    place(one, left);
    openProceedings(one, lead, "INVESTIGATION");

    JsonNode now = audience(lead, others, "");

    assertThat(member(now, lead).path("read").asBoolean()).isTrue();
    assertThat(
            member(now, lead).path("reasons").valueStream().map(it -> it.path("policy").asString()))
        .containsExactly("documents-read");
    JsonNode walled = member(now, nurse);
    assertThat(walled.path("read").asBoolean()).isFalse();
    assertThat(walled.path("version").isNull()).isTrue();
    assertThat(walled.path("reasons").path(0).path("policy").asString()).isEqualTo("wall");
    assertThat(walled.path("reasons").path(0).path("reason").asString()).contains("witness");
    assertThat(walled.path("couldSee").size()).isEqualTo(1);
    assertThat(walled.path("couldSee").path(0).path("to").isNull()).isFalse();
    assertThat(walled.path("saw").valueStream().map(it -> it.path("action").asString()))
        .containsExactly("find", "read");
    assertThat(walled.path("saw").path(1).path("delivered").asBoolean()).isFalse();
    JsonNode gone = member(now, left);
    assertThat(gone.path("read").asBoolean()).isFalse();
    assertThat(gone.path("couldSee").size()).isEqualTo(1);
    assertThat(gone.path("reasons").path(0).path("reason").asString()).contains("No role");
    assertThat(member(now, aunt).path("couldSee").size()).isZero();

    Instant circulated = Instant.parse(walled.path("couldSee").path(0).path("from").asString());
    JsonNode before = audience(lead, others, "?before=" + circulated);
    assertThat(member(before, nurse).path("couldSee").size()).isZero();
    assertThat(member(before, nurse).path("saw").size()).isZero();
    assertThat(member(before, left).path("couldSee").size()).isEqualTo(1);
    assertThat(member(before, left).path("couldSee").path(0).path("to").isNull()).isTrue();
  }

  @Test
  void theTableSaysTheSameAndNoCellIsAFormula() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone odd = add(one, "=HYPERLINK(1)", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels plain = register(document(one));
    permits(odd.id(), "read", plain);

    Reply table = csv(lead, "/api/access/items/" + plain.item() + "/audience");

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.whole().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/csv");
    assertThat(table.body().lines().toList())
        .anyMatch(line -> line.contains("'=HYPERLINK(1)") && line.contains(",read,"))
        .anyMatch(line -> line.contains("Ines Calder") && line.contains("could have read"));
    Reply exposures = csv(lead, one.path() + "/exposures");
    assertThat(exposures.body().lines()).hasSize(2);
  }

  @Test
  void onlyThoseWhoLookAfterTheLabelsAreTold() {
    OpenedCase one = openCase();
    VersionLabels plain = register(document(one));
    for (CaseRole role : CaseRole.values()) {
      Someone someone = add(one, "Somebody Else", role);
      boolean told =
          List.of(CaseRole.LEAD_REVIEWER, CaseRole.APPROVING_OFFICER, CaseRole.LEGAL_ADVISER)
              .contains(role);
      String path = "/api/access/items/" + plain.item() + "/audience";
      assertThat(get(someone.token(), path).status()).as(role.name()).isEqualTo(told ? 200 : 404);
      assertThat(csv(someone, path).status()).as(role.name()).isEqualTo(told ? 200 : 404);
    }
  }

  @Test
  void theAudienceOfAHiddenItemLeavesTheRecordOfOneThatIsNotThere_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels hidden = register(labels(one, ItemKind.DOCUMENT, List.of(nurse.id()), false));
    openProceedings(one, lead, "INVESTIGATION");
    setStanding(one, lead, lead.id(), "WITNESS");

    for (ItemId item : List.of(hidden.item(), ItemId.create())) {
      assertThat(get(lead.token(), "/api/access/items/" + item + "/audience").status())
          .isEqualTo(404);
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from ledger_entries
                      where person = :person and action = 'readLabels' and version = :id
                      """)
                  .param("person", lead.id().value())
                  .param("id", item.value())
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void whoSeesTheLabelsOfAnOlderVersionOnlyIsToldOfThatOne_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels first = register(document(one));
    VersionLabels second =
        register(VersionLabels.common(VersionId.create(), first.item(), 2, one.id()));
    relabel(
        lead,
        second,
        "labels",
        Map.of("addAccounts", List.of(nurse.id()), "reason", "It quotes her."));
    openProceedings(one, lead, "INVESTIGATION");
    setStanding(one, lead, lead.id(), "WITNESS");

    JsonNode told = audience(lead, first, "");

    assertThat(member(told, lead).path("version").asString()).isEqualTo(first.version().toString());
    assertThat(told.toString()).doesNotContain(second.version().toString());
  }

  @Test
  void anExposureSaysWhoseAccountsItHeldThenAndHidesWhatTheReaderMayNotFind_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone adviser = add(one, "Jon East", CaseRole.LEGAL_ADVISER);
    Someone member = add(one, "Tom Askew", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels held = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    VersionLabels plain = register(document(one));
    permits(member.id(), "read", held);
    permits(member.id(), "read", plain);
    JsonNode rows = get(adviser.token(), one.path() + "/exposures").node().path("items");
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.path(1).path("accountsOf").path(0).path("personName").asString())
        .isEqualTo("Ines Calder");
    assertThat(rows.path(0).path("accountsOf").size()).isZero();

    openProceedings(one, lead, "TRIAL");
    setStanding(one, lead, adviser.id(), "WITNESS");

    JsonNode left = get(adviser.token(), one.path() + "/exposures").node().path("items");
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.path(0).path("version").asString()).isEqualTo(plain.version().toString());
    Reply page = get(adviser.token(), one.path() + "/exposures?limit=1");
    assertThat(page.node().path("next").isNull()).isTrue();
  }

  private JsonNode audience(Someone by, VersionLabels of, String query) {
    Reply reply = get(by.token(), "/api/access/items/" + of.item() + "/audience" + query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.node();
  }

  private Reply csv(Someone by, String path) {
    return send(by.token(), "GET", path, null, "Accept", "text/csv");
  }

  private static JsonNode member(JsonNode audience, Someone person) {
    return audience
        .path("people")
        .valueStream()
        .filter(it -> it.path("person").asString().equals(person.id().toString()))
        .findFirst()
        .orElseThrow();
  }
}
