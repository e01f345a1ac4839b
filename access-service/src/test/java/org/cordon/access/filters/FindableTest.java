package org.cordon.access.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.FindableItem;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FindableTest extends ServiceTest {

  @Test
  void aPageGoesFromTheNewestItemToTheOldestAndSaysWhereItGoesOn() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    List<VersionLabels> all =
        IntStream.range(0, 5)
            .mapToObj(_ -> register(document(one)))
            .sorted(Comparator.comparing((VersionLabels it) -> it.item().toString()).reversed())
            .toList();

    List<String> seen = new ArrayList<>();
    Reply first = findable(reviewer.id(), one.id(), "", 2);
    seen.addAll(versions(first));
    assertThat(next(first)).isEqualTo(all.get(1).item().toString());
    Reply second = findable(reviewer.id(), one.id(), next(first), 2);
    seen.addAll(versions(second));
    Reply last = findable(reviewer.id(), one.id(), next(second), 1);
    seen.addAll(versions(last));

    assertThat(seen)
        .containsExactlyElementsOf(all.stream().map(it -> it.version().toString()).toList());
    assertThat(last.body()).contains("\"next\":null");
  }

  @Test
  void anItemIsItsNewestVersionThatThePersonMayFind() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels first = register(document(one));
    VersionLabels second =
        register(VersionLabels.common(VersionId.create(), first.item(), 2, one.id()));
    circulate(first, lead, member.id());

    assertThat(versions(findable(lead.id(), one.id(), "", 10)))
        .containsExactly(second.version().toString());
    assertThat(versions(findable(member.id(), one.id(), "", 10)))
        .containsExactly(first.version().toString());
  }

  @Test
  void whatIsHiddenChangesNoByteAndLeavesNothingInTheLedger_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.CASE_GROUP_MEMBER);
    for (int i = 0; i < 2; i++) {
      circulate(register(document(one)), lead, member.id());
    }
    List<String> before = pages(member.id(), one.id());
    // More than are read at once, so that whole stretches are passed over.
    for (int i = 0; i < 501; i++) {
      register(document(one));
    }

    long entries = entries();
    List<String> after = pages(member.id(), one.id());

    assertThat(after).isEqualTo(before).hasSize(2);
    assertThat(entries()).isEqualTo(entries);
  }

  @Test
  void theWallClosesFromTheRequestOnInWhichProceedingsAreOpened_rule2() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.CASE_GROUP_MEMBER);
    Someone other = add(one, "Maud Cray", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels plain = register(document(one));
    VersionLabels own = register(labels(one, ItemKind.DOCUMENT, List.of(member.id()), false));
    VersionLabels others = register(labels(one, ItemKind.DOCUMENT, List.of(other.id()), false));
    for (VersionLabels each : List.of(plain, own, others)) {
      circulate(each, lead, member.id());
    }
    assertThat(versions(findable(member.id(), one.id(), "", 10))).hasSize(3);

    openProceedings(one, lead, "INVESTIGATION");

    assertThat(versions(findable(member.id(), one.id(), "", 10)))
        .containsExactlyInAnyOrder(plain.version().toString(), own.version().toString());
    assertThat(versions(findable(lead.id(), one.id(), "", 10))).hasSize(3);
  }

  @Test
  void aCaseOneHasNothingToDoWithIsLikeOneThatIsNotThereAndOtherCasesStayOut_rule1() {
    OpenedCase one = openCase();
    OpenedCase two = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    register(document(one));
    register(document(two));

    assertThat(versions(findable(reviewer.id(), one.id(), "", 10))).hasSize(1);
    assertThat(findable(reviewer.id(), two.id(), "", 10).body())
        .isEqualTo(findable(reviewer.id(), CaseId.create(), "", 10).body())
        .isEqualTo(findable(PersonId.create(), one.id(), "", 10).body());
  }

  @Test
  void ofAnItemOneIsToldOfTheVersionsThatOneMayFindAndOfThoseThatOneMayRead() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone member = add(one, "Otto Brandreth", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels first = register(document(one));
    VersionLabels second =
        register(VersionLabels.common(VersionId.create(), first.item(), 2, one.id()));
    circulate(first, lead, member.id());

    JsonNode all = item(lead.id(), first.item(), null).node();
    assertThat(texts(all.path("versions")))
        .containsExactly(second.version().toString(), first.version().toString());
    assertThat(texts(all.path("readable"))).isEqualTo(texts(all.path("versions")));
    JsonNode theirs = item(member.id(), first.item(), null).node();
    assertThat(texts(theirs.path("versions"))).containsExactly(first.version().toString());
    assertThat(texts(theirs.path("readable"))).containsExactly(first.version().toString());
    assertThat(texts(item(lead.id(), first.item(), 1).node().path("readable")))
        .containsExactly(first.version().toString());
    assertThat(texts(item(lead.id(), first.item(), 3).node().path("versions"))).isEmpty();
  }

  @Test
  void ofAnItemOneIsToldOfTheNewestVersionsUpToALimitAndOfAnyByItsNumber() {
    OpenedCase one = openCase();
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    ItemId item = ItemId.create();
    List<VersionId> oldestFirst =
        IntStream.rangeClosed(1, FindableItem.MAX_VERSIONS + 1)
            .mapToObj(number ->
                register(VersionLabels.common(VersionId.create(), item, number, one.id()))
                    .version())
            .toList();

    List<String> told = texts(item(lead.id(), item, null).node().path("versions"));

    assertThat(told).hasSize(FindableItem.MAX_VERSIONS);
    assertThat(told.getFirst()).isEqualTo(oldestFirst.getLast().toString());
    assertThat(texts(item(lead.id(), item, 1).node().path("readable")))
        .containsExactly(oldestFirst.getFirst().toString());
  }

  @Test
  void anItemThatIsHiddenIsLikeOneThatIsNotThereAndLeavesNothingInTheLedger_rule2() {
    OpenedCase one = openCase();
    Someone member = add(one, "Otto Brandreth", CaseRole.CASE_GROUP_MEMBER);
    VersionLabels hidden = register(document(one));
    long entries = entries();

    assertThat(item(member.id(), hidden.item(), null).body())
        .isEqualTo(item(member.id(), ItemId.create(), null).body())
        .isEqualTo(item(member.id(), hidden.item(), 1).body());
    assertThat(entries()).isEqualTo(entries);
  }

  @ParameterizedTest
  @CsvSource({"person,", "item,", "person,x", "item,x", "number,x"})
  void aQuestionAboutAnItemThatCannotBeIsRefused(String field, @Nullable String value) {
    Map<String, Object> body = new HashMap<>(wantedItem(PersonId.create(), ItemId.create(), 1));
    if (value == null) {
      body.remove(field);
    } else {
      body.put(field, value);
    }
    assertThat(post(service(), "/internal/findable/item", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "person,",
    "case,",
    "limit,",
    "limit,0",
    "limit,501",
    "limit,x",
    "person,x",
    "case,x",
    "after,x"
  })
  void aQuestionThatCannotBeIsRefused(String field, @Nullable String value) {
    Map<String, Object> body = new HashMap<>(wanted(PersonId.create(), CaseId.create(), "", 10));
    if (value == null) {
      body.remove(field);
    } else {
      body.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);
    }

    Reply reply = post(service(), "/internal/findable", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"status\":400").doesNotContain("Exception");
  }

  @Test
  void onlyAServiceAsks() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);

    Reply reply =
        post(reviewer.token(), "/internal/findable", wanted(reviewer.id(), one.id(), "", 10));

    assertThat(reply.status()).isEqualTo(404);
    Map<String, Object> ofItem = wantedItem(reviewer.id(), ItemId.create(), 1);
    assertThat(post(reviewer.token(), "/internal/findable/item", ofItem).status()).isEqualTo(404);
  }

  private Reply item(PersonId person, ItemId item, @Nullable Integer number) {
    Reply reply = post(service(), "/internal/findable/item", wantedItem(person, item, number));
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static Map<String, Object> wantedItem(
      PersonId person, ItemId item, @Nullable Integer number) {
    Map<String, Object> wanted =
        new HashMap<>(Map.of("person", person.toString(), "item", item.toString()));
    if (number != null) {
      wanted.put("number", number);
    }
    return wanted;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** The bodies of all pages of one. */
  private List<String> pages(PersonId person, CaseId caseId) {
    List<String> pages = new ArrayList<>();
    String after = "";
    do {
      Reply page = findable(person, caseId, after, 1);
      pages.add(page.body());
      after = next(page);
    } while (!after.isEmpty());
    return pages;
  }

  private Reply findable(PersonId person, CaseId caseId, String after, int limit) {
    Reply reply = post(service(), "/internal/findable", wanted(person, caseId, after, limit));
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static Map<String, Object> wanted(
      PersonId person, CaseId caseId, String after, int limit) {
    Map<String, Object> wanted =
        new HashMap<>(
            Map.of("person", person.toString(), "case", caseId.toString(), "limit", limit));
    if (!after.isEmpty()) {
      wanted.put("after", ItemId.from(after).toString());
    }
    return wanted;
  }

  private static List<String> versions(Reply reply) {
    return reply.node().path("versions").valueStream().map(it -> it.asString()).toList();
  }

  private static String next(Reply reply) {
    return reply.node().path("next").asString("");
  }

  private long entries() {
    return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
  }
}
