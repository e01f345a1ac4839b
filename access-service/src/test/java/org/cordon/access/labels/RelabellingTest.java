package org.cordon.access.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Labels flow along sources, at once and whole. */
class RelabellingTest extends ServiceTest {
  private OpenedCase one;
  private Someone lead;
  private Someone officer;
  private Someone nurse;

  @BeforeEach
  void openTheCase() {
    one = openCase();
    lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
  }

  @Test
  void anAccountNamedLaterIsHeldByEverythingDownstream_rule4() {
    VersionLabels source = register(document(one));
    VersionLabels paper = register(paper(source));
    VersionLabels report = register(paper(paper));
    VersionLabels aside = register(document(one));
    PersonId teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER).id();

    Reply marked =
        post(
            lead.token(),
            path(source, "labels"),
            Map.of("addAccounts", List.of(teacher), "reason", "It quotes her."));

    assertThat(marked.status()).isEqualTo(200);
    for (VersionLabels downstream : List.of(source, paper, report)) {
      assertThat(held(downstream).accountsOf()).containsExactly(teacher);
    }
    assertThat(held(aside).accountsOf()).isEmpty();
    JsonNode account = view(report).path("accountsOf").path(0);
    assertThat(account.path("personName").asString()).isEqualTo("Ruth Vane");
    assertThat(account.path("inherited").asBoolean()).isTrue();
    assertThat(account.path("from").path(0).asString()).isEqualTo(paper.version().toString());
  }

  @Test
  void aSourceAddedLaterWallsAtOnceWhoeverIsAWitness_rules2and4() {
    VersionLabels statement =
        register(labels(one, ItemKind.CONVERSATION_RECORD, List.of(lead.id()), false));
    VersionLabels draft = register(paper());
    VersionLabels report = register(paper(draft));
    circulate(report, lead, nurse.id());
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(permits(nurse.id(), "read", report)).isTrue();

    Reply added =
        post(
            service(),
            "/internal/labels/" + draft.version() + "/sources",
            Map.of("source", statement.version()));

    assertThat(added.status()).as(added.body()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", report)).isFalse();
    assertThat(held(draft).sources()).containsExactly(statement.version());
    Reply circle =
        post(
            service(),
            "/internal/labels/" + statement.version() + "/sources",
            Map.of("source", report.version()));
    assertThat(circle.status()).isEqualTo(400);
    String removal = "/api/access/versions/" + draft.version() + "/sources/" + statement.version();
    assertThat(send(lead.token(), "DELETE", removal + "?reason=Wrong", null).status())
        .isEqualTo(404);
    assertThat(send(officer.token(), "DELETE", removal + "?reason=Wrong", null).status())
        .isEqualTo(200);
    assertThat(permits(nurse.id(), "read", report)).isTrue();
  }

  @Test
  void clearingIsTheOfficersAndAnotherSourceBringsTheAccountBack_rule4() {
    PersonId teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER).id();
    VersionLabels first = register(of(teacher));
    VersionLabels second = register(of(teacher));
    VersionLabels draft = register(paper(first));
    VersionLabels report = register(paper(draft));
    Map<String, Object> clearance =
        Map.of("account", teacher, "source", first.version(), "reason", "Only the date is used.");
    assertThat(post(lead.token(), path(draft, "clearances"), clearance).status()).isEqualTo(404);
    assertThat(post(officer.token(), path(draft, "clearances"), clearance).status()).isEqualTo(201);
    assertThat(held(draft).accountsOf()).isEmpty();
    assertThat(held(report).accountsOf()).isEmpty();
    assertThat(held(first).accountsOf()).containsExactly(teacher);

    post(
        service(),
        "/internal/labels/" + draft.version() + "/sources",
        Map.of("source", second.version()));

    assertThat(held(report).accountsOf()).containsExactly(teacher);
    Map<String, Object> nothing =
        Map.of("account", nurse.id(), "source", first.version(), "reason", "It is not there.");
    assertThat(post(officer.token(), path(draft, "clearances"), nothing).status()).isEqualTo(400);
  }

  @Test
  void aClearanceThatIsWithdrawnClosesWhatIsDownstreamAtOnce_rule4() {
    PersonId teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER).id();
    VersionLabels record = register(of(teacher));
    VersionLabels paper = register(paper(record));
    VersionLabels report = register(paper(paper));
    Map<String, Object> clearance =
        Map.of("account", teacher, "source", record.version(), "reason", "Only the date is used.");
    post(officer.token(), path(paper, "clearances"), clearance);
    circulate(report, lead, nurse.id());
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(permits(nurse.id(), "read", report)).isTrue();
    String withdrawal =
        path(paper, "clearances") + "?source=" + record.version() + "&account=" + teacher;

    assertThat(send(lead.token(), "DELETE", withdrawal, null).status()).isEqualTo(400);
    assertThat(send(nurse.token(), "DELETE", withdrawal + "&reason=Wrong", null).status())
        .isEqualTo(404);
    assertThat(send(lead.token(), "DELETE", withdrawal + "&reason=Wrong", null).status())
        .isEqualTo(200);

    assertThat(permits(nurse.id(), "read", report)).isFalse();
    assertThat(held(report).accountsOf()).containsExactly(teacher);
    assertThat(send(lead.token(), "DELETE", withdrawal + "&reason=Wrong", null).status())
        .isEqualTo(400);
    assertThat(post(officer.token(), path(paper, "clearances"), clearance).status()).isEqualTo(201);
    assertThat(permits(nurse.id(), "read", report)).isTrue();
  }

  @Test
  void aSpeakerWhomNobodyCouldNameIsWalledFromEveryWitness_rule2() {
    VersionLabels plain = register(document(one));
    circulate(plain, lead, nurse.id());
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(permits(nurse.id(), "read", plain)).isTrue();

    post(lead.token(), path(plain, "labels"), Map.of("wall", true, "reason", "Who is it?"));

    assertThat(permits(nurse.id(), "read", plain)).isFalse();
    assertThat(view(plain).path("accountsOf").path(0).path("personName").asString())
        .isEqualTo("A speaker whom nobody could name");
  }

  @Test
  void loosenMayOnlyTheOfficer() {
    VersionLabels plain = register(document(one));
    post(lead.token(), path(plain, "labels"), Map.of("delicate", true, "reason", "A name."));
    Map<String, Object> lift = Map.of("delicate", false, "reason", "It was taken out.");
    assertThat(post(lead.token(), path(plain, "labels"), lift).status()).isEqualTo(404);
    assertThat(held(plain).delicate()).isTrue();
    assertThat(post(officer.token(), path(plain, "labels"), lift).status()).isEqualTo(200);
    assertThat(held(plain).delicate()).isFalse();
    for (String body :
        List.of(
            "{}",
            "{\"reason\":\"nothing\"}",
            "{\"delicate\":true}",
            "{\"addAccounts\":[null],\"reason\":\"x\"}",
            "{\"addAccounts\":[\"x\"],\"reason\":\"x\"}",
            "{\"addMatters\":[\"a\\nb\"],\"reason\":\"x\"}",
            "{\"delicate\":\"yes\",\"reason\":\"x\"}")) {
      assertThat(post(officer.token(), path(plain, "labels"), body).status())
          .as(body)
          .isEqualTo(400);
    }
  }

  @Test
  void anAgencysConsentLetsItBeShownOnAndWhatIsWrittenFromIt_rule8() {
    AgencyId police = agency("Kelder Police");
    VersionLabels controlled = register(controlledBy(police));
    VersionLabels paper = register(paper(controlled));
    assertThat(circulate(controlled, lead, nurse.id()).status()).isEqualTo(404);
    Map<String, Object> consent =
        Map.of("agency", police, "givenBy", "Supt Lowe", "reason", "By letter of 3 March 2026.");
    assertThat(post(lead.token(), path(controlled, "consents"), consent).status()).isEqualTo(404);
    assertThat(post(officer.token(), path(controlled, "consents"), consent).status())
        .isEqualTo(201);
    assertThat(held(paper).originators()).isEmpty();
    assertThat(circulate(paper, lead, nurse.id()).status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", paper)).isTrue();
    assertThat(post(officer.token(), path(controlled, "consents"), consent).status())
        .isEqualTo(400);
    assertThat(view(controlled).path("originators").path(0).path("consented").asBoolean()).isTrue();
  }

  @Test
  void whoCouldNotReadItIsNotSentItAndTheSenderIsToldWhy_rule18() {
    Someone stranger = someone("Nobody Here");
    VersionLabels others = register(labels(one, ItemKind.DOCUMENT, List.of(lead.id()), false));
    Map<String, Object> both = Map.of("people", List.of(nurse.id(), stranger.id()));
    Map<String, Object> rehearsed =
        Map.of("people", List.of(nurse.id(), stranger.id()), "rehearse", true);
    JsonNode told = post(lead.token(), path(others, "circulations"), rehearsed).node();
    assertThat(told.path("circulated").path(0).asString()).isEqualTo(nurse.id().toString());
    assertThat(held(others).circulatedTo()).isEmpty();
    JsonNode sent = post(lead.token(), path(others, "circulations"), both).node();
    assertThat(sent.path("circulated").size()).isEqualTo(1);
    assertThat(sent.path("refused").path(0).path("reasons").path(0).asString())
        .contains("no member of the case group");
    assertThat(held(others).circulatedTo()).isEqualTo(Set.of(nurse.id()));
    Map<String, Object> withdrawn =
        Map.of("withdrawFrom", List.of(nurse.id()), "reason", "Sent too early.");
    assertThat(post(lead.token(), path(others, "labels"), withdrawn).status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", others)).isFalse();
    assertThat(post(lead.token(), path(others, "circulations"), Map.of()).status()).isEqualTo(400);
  }

  @Test
  void labelsOfWhatIsWalledAndOfNothingAnswerAlike_rule2() {
    VersionLabels others = register(of(PersonId.create()));
    openProceedings(one, officer, "TRIAL");
    setStanding(one, officer, lead.id(), "WITNESS");
    for (String what : List.of("labels", "circulations", "clearances", "consents")) {
      Map<String, Object> body = Map.of();
      Reply walled =
          what.equals("labels")
              ? get(lead.token(), path(others, what))
              : post(lead.token(), path(others, what), body);
      String nothing = "/api/access/versions/" + VersionId.create() + "/" + what;
      Reply absent =
          what.equals("labels") ? get(lead.token(), nothing) : post(lead.token(), nothing, body);
      assertThat(walled.status()).isEqualTo(404);
      assertThat(walled.body()).isEqualTo(absent.body());
    }
    Reply walled = get(lead.token(), "/api/access/items/" + others.item() + "/audience");
    Reply absent = get(lead.token(), "/api/access/items/" + ItemId.create() + "/audience");
    assertThat(walled.status()).isEqualTo(404);
    assertThat(walled.body()).isEqualTo(absent.body());
  }

  private VersionLabels held(VersionLabels of) {
    return json.readValue(
        get(service(), "/internal/labels/" + of.version()).body(), VersionLabels.class);
  }

  private JsonNode view(VersionLabels of) {
    return get(lead.token(), path(of, "labels")).node();
  }

  private static String path(VersionLabels of, String what) {
    return "/api/access/versions/" + of.version() + "/" + what;
  }

  private AgencyId agency(String name) {
    Reply added = post(one.manager().token(), one.path() + "/agencies", Map.of("name", name));
    return AgencyId.from(added.node().path("id").asString());
  }

  private VersionLabels of(PersonId account) {
    return labels(one, ItemKind.CONVERSATION_RECORD, List.of(account), false);
  }

  private VersionLabels paper(VersionLabels... sources) {
    return labels(
        ItemKind.WORKING_PAPER,
        Set.of(),
        Arrays.stream(sources).map(VersionLabels::version).collect(Collectors.toSet()));
  }

  private VersionLabels controlledBy(AgencyId agency) {
    return labels(ItemKind.DOCUMENT, Set.of(agency), Set.of());
  }

  private VersionLabels labels(ItemKind kind, Set<AgencyId> originators, Set<VersionId> sources) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        one.id(),
        kind,
        Set.of(),
        Set.of(),
        false,
        false,
        originators,
        Set.of(),
        sources,
        false);
  }
}
