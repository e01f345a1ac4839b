package org.cordon.evidence.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

class ItemsTest extends EvidenceTest {
  private final PersonId witness = PersonId.create();

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
    ACCESS.permit(witness, caseId);
  }

  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
  }

  @Test
  void aListIsPagedNewestFirst() {
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      added.addFirst(add(i + ".txt", utf8("text " + i)).get("item").asString());
    }

    assertThat(pages(reviewer, 2))
        .containsExactly(added.subList(0, 2), added.subList(2, 4), added.subList(4, 5));
    assertThat(pages(reviewer, 5)).containsExactly(added);
  }

  @Test
  void pagesCountsAndCursorsAreThoseOfAListWithoutTheHiddenItems_rule2() {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      JsonNode receipt = add(i + ".txt", utf8("text " + i));
      if (i % 3 == 0) {
        open.addFirst(receipt.get("item").asString());
      } else {
        ACCESS.wall(witness, VersionId.from(receipt.get("version").asString()));
      }
    }

    assertThat(pages(witness, 2)).containsExactly(open.subList(0, 2), open.subList(2, 3));
    // The newest two and the oldest but one are hidden: no page is short and no cursor leads
    // nowhere.
    assertThat(pages(witness, 3)).containsExactly(open);
    assertThat(pages(witness, 1)).hasSize(3);
  }

  @Test
  void hiddenItemsLeaveNoTraceInAListOrInWhatIsAskedForIt_rule2() {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      open.add(add(i + ".txt", utf8("text " + i)).get("version").asString());
    }
    open.forEach(version -> awaitState(JSON.createObjectNode().put("version", version)));
    Listing before = list(witness);

    for (int i = 0; i < 7; i++) {
      JsonNode hidden = add("hidden" + i + ".txt", utf8("hidden " + i));
      ACCESS.wall(witness, VersionId.from(hidden.get("version").asString()));
    }
    Listing after = list(witness);

    assertThat(after).isEqualTo(before);
    // Whether anything may be looked for at all, and one decision for each version that is shown.
    assertThat(after.asked()).hasSize(1 + open.size());
    assertThat(after.asked())
        .filteredOn(question -> !question.contains(caseId.toString()))
        .containsExactlyElementsOf(
            open.reversed().stream().map(version -> witness + " find " + version).toList());
  }

  /** What a person gets, and what was asked for it, without the names of the entries. */
  private record Listing(String body, List<String> asked) {}

  private Listing list(PersonId person) {
    List<String> bodies = new ArrayList<>();
    List<String> asked =
        asked(person, () -> bodies.add(get(items() + "?limit=200", token(person)).body()));
    return new Listing(bodies.getFirst(), asked);
  }

  @Test
  void whatIsBehindThePageIsNotRecordedAsSeen_rule29() {
    add("older.txt", utf8("older"));
    String newer = add("newer.txt", utf8("newer")).get("version").asString();
    int before = ACCESS.asked().size();

    assertThat(json(items() + "?limit=1", token(witness)).get("next").isNull()).isFalse();

    assertThat(ACCESS.asked().stream().skip(before).filter(it -> !it.contains(caseId.toString())))
        .singleElement()
        .asString()
        .startsWith(witness + " find " + newer);
  }

  @Test
  void aListThatIsOvertakenIsMadeOnceMoreAndThenNotAtAll() {
    VersionId version = VersionId.from(add("a.txt", utf8("text")).get("version").asString());

    ACCESS.race(witness, version, 1);
    assertThat(json(items(), token(witness)).get("items")).hasSize(1);
    ACCESS.race(witness, version, 2);
    assertThat(get(items(), token(witness)).statusCode()).isEqualTo(503);
  }

  @Test
  void aVersionThatWasRegisteredAndNeverStoredIsPassedOver() {
    String older = add("older.txt", utf8("older")).get("item").asString();
    ACCESS.registered(caseId);
    String newer = add("newer.txt", utf8("newer")).get("item").asString();

    assertThat(pages(witness, 1)).containsExactly(List.of(newer), List.of(older));
    assertThat(pages(witness, 2)).containsExactly(List.of(newer, older));
  }

  @Test
  void someoneWhoMayReadOnlyAnOlderVersionSeesThatOne() {
    JsonNode first = add("old.txt", utf8("old"), "{\"title\":\"The old title\"}");
    String item = first.get("item").asString();
    HttpResponse<String> second =
        upload(
            reviewer,
            "/api/evidence/items/" + item + "/versions",
            Multipart.of("new.txt", utf8("new"), "{\"title\":\"The new title\"}"));
    JsonNode newest = JSON.readTree(second.body());
    ACCESS.wall(witness, VersionId.from(newest.get("version").asString()));

    JsonNode seen = json("/api/evidence/items/" + item, token(witness));
    JsonNode row = json(items() + "?limit=10", token(witness)).get("items").get(0);

    assertThat(seen.get("title").asString()).isEqualTo("The old title");
    assertThat(seen.get("versions")).hasSize(1);
    assertThat(seen.get("custody").valueStream().map(c -> c.get("version").asString()))
        .containsOnly(first.get("version").asString());
    assertThat(seen.toString())
        .doesNotContain(newest.get("version").asString())
        .doesNotContain("new");
    assertThat(row.get("title").asString()).isEqualTo("The old title");
    assertThat(row.get("version").get("number").asInt()).isEqualTo(1);
    JsonNode whole = json("/api/evidence/items/" + item, token(reviewer));
    assertThat(whole.get("title").asString()).isEqualTo("The new title");
    assertThat(whole.get("versions")).hasSize(2);
  }

  @Test
  void anItemThatIsHiddenAnswersAsOneThatIsNotThere_rule2() {
    JsonNode receipt = add("a.txt", utf8("text"));
    ACCESS.wall(witness, VersionId.from(receipt.get("version").asString()));

    HttpResponse<String> hidden =
        get("/api/evidence/items/" + receipt.get("item").asString(), token(witness));
    HttpResponse<String> absent = get("/api/evidence/items/" + ItemId.create(), token(witness));
    HttpResponse<String> noId = get("/api/evidence/items/none", token(witness));

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(absent.body()).isEqualTo(noId.body());
  }

  @Test
  void aHiddenItemIsAskedForAsOneThatIsNotThereHoweverManyVersionsItHas_rule2() {
    JsonNode receipt = add("a.txt", utf8("text"));
    String hidden = "/api/evidence/items/" + receipt.get("item").asString();
    ACCESS.wall(witness, VersionId.from(receipt.get("version").asString()));
    for (int i = 0; i < 3; i++) {
      JsonNode next = addVersion(hidden, "text " + i);
      ACCESS.wall(witness, VersionId.from(next.get("version").asString()));
    }
    String absent = "/api/evidence/items/" + ItemId.create();

    for (String path : List.of("", "/versions/1/content", "/versions/4/text", "/versions/5/text")) {
      for (String item : List.of(hidden, absent)) {
        List<String> asked =
            asked(() -> assertThat(get(item + path, token(witness)).statusCode()).isEqualTo(404));
        assertThat(asked).as(path).containsExactly(witness + " read " + idIn(item));
      }
    }
    for (String item : List.of(hidden, absent)) {
      Multipart body = Multipart.of("b.txt", utf8("more"), "{}");
      List<String> asked =
          asked(() ->
              assertThat(upload(witness, item + "/versions", body).statusCode()).isEqualTo(404));
      assertThat(asked).containsExactly(witness + " find " + idIn(item));
    }
  }

  @Test
  void versionsThatAreHiddenAreNotAskedAboutWhenAnItemIsOpened_rule2() {
    JsonNode first = add("a.txt", utf8("text"));
    String item = "/api/evidence/items/" + first.get("item").asString();
    for (int i = 0; i < 2; i++) {
      JsonNode next = addVersion(item, "text " + i);
      ACCESS.wall(witness, VersionId.from(next.get("version").asString()));
    }
    String version = first.get("version").asString();

    assertThat(asked(() -> json(item, token(witness))))
        .containsExactly(witness + " read " + version, witness + " find " + version);
  }

  @Test
  void anItemThatIsOvertakenIsMadeOnceMoreAndThenNotAtAll() {
    JsonNode receipt = add("a.txt", utf8("text"));
    String item = "/api/evidence/items/" + receipt.get("item").asString();
    VersionId version = VersionId.from(receipt.get("version").asString());

    ACCESS.race(witness, version, 1);
    assertThat(json(item, token(witness)).get("versions")).hasSize(1);
    ACCESS.race(witness, version, 2);
    assertThat(get(item, token(witness)).statusCode()).isEqualTo(503);
  }

  private JsonNode addVersion(String item, String text) {
    Multipart body = Multipart.of("next.txt", utf8(text), "{}");
    return JSON.readTree(upload(reviewer, item + "/versions", body).body());
  }

  private static String idIn(String item) {
    return item.substring(item.lastIndexOf('/') + 1);
  }

  private List<String> asked(Runnable doing) {
    return asked(witness, doing);
  }

  /** What was asked for a person meanwhile, without the names of the entries. */
  private static List<String> asked(PersonId person, Runnable doing) {
    int before = ACCESS.asked().size();
    doing.run();
    return ACCESS.asked().stream()
        .skip(before)
        .map(question -> question.substring(0, question.indexOf(" -> ")))
        .filter(question -> question.startsWith(person.toString()))
        .toList();
  }

  @Test
  void aCaseOneHasNothingToDoWithAnswersAsOneThatIsNotThere() {
    add("a.txt", utf8("text"));
    PersonId stranger = PersonId.create();

    HttpResponse<String> hidden = get(items(), token(stranger));
    HttpResponse<String> absent =
        get("/api/evidence/cases/" + CaseId.create() + "/items", token(stranger));

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(absent.body());
  }

  @Test
  void whenAccessServiceIsDownNothingIsListed() {
    ACCESS.goDown();

    assertThat(get(items(), token(reviewer)).statusCode()).isEqualTo(503);
    assertThat(get("/api/evidence/items/" + ItemId.create(), token(reviewer)).statusCode())
        .isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?after=nonsense!", "?after=AAAA"})
  void aPageThatCannotBeIsRefused(String query) {
    HttpResponse<String> answer = get(items() + query, token(reviewer));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void theDetailCarriesMetadataAndEveryWordOfTheContract() {
    JsonNode item =
        awaitRead(
            add(
                "a.html",
                utf8("<html><head><meta name=author content='A. Writer'></head>text</html>"),
                "{\"description\":\"two\\nlines\",\"documentType\":\"Letter\"}"));

    assertThat(item.propertyNames())
        .contains(
            "id",
            "case",
            "kind",
            "title",
            "date",
            "agency",
            "author",
            "documentType",
            "state",
            "failure",
            "version",
            "description",
            "versions",
            "metadata",
            "custody");
    assertThat(item.get("description").asString()).isEqualTo("two\nlines");
    assertThat(item.get("metadata").toString()).contains("A. Writer");
    assertThat(item.get("version").get("mediaType").asString()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update custody set detail = ''",
        "delete from custody",
        "update versions set title = 'x'",
        "delete from versions",
        "delete from items",
        "truncate custody"
      })
  void whatIsOnRecordIsNeverChanged(String sql) {
    add("a.txt", utf8("text"));
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword()));

    assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> owner.sql(sql).update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void extractedTextIsNotInTheDatabaseInPlain() {
    JsonNode receipt = add("a.txt", utf8("a word that stands out: xylophone"));
    awaitRead(receipt);

    byte[] row =
        jdbc.sql("select text || metadata from extracts where version_id = :v")
            .param("v", VersionId.from(receipt.get("version").asString()).value())
            .query(byte[].class)
            .single();

    assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("xylophone");
  }

  @Test
  void anotherServiceGetsAVersionWithItsTextAndAPersonDoesNot() {
    JsonNode receipt = add("a.txt", utf8("a word"), "{\"date\":\"2025-03-04\"}");
    awaitRead(receipt);
    String path = "/internal/versions/" + receipt.get("version").asString();

    JsonNode version = json(path, serviceToken());

    assertThat(version.get("text").asString()).contains("a word");
    assertThat(version.get("newest").asBoolean()).isTrue();
    assertThat(version.get("date").asString()).isEqualTo("2025-03-04");
    assertThat(version.get("state").asString()).isEqualTo("READY");
    assertThat(get(path, token(reviewer)).statusCode()).isEqualTo(404);
  }

  private String items() {
    return "/api/evidence/cases/" + caseId + "/items";
  }

  private List<List<String>> pages(PersonId person, int limit) {
    List<List<String>> pages = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page = json(items() + "?limit=" + limit + after, token(person));
      pages.add(page.get("items").valueStream().map(each -> each.get("id").asString()).toList());
      if (page.get("next").isNull()) {
        return pages;
      }
      after = "&after=" + page.get("next").asString();
    }
  }
}
