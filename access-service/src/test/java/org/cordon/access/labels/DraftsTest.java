package org.cordon.access.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts: labels that only grow, in no list and opened to nobody until they are frozen. */
class DraftsTest extends ServiceTest {
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
  void aDraftIsReadByDecisionsAndIsInNoListUntilItIsFrozen() {
    VersionLabels first = register(paper(ItemId.create(), 1));
    long told = newestPosition();
    VersionLabels draft = draft(paper(first.item(), 2, first));

    assertThat(permits(lead.id(), "read", draft)).isTrue();
    assertThat(permits(lead.id(), "find", draft)).isTrue();
    assertThat(permits(lead.id(), "comment", draft)).isTrue();
    assertThat(permits(nurse.id(), "read", draft)).isFalse();
    assertThat(findable()).containsExactly(first.version().toString());
    assertThat(searched()).containsExactly(first.version().toString());
    assertThat(changedAfter(told)).doesNotContain(draft.version());

    assertThat(freeze(draft).status()).isEqualTo(200);
    assertThat(freeze(draft).status()).isEqualTo(200);

    assertThat(findable()).containsExactly(draft.version().toString());
    assertThat(searched())
        .containsExactlyInAnyOrder(first.version().toString(), draft.version().toString());
    assertThat(awaited(told)).contains(draft.version());
    assertThat(circulate(draft, lead, nurse.id()).status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", draft)).isTrue();
  }

  @Test
  void whatGrewWhileItWasADraftKeepsNobodyFromFindingItOnceItIsFrozen() {
    VersionLabels source = register(document(one));
    VersionLabels draft = draft(paper(ItemId.create(), 1));
    addSources(draft, source);
    grow(draft, Map.of("matters", List.of("timing")));
    assertThat(filter().excluded()).doesNotContain(draft.version());
    freeze(draft);
    assertThat(filter().excluded()).doesNotContain(draft.version());
    relabel(lead, draft, "labels", Map.of("delicate", true, "reason", "It names a neighbour."));
    assertThat(filter().excluded()).contains(draft.version());
  }

  @Test
  void aDraftGoesToNobodyAndNothingIsTakenFromIt() {
    PersonId teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER).id();
    VersionLabels record = register(record(teacher));
    VersionLabels draft = draft(paper(ItemId.create(), 1, record));
    add(one, "Ada Orme", CaseRole.APPROVING_OFFICER);
    Map<String, Object> clearance =
        Map.of("account", teacher, "source", record.version(), "reason", "Only a date.");
    Map<String, Object> unmark =
        Map.of("removeAccounts", List.of(teacher), "reason", "It is not hers.");
    Map<String, Object> disclosure =
        Map.of("version", draft.version(), "recipient", nurse.id(), "purpose", "To check it.");

    List<Reply> refused =
        List.of(
            circulate(draft, lead, nurse.id()),
            post(lead.token(), one.path() + "/disclosures", disclosure, "Idempotency-Key", "d1"),
            relabel(officer, draft, "clearances", clearance),
            relabel(officer, draft, "labels", unmark),
            relabel(officer, draft, "labels", lift("delicate")),
            relabel(officer, draft, "labels", lift("quarantined")),
            sendSeen(
                officer,
                path(draft, "labels"),
                "DELETE",
                path(draft, "sources/" + record.version()) + "?reason=Wrong",
                null));

    assertThat(refused).allMatch(reply -> reply.status() == 409);
    assertThat(refused).allMatch(reply -> reply.body().contains("Freeze it first"));
    assertThat(held(draft).accountsOf()).containsExactly(teacher);
    assertThat(get(officer.token(), path(draft, "labels")).node().path("may").toString())
        .isEqualTo("[\"tighten\"]");
    freeze(draft);
    assertThat(relabel(officer, draft, "clearances", clearance).status()).isEqualTo(201);
    assertThat(held(draft).accountsOf()).isEmpty();
  }

  @Test
  void whatADraftHasBorneItBearsUntilItIsFrozen() {
    VersionLabels source = register(document(one));
    VersionLabels draft = draft(paper(ItemId.create(), 1, source));
    mark(lead, source, Map.of("addAccounts", List.of(nurse.id()), "delicate", true));
    assertThat(held(draft).accountsOf()).containsExactly(nurse.id());

    mark(officer, source, Map.of("removeAccounts", List.of(nurse.id()), "delicate", false));

    assertThat(held(draft).accountsOf()).containsExactly(nurse.id());
    assertThat(held(draft).delicate()).isTrue();
    freeze(draft);
    assertThat(held(draft).accountsOf()).isEmpty();
    assertThat(held(draft).delicate()).isFalse();
  }

  @Test
  void moreIsAddedInBatchesAndClosesWhatIsDownstreamAtOnce_rule4() {
    VersionLabels draft = draft(paper(ItemId.create(), 1));
    VersionLabels report = register(paper(ItemId.create(), 1, draft));
    circulate(report, lead, nurse.id());
    openProceedings(one, lead, "INVESTIGATION");
    assertThat(permits(nurse.id(), "read", report)).isTrue();
    List<VersionLabels> sources =
        IntStream.range(0, 3).mapToObj(_ -> register(document(one))).toList();

    assertThat(addSources(draft, sources.toArray(VersionLabels[]::new)).status()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", report)).isTrue();
    Reply grown =
        grow(
            draft,
            Map.of(
                "accountsOf",
                List.of(lead.id()),
                "matters",
                List.of("timing"),
                "delicate",
                true,
                "quarantined",
                true));

    assertThat(grown.status()).as(grown.body()).isEqualTo(200);
    assertThat(permits(nurse.id(), "read", report)).isFalse();
    VersionLabels now = held(report);
    assertThat(now.accountsOf()).containsExactly(lead.id());
    assertThat(now.matters()).containsExactly("timing");
    assertThat(now.delicate() && now.quarantined()).isTrue();
    assertThat(held(draft).sources()).hasSize(3);
  }

  @Test
  void theSameAgainIsNoChange() {
    VersionLabels source = register(document(one));
    VersionLabels draft = draft(paper(ItemId.create(), 1, source));
    grow(draft, Map.of("accountsOf", List.of(nurse.id())));
    long before = jdbc.sql("select count(*) from version_labels").query(Long.class).single();
    addSources(draft, source);
    grow(draft, Map.of("accountsOf", List.of(nurse.id())));
    grow(draft, Map.of());
    draft(draft);
    assertThat(jdbc.sql("select count(*) from version_labels").query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void aSpeakerWhomNobodyCouldNameIsAddedToo_rule2() {
    VersionLabels draft = draft(paper(ItemId.create(), 1));
    grow(draft, Map.of("unnamedSpeaker", true));
    assertThat(held(draft).accountsOf()).hasSize(1);
    grow(draft, Map.of("unnamedSpeaker", true));
    assertThat(held(draft).accountsOf()).hasSize(1);
  }

  @Test
  void aDraftIsTheNextVersionOfItsItemAndTheOnlyOne() {
    VersionLabels first = register(paper(ItemId.create(), 1));
    VersionLabels skips = paper(first.item(), 3, first);
    VersionLabels forgets = paper(first.item(), 2);
    assertThat(registered(skips, true).status()).isEqualTo(409);
    assertThat(registered(forgets, true).status()).isEqualTo(400);
    VersionLabels sent = with(paper(ItemId.create(), 1), Set.of(nurse.id()), false);
    VersionLabels published = with(paper(ItemId.create(), 1), Set.of(), true);
    assertThat(registered(sent, true).status()).isEqualTo(400);
    assertThat(registered(published, true).status()).isEqualTo(400);
    VersionLabels draft = draft(paper(first.item(), 2, first));
    assertThat(registered(paper(first.item(), 3, draft), true).status()).isEqualTo(409);
    assertThat(registered(paper(first.item(), 3, draft), false).status()).isEqualTo(409);
    assertThat(registered(draft, false).status()).isEqualTo(409);
    freeze(draft);
    assertThat(registered(draft, true).status()).isEqualTo(204);
    draft(paper(first.item(), 3, draft));
  }

  @Test
  void whatWasAbandonedIsDeniedLikeWhatWasNeverThereAndItsNumberIsFree_rule2() {
    VersionLabels first = register(document(one));
    VersionLabels ghost = register(next(first, 2));
    assertThat(findable()).containsExactly(ghost.version().toString());

    assertThat(abandon(ghost.version()).status()).isEqualTo(204);
    assertThat(abandon(ghost.version()).status()).isEqualTo(204);

    assertThat(findable()).containsExactly(first.version().toString());
    assertThat(searched()).containsExactly(first.version().toString());
    assertThat(filter().excluded()).contains(ghost.version());
    assertThat(evaluate(lead.id(), "read", "version", ghost.version()).path("decision").asBoolean())
        .isFalse();
    assertThat(
            evaluate(lead.id(), "read", "version", ghost.version()).path("context").propertyNames())
        .isEqualTo(
            evaluate(lead.id(), "read", "version", VersionId.create())
                .path("context")
                .propertyNames());
    assertThat(get(service(), "/internal/labels/" + ghost.version()).status()).isEqualTo(404);
    assertThat(registered(ghost, false).status()).isEqualTo(409);
    VersionLabels second = register(next(first, 2));
    assertThat(findable()).containsExactly(second.version().toString());
    assertThat(registered(next(first, 2), false).status()).isEqualTo(409);
    abandon(second.version());
    register(next(first, 2));
  }

  @Test
  void aRegistrationThatComesAfterItWasAbandonedIsRefused() {
    VersionLabels late = document(one);
    assertThat(abandon(late.version()).status()).isEqualTo(204);
    assertThat(registered(late, false).status()).isEqualTo(409);
    assertThat(registered(late, true).status()).isEqualTo(409);
    assertThat(permits(lead.id(), "read", late)).isFalse();
  }

  @Test
  void theFeedGoesOnPastWhatWasAbandoned() {
    long before = newestPosition();
    VersionLabels ghost = register(document(one));
    awaited(before);
    abandon(ghost.version());
    VersionLabels after = register(document(one));
    assertThat(awaited(before + 1)).containsExactly(after.version());
    assertThat(changedAfter(before)).containsExactly(after.version());
  }

  @Test
  void whatIsKeptOrWasWrittenFromIsNotAbandoned() {
    VersionLabels frozen = draft(paper(ItemId.create(), 1));
    freeze(frozen);
    VersionLabels source = register(document(one));
    VersionLabels draft = draft(paper(ItemId.create(), 1, source));
    assertThat(abandon(frozen.version()).status()).isEqualTo(409);
    assertThat(abandon(source.version()).status()).isEqualTo(409);
    assertThat(abandon(draft.version()).status()).isEqualTo(204);
    assertThat(freeze(draft).status()).isEqualTo(404);
    assertThat(addSources(draft, source).status()).isEqualTo(404);
    assertThat(abandon(source.version()).status()).isEqualTo(204);
    mark(lead, frozen, Map.of("delicate", true));
  }

  @Test
  void whatDoesNotFitIsRefusedAndOnlyAServiceAsks() {
    VersionLabels draft = draft(paper(ItemId.create(), 1));
    VersionLabels elsewhere = register(document(openCase()));
    String path = "/internal/labels/" + draft.version();
    List<VersionId> tooMany = Stream.generate(VersionId::create).limit(201).toList();
    List<PersonId> crowd = Stream.generate(PersonId::create).limit(201).toList();
    for (Object body :
        List.of(
            Map.of(),
            Map.of("sources", List.of()),
            Map.of("sources", tooMany),
            Map.of("sources", List.of(VersionId.create())),
            Map.of("sources", List.of(elsewhere.version())),
            Map.of("sources", List.of(draft.version())),
            "{\"sources\":[null]}",
            "{\"sources\":[\"x\"]}")) {
      assertThat(post(service(), path + "/sources", body).status()).as("%s", body).isEqualTo(400);
    }
    for (Object body :
        List.of(
            more(Map.of("accountsOf", crowd)),
            more(Map.of("matters", IntStream.range(0, 201).mapToObj(i -> "m" + i).toList())),
            more(Map.of("matters", List.of("a\nb"))),
            more(Map.of("matters", List.of("m".repeat(101)))),
            "{\"accountsOf\":[null]}",
            "{\"accountsOf\":null}",
            "{\"delicate\":\"yes\"}")) {
      assertThat(post(service(), path + "/accounts", body).status()).as("%s", body).isEqualTo(400);
    }
    grow(draft, Map.of("accountsOf", crowd.subList(0, 200)));
    assertThat(grow(draft, Map.of("accountsOf", List.of(PersonId.create()))).status())
        .isEqualTo(400);
    String unknown = "/internal/labels/" + VersionId.create();
    assertThat(post(service(), unknown + "/freeze", Map.of()).status()).isEqualTo(404);
    assertThat(post(service(), unknown + "/accounts", more(Map.of())).status()).isEqualTo(404);
    for (String what : List.of("/sources", "/accounts", "/freeze")) {
      assertThat(post(lead.token(), path + what, Map.of()).status()).isEqualTo(404);
    }
    assertThat(send(lead.token(), "DELETE", path, null).status()).isEqualTo(404);
  }

  private VersionLabels draft(VersionLabels labels) {
    Reply reply = registered(labels, true);
    assertThat(reply.status()).as(reply.body()).isEqualTo(204);
    return labels;
  }

  private Reply registered(VersionLabels labels, boolean draft) {
    return put(
        service(), "/internal/labels/" + labels.version() + (draft ? "?draft=true" : ""), labels);
  }

  private Reply freeze(VersionLabels labels) {
    return post(service(), "/internal/labels/" + labels.version() + "/freeze", Map.of());
  }

  private Reply abandon(VersionId version) {
    return send(service(), "DELETE", "/internal/labels/" + version, null);
  }

  private Reply addSources(VersionLabels to, VersionLabels... sources) {
    return post(
        service(),
        "/internal/labels/" + to.version() + "/sources",
        Map.of("sources", Arrays.stream(sources).map(VersionLabels::version).toList()));
  }

  private Reply grow(VersionLabels to, Map<String, Object> more) {
    return post(service(), "/internal/labels/" + to.version() + "/accounts", more(more));
  }

  private static Map<String, Object> more(Map<String, Object> some) {
    Map<String, Object> whole =
        new HashMap<>(
            Map.of(
                "accountsOf", List.of(),
                "matters", List.of(),
                "delicate", false,
                "quarantined", false,
                "unnamedSpeaker", false));
    whole.putAll(some);
    return whole;
  }

  private void mark(Someone by, VersionLabels labels, Map<String, Object> marks) {
    Map<String, Object> whole = new HashMap<>(marks);
    whole.put("reason", "So it is.");
    assertThat(relabel(by, labels, "labels", whole).status()).isEqualTo(200);
  }

  private static Map<String, Object> lift(String mark) {
    return Map.of(mark, false, "reason", "It was taken out.");
  }

  private static String path(VersionLabels of, String what) {
    return "/api/access/versions/" + of.version() + "/" + what;
  }

  private VersionLabels held(VersionLabels of) {
    return json.readValue(
        get(service(), "/internal/labels/" + of.version()).body(), VersionLabels.class);
  }

  private List<String> findable() {
    return post(
            service(),
            "/internal/findable",
            Map.of("person", lead.id(), "case", one.id(), "limit", 50))
        .node()
        .path("versions")
        .valueStream()
        .map(it -> it.asString())
        .toList();
  }

  /** What a search for resources finds by the standard's interface. */
  private List<String> searched() {
    return post(
            service(),
            "/access/v1/search/resource",
            Map.of(
                "subject", Map.of("type", "person", "id", lead.id().toString()),
                "action", Map.of("name", "find"),
                "resource", Map.of("type", "version")))
        .node()
        .path("results")
        .valueStream()
        .map(it -> it.path("id").asString())
        .toList();
  }

  private PersonFilter filter() {
    return json.readValue(
        post(service(), "/internal/filters", Map.of("person", lead.id(), "indexed", 0)).body(),
        PersonFilter.class);
  }

  private long newestPosition() {
    LabelChanges changes = changes(0, 0);
    while (!changes.changes().isEmpty()) {
      changes = changes(changes.position(), 0);
    }
    return changes.position();
  }

  private List<VersionId> changedAfter(long position) {
    return versions(changes(position, 0));
  }

  private List<VersionId> awaited(long position) {
    return versions(changes(position, 20));
  }

  private static List<VersionId> versions(LabelChanges changes) {
    return changes.changes().stream().map(it -> it.labels().version()).collect(Collectors.toList());
  }

  private LabelChanges changes(long after, int wait) {
    return json.readValue(
        get(service(), "/internal/labels/changes?limit=1000&after=" + after + "&wait=" + wait)
            .body(),
        LabelChanges.class);
  }

  private VersionLabels record(PersonId account) {
    return labels(one, ItemKind.CONVERSATION_RECORD, List.of(account), false);
  }

  private VersionLabels next(VersionLabels first, int number) {
    return VersionLabels.common(VersionId.create(), first.item(), number, one.id());
  }

  private VersionLabels paper(ItemId item, int number, VersionLabels... sources) {
    return new VersionLabels(
        VersionId.create(),
        item,
        number,
        one.id(),
        ItemKind.WORKING_PAPER,
        Set.of(),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Arrays.stream(sources).map(VersionLabels::version).collect(Collectors.toSet()),
        false);
  }

  private static VersionLabels with(
      VersionLabels labels, Set<PersonId> circulatedTo, boolean published) {
    return new VersionLabels(
        labels.version(),
        labels.item(),
        labels.number(),
        labels.caseId(),
        labels.kind(),
        labels.accountsOf(),
        labels.matters(),
        labels.delicate(),
        labels.quarantined(),
        labels.originators(),
        circulatedTo,
        labels.sources(),
        published);
  }
}
