package org.cordon.access.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LabelsTest extends ServiceTest {

  @Test
  void registeringTheSameAgainChangesNothingAndAnythingElseConflicts() {
    OpenedCase one = openCase();
    VersionLabels document = register(document(one));
    assertThat(put(service(), path(document), document).status()).isEqualTo(204);
    VersionLabels other =
        new VersionLabels(
            document.version(),
            document.item(),
            1,
            one.id(),
            ItemKind.DOCUMENT,
            Set.of(),
            Set.of(),
            true,
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            false);
    assertThat(put(service(), path(document), other).status()).isEqualTo(409);
    VersionLabels sameNumber =
        VersionLabels.common(VersionId.create(), document.item(), 1, one.id());
    assertThat(put(service(), path(sameNumber), sameNumber).status()).isEqualTo(409);
    VersionLabels otherCase =
        VersionLabels.common(VersionId.create(), document.item(), 2, openCase().id());
    assertThat(put(service(), path(otherCase), otherCase).status()).isEqualTo(409);
    assertThat(get(service(), path(document)).node().path("delicate").asBoolean()).isFalse();
  }

  @Test
  void aVersionHoldsWhatItsSourcesHold_rule4() {
    OpenedCase one = openCase();
    PersonId nurse = PersonId.create();
    PersonId teacher = PersonId.create();
    VersionLabels first =
        register(labels(one, ItemKind.CONVERSATION_RECORD, List.of(nurse), false));
    VersionLabels second =
        register(labels(one, ItemKind.CONVERSATION_RECORD, List.of(teacher), true));
    VersionLabels paper =
        register(from(one, ItemKind.WORKING_PAPER, first.version(), second.version()));
    VersionLabels report = register(from(one, ItemKind.REPORT, paper.version()));

    VersionLabels held = json.readValue(get(service(), path(report)).body(), VersionLabels.class);

    assertThat(held.accountsOf()).containsExactlyInAnyOrder(nurse, teacher);
    assertThat(held.delicate()).isTrue();
    assertThat(held.sources()).containsExactly(paper.version());
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    VersionLabels elsewhere = register(document(other));
    VersionLabels nowhere =
        VersionLabels.common(VersionId.create(), ItemId.create(), 1, CaseId.create());
    assertThat(put(service(), path(nowhere), nowhere).status()).isEqualTo(400);
    VersionLabels foreign = from(one, ItemKind.WORKING_PAPER, elsewhere.version());
    assertThat(put(service(), path(foreign), foreign).status()).isEqualTo(400);
    VersionLabels unknown = from(one, ItemKind.WORKING_PAPER, VersionId.create());
    assertThat(put(service(), path(unknown), unknown).status()).isEqualTo(400);
    VersionLabels document = document(one);
    assertThat(put(service(), "/internal/labels/" + VersionId.create(), document).status())
        .isEqualTo(400);
    String json = this.json.writeValueAsString(document);
    for (String body :
        List.of(
            json.replace("\"number\":1", "\"number\":0"),
            json.replace("\"number\":1", "\"number\":\"1\""),
            json.replace("\"kind\":\"DOCUMENT\"", "\"kind\":0"),
            json.replace("\"kind\":\"DOCUMENT\"", "\"kind\":\"SECRET\""),
            json.replace("\"delicate\":false", "\"delicate\":null"),
            json.replace("\"delicate\":false,", ""),
            json.replace("\"delicate\":false", "\"delicate\":false,\"open\":true"),
            json.replace("\"matters\":[]", "\"matters\":[\"a\\nb\"]"),
            json.replace("\"matters\":[]", "\"matters\":\"all\""),
            json.replace("\"matters\":[],", ""))) {
      assertThat(put(service(), path(document), body).status()).as(body).isEqualTo(400);
    }
    assertThat(get(service(), path(document)).status()).isEqualTo(404);
    Someone person = one.manager();
    assertThat(put(person.token(), path(document), document).status()).isEqualTo(404);
    assertThat(get(person.token(), path(elsewhere)).status()).isEqualTo(404);
  }

  @Test
  void whatWasWrittenFromTwoAgenciesMaterialWaitsForBoth_rule8() {
    OpenedCase one = openCase();
    VersionLabels first = register(withOriginator(one, AgencyId.create()));
    VersionLabels second = register(withOriginator(one, AgencyId.create()));
    VersionLabels both =
        register(from(one, ItemKind.WORKING_PAPER, first.version(), second.version()));
    assertThat(get(service(), path(both)).node().path("originators").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(first, second)
                .flatMap(it -> it.originators().stream())
                .map(AgencyId::toString)
                .toList());
  }

  @Test
  void theFeedTellsEveryRegistrationOnceInOrder() {
    LabelChanges before = changes(0, 0);
    while (!before.changes().isEmpty()) {
      before = changes(before.position(), 0);
    }
    OpenedCase one = openCase();
    Set<VersionId> registered = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      registered.add(register(document(one)).version());
    }
    Set<VersionId> told = new HashSet<>();
    long position = before.position();
    while (told.size() < 5) {
      LabelChanges more = changes(position, 5);
      assertThat(more.changes()).isNotEmpty();
      for (LabelChanges.LabelChange change : more.changes()) {
        assertThat(change.position()).isEqualTo(++position);
        assertThat(told.add(change.labels().version())).isTrue();
      }
    }
    assertThat(told).isEqualTo(registered);
    assertThat(changes(position, 0).changes()).isEmpty();
    assertThat(changes(position, 0).position()).isEqualTo(position);
    assertThat(get(service(), "/internal/labels/changes?after=-1").status()).isEqualTo(400);
    assertThat(get(service(), "/internal/labels/changes?limit=1001").status()).isEqualTo(400);
    assertThat(get(service(), "/internal/labels/changes?wait=31").status()).isEqualTo(400);
  }

  @Test
  void aFilterSaysWhereAPersonMayLookAndWhatTheyFind() {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    Someone both = add(one, "Ines Calder", CaseRole.REVIEW_TEAM_MEMBER);
    place(other, both, CaseRole.CASE_GROUP_MEMBER);
    VersionLabels readable = document(one);
    VersionLabels notCirculated = document(other);

    PersonFilter filter = filter(both.id());

    assertThat(filter.cases()).containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(filter.ranks()).containsExactly(one.id());
    assertThat(filter.excluded()).isEmpty();
    assertThat(filter.expression().matches(readable.fields())).isTrue();
    assertThat(filter.expression().matches(notCirculated.fields())).isFalse();
    PersonFilter nobodys = filter(PersonId.create());
    assertThat(nobodys.cases()).isEmpty();
    assertThat(nobodys.expression().matches(readable.fields())).isFalse();
  }

  @Test
  void whatWasLabelledAnewSinceTheIndexIsExcludedById() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.REVIEW_TEAM_MEMBER);
    VersionLabels document = register(document(one));
    Someone lead = add(one, "Maud Cray", CaseRole.LEAD_REVIEWER);
    Reply marked =
        relabel(
            lead, document, "labels", Map.of("delicate", true, "reason", "It names a neighbour."));
    assertThat(marked.status()).isEqualTo(200);
    assertThat(filter(reviewer.id()).excluded()).containsExactly(document.version());
    assertThat(get(service(), path(document)).node().path("delicate").asBoolean()).isTrue();
  }

  private PersonFilter filter(PersonId person) {
    Reply reply =
        post(service(), "/internal/filters", Map.of("person", person.toString(), "indexed", 0));
    assertThat(reply.status()).isEqualTo(200);
    return json.readValue(reply.body(), PersonFilter.class);
  }

  private LabelChanges changes(long after, int wait) {
    Reply reply =
        get(service(), "/internal/labels/changes?limit=1000&after=" + after + "&wait=" + wait);
    assertThat(reply.status()).isEqualTo(200);
    return json.readValue(reply.body(), LabelChanges.class);
  }

  private static String path(VersionLabels labels) {
    return "/internal/labels/" + labels.version();
  }

  private static VersionLabels from(OpenedCase of, ItemKind kind, VersionId... sources) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        of.id(),
        kind,
        Set.of(),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(sources),
        false);
  }

  private static VersionLabels withOriginator(OpenedCase of, AgencyId originator) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        of.id(),
        ItemKind.DOCUMENT,
        Set.of(),
        Set.of(),
        false,
        false,
        Set.of(originator),
        Set.of(),
        Set.of(),
        false);
  }
}
