package org.cordon.access.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ClosedTo;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From whom a paper is kept, or would be, and because of what. */
class ClosingTest extends ServiceTest {
  private OpenedCase one;
  private Someone lead;
  private Someone nurse;
  private Someone teacher;

  @BeforeEach
  void openTheCase() {
    one = openCase();
    lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    nurse = add(one, "Nell Ward", CaseRole.CASE_GROUP_MEMBER);
    teacher = add(one, "Ruth Vane", CaseRole.CASE_GROUP_MEMBER);
    add(one, "Bo Lund", CaseRole.BOARD_MEMBER);
    Someone officer = add(one, "Di Marsh", CaseRole.APPROVING_OFFICER);
    recordEarlyDiscussion(one, officer, openProceedings(one, lead, "INVESTIGATION"));
  }

  @Test
  void whoWouldBeKeptFromItIsToldBeforeASourceIsAdded_rules2and4() {
    VersionLabels record = register(record(nurse.id()));
    VersionLabels paper = register(paper());
    circulate(paper, lead, nurse.id());
    circulate(paper, lead, teacher.id());

    assertThat(closed(paper).people()).isEmpty();
    ClosedTo would = closed(paper, record);

    assertThat(would.people())
        .containsExactly(
            new ClosedTo.ClosedPerson(
                teacher.id(),
                List.of("CASE_GROUP_MEMBER"),
                true,
                List.of("wall"),
                List.of(
                    new ClosedTo.ClosingCause(
                        record.version(), Set.of(nurse.id()), List.of("wall")))));
    assertThat(permits(teacher.id(), "read", paper)).isTrue();
    post(
        service(),
        "/internal/labels/" + paper.version() + "/sources",
        Map.of("sources", List.of(record.version())));
    assertThat(permits(teacher.id(), "read", paper)).isFalse();
    assertThat(closed(paper).people())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.person()).isEqualTo(teacher.id());
          assertThat(it.open()).isFalse();
        });
  }

  @Test
  void everyCauseIsNamedTheVersionsOwnMarksToo() {
    VersionLabels first = register(record(nurse.id()));
    VersionLabels second = register(record(lead.id()));
    VersionLabels plain = register(document(one));
    VersionLabels paper = register(paper(first, plain));
    circulate(paper, lead, nurse.id());
    circulate(paper, lead, teacher.id());
    withdraw(paper, teacher.id());
    post(
        lead.token(),
        "/api/access/versions/" + paper.version() + "/labels",
        Map.of("addAccounts", List.of(teacher.id()), "reason", "It quotes her."));

    ClosedTo would = closed(paper, second);

    assertThat(would.people()).hasSize(1);
    ClosedTo.ClosedPerson closed = would.people().getFirst();
    assertThat(closed.person()).isEqualTo(nurse.id());
    assertThat(closed.open()).isFalse();
    assertThat(closed.causes())
        .containsExactlyInAnyOrder(
            new ClosedTo.ClosingCause(null, Set.of(teacher.id()), List.of("wall")),
            new ClosedTo.ClosingCause(second.version(), Set.of(lead.id()), List.of("wall")));
  }

  @Test
  void aParticipantIsKeptFromTheirOwnRecordOnceItHoldsAnothersAccount_rule6() {
    VersionLabels own = register(record(nurse.id()));
    VersionLabels other = register(record(teacher.id()));
    assertThat(closed(own).people()).isEmpty();
    assertThat(closed(own, other).people())
        .extracting(ClosedTo.ClosedPerson::person)
        .containsExactly(nurse.id());
  }

  @Test
  void askingChangesNothingAndIsNotRecorded() {
    VersionLabels paper = register(paper());
    VersionLabels record = register(record(nurse.id()));
    long before = entries();
    closed(paper, record);
    assertThat(entries()).isEqualTo(before);
    assertThat(get(service(), "/internal/labels/" + paper.version()).node().path("sources").size())
        .isZero();
  }

  @Test
  void whatIsNoQuestionIsRefusedAndOnlyAServiceAsks() {
    VersionLabels paper = register(paper());
    VersionLabels elsewhere = register(document(openCase()));
    Map<String, Object> asked = new HashMap<>(Map.of("version", paper.version()));
    assertThat(ask(asked).status()).isEqualTo(200);
    for (Object sources :
        List.of(
            List.of(VersionId.create()),
            List.of(elsewhere.version()),
            List.of("x"),
            Stream.generate(VersionId::create).limit(201).toList())) {
      asked.put("addSources", sources);
      assertThat(ask(asked).status()).as("%s", sources).isEqualTo(400);
    }
    assertThat(ask(Map.of()).status()).isEqualTo(400);
    assertThat(ask(Map.of("version", VersionId.create())).status()).isEqualTo(404);
    assertThat(
            post(lead.token(), "/internal/labels/closed", Map.of("version", paper.version()))
                .status())
        .isEqualTo(404);
  }

  private Reply ask(Map<String, Object> body) {
    return post(service(), "/internal/labels/closed", body);
  }

  private ClosedTo closed(VersionLabels version, VersionLabels... more) {
    Reply reply =
        ask(
            Map.of(
                "version", version.version(),
                "addSources", Arrays.stream(more).map(VersionLabels::version).toList()));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return json.readValue(reply.body(), ClosedTo.class);
  }

  private void withdraw(VersionLabels paper, PersonId from) {
    post(
        lead.token(),
        "/api/access/versions/" + paper.version() + "/labels",
        Map.of("withdrawFrom", List.of(from), "reason", "Sent too early."));
  }

  private long entries() {
    return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
  }

  private VersionLabels record(PersonId account) {
    return labels(one, ItemKind.CONVERSATION_RECORD, List.of(account), false);
  }

  private VersionLabels paper(VersionLabels... sources) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
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
}
