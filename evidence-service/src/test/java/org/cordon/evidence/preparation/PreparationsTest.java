package org.cordon.evidence.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cordon.evidence.CallingTest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PreparationsTest extends CallingTest {
  private static final String PACK = "\"pack\":{\"version\":%s,\"sentOn\":\"%s\"%s}";

  private final PersonId manager = PersonId.create();
  private final PersonId practitioner = PersonId.create();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final String all = "/api/evidence/cases/" + caseId + "/preparation";
  private final String one = all + "/" + practitioner;

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
    ACCESS.cases().join(caseId, practitioner, null, "CASE_GROUP_MEMBER");
    for (PersonId person : List.of(reviewer, manager)) {
      ACCESS.permit(person, "readPreparation", caseId);
      ACCESS.permit(person, "managePreparation", caseId);
    }
  }

  @AfterEach
  void asBefore() {
    ACCESS.comeBack();
    ACCESS.refuseLabels(false);
  }

  @Test
  void ofWhomNobodyHasWrittenAnythingNothingIsKnown() {
    JsonNode seen = json(one, token(manager));

    assertThat(seen.get("person").asString()).isEqualTo(practitioner.toString());
    assertThat(seen.get("revision").asInt()).isZero();
    assertThat(seen.get("complete").asBoolean()).isFalse();
    assertThat(List.of("pack", "introduced", "support", "note"))
        .allMatch(field -> seen.get(field).isNull());
    assertThat(json(all, token(manager)).get("items")).isEmpty();
  }

  @Test
  void aPersonIsPreparedOnceTheyHaveThePackAndWereIntroduced() {
    String pack = version();
    String introduced = ",\"introduced\":{\"how\":\"MEETING\",\"on\":\"" + today + "\"}";

    body(200, change("\"0\"", "{" + PACK.formatted(pack, today, "") + introduced + "}"));
    assertThat(json(one, token(reviewer)).get("complete").asBoolean()).isFalse();
    String acknowledged = ",\"acknowledgedOn\":\"" + today + "\"";
    body(200, change("\"1\"", "{" + PACK.formatted(pack, today, acknowledged) + introduced + "}"));

    JsonNode seen = json(one, token(reviewer));
    assertThat(seen.get("complete").asBoolean()).isTrue();
    assertThat("\"" + seen.get("pack").get("version").asString() + "\"").isEqualTo(pack);
    assertThat(seen.get("introduced").get("how").asString()).isEqualTo("MEETING");
    assertThat(get(one, token(reviewer)).headers().firstValue("ETag")).hasValue("\"2\"");
  }

  @Test
  void anIntroductoryMeetingToComeDoesNotPrepareAnybodyYet() {
    String had = PACK.formatted("null", today, ",\"receivedOn\":\"" + today + "\"");
    String later = ",\"introduced\":{\"how\":\"MEETING\",\"on\":\"" + today.plusDays(2) + "\"}";

    body(200, change("\"0\"", "{" + had + later + "}"));

    assertThat(json(one, token(reviewer)).get("complete").asBoolean()).isFalse();
  }

  @Test
  void aPackIsNamedOnlyToThoseWhoMayFindItAndItsDaysToAll_rule2() {
    String pack = version();
    body(200, change("\"0\"", "{" + PACK.formatted(pack, today, "") + "}"));

    JsonNode others = json(one, token(manager));

    assertThat(others.get("pack").get("version").isNull()).isTrue();
    assertThat(others.get("pack").get("sentOn").asString()).isEqualTo(today.toString());
    assertThat(json(all, token(reviewer)).get("items").get(0).get("pack").get("version").isNull())
        .as("in a list nobody is asked about packs")
        .isTrue();
  }

  @Test
  void aHiddenPackLeavesNoTraceInWhatIsAsked_rule2() {
    PersonId other = participant();
    body(200, change("\"0\"", "{" + PACK.formatted(version(), today, "") + "}"));
    body(
        200,
        change(
            reviewer, all + "/" + other, "\"0\"", "{" + PACK.formatted("null", today, "") + "}"));

    assertThat(traceOf(manager, one)).isEqualTo(traceOf(manager, all + "/" + other));
  }

  @Test
  void whoeverMayNotFindThePackDoesNotTakeItAway() {
    String pack = version();
    body(200, change("\"0\"", "{" + PACK.formatted(pack, today, "") + "}"));
    String received = PACK.formatted("null", today, ",\"receivedOn\":\"" + today + "\"");

    body(200, change(manager, one, "\"1\"", "{" + received + "}"));
    JsonNode kept = json(one, token(reviewer));
    assertThat("\"" + kept.get("pack").get("version").asString() + "\"").isEqualTo(pack);
    assertThat(kept.get("pack").get("receivedOn").asString()).isEqualTo(today.toString());

    body(200, change(reviewer, one, "\"2\"", "{" + received + "}"));
    assertThat(json(one, token(reviewer)).get("pack").get("version").isNull()).isTrue();
  }

  @Test
  void aPackThatIsNotOpenIsRefusedLikeOneThatIsNotThere_rule2() {
    String walled = version();
    ACCESS.wall(reviewer, VersionId.from(walled.replace("\"", "")));
    CaseId elsewhere = CaseId.create();
    ACCESS.permit(reviewer, elsewhere);
    HttpResponse<String> inAnotherCase =
        upload(
            reviewer,
            "/api/evidence/cases/" + elsewhere + "/documents",
            Multipart.of("a.txt", utf8("text"), "{}"));
    String foreign = JSON.readTree(inAnotherCase.body()).get("version").toString();

    List<String> answers = new ArrayList<>();
    for (String pack : List.of(walled, foreign, "\"" + UUID.randomUUID() + "\"")) {
      HttpResponse<String> answer = change("\"0\"", "{" + PACK.formatted(pack, today, "") + "}");
      assertThat(refusedField(answer)).isEqualTo("pack.version");
      answers.add(answer.body());
    }
    assertThat(answers).containsOnly(answers.getFirst());
  }

  @Test
  void aNoteIsThePersonsAccountAndReadByADecision_rules4And29() {
    body(201, note(reviewer, "She took the calls in March."));

    JsonNode note = json(one, token(reviewer)).get("note");
    JsonNode labels = ACCESS.labelsOf(note.get("version").asString());

    assertThat(note.get("text").asString()).isEqualTo("She took the calls in March.");
    assertThat(note.get("writtenBy").asString()).isEqualTo(reviewer.toString());
    assertThat(labels.get("kind").asString()).isEqualTo("COMMENT");
    assertThat(labels.get("accountsOf").valueStream().map(JsonNode::asString))
        .containsExactly(practitioner.toString());
    String entry =
        ACCESS.asked().stream()
            .filter(it -> it.startsWith(reviewer + " read " + note.get("version").asString()))
            .findFirst()
            .orElseThrow()
            .replaceFirst(".* -> ", "");
    await(Duration.ofSeconds(10), () -> ACCESS.delivered().contains(entry));
  }

  @Test
  void whoeverIsKeptFromTheAccountCannotTellThatThereIsANote_rule2() {
    PersonId other = participant();
    String without = all + "/" + other;
    PersonId colleague = PersonId.create();
    ACCESS.permit(colleague, caseId);
    ACCESS.permit(colleague, "readPreparation", caseId);
    String version = body(201, note(reviewer, "Words")).get("version").asString();
    ACCESS.wall(colleague, VersionId.from(version));

    for (PersonId reader : List.of(colleague, manager)) {
      assertThat(get(one, token(reader)).body().replace(practitioner.toString(), ""))
          .isEqualTo(get(without, token(reader)).body().replace(other.toString(), ""));
      assertThat(traceOf(reader, one)).isEqualTo(traceOf(reader, without));
    }
  }

  @Test
  void aLaterNoteStandsInThePlaceOfAnEarlierOneWhichIsKept_rule27() {
    body(201, note(reviewer, "First"));
    body(201, note(reviewer, "Second"));

    assertThat(json(one, token(reviewer)).get("note").get("text").asString()).isEqualTo("Second");
    assertThat(
            jdbc.sql("select count(*) from preparation_notes where person = :person")
                .param("person", practitioner.value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aNoteWithoutLabelsIsNotKept() {
    ACCESS.refuseLabels(true);
    assertThat(note(reviewer, "Words").statusCode()).isEqualTo(503);
    ACCESS.refuseLabels(false);

    assertThat(json(one, token(reviewer)).get("note").isNull()).isTrue();
    assertThat(
            jdbc.sql("select count(*) from preparation_notes where person = :person")
                .param("person", practitioner.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aNoteThatIsSentTwiceIsWrittenOnceAndItsWordsAreNowhereInTheClear() {
    HttpResponse<String> once = postOnce(reviewer, "k", one + "/notes", "{\"text\":\"Zymurgy\"}");
    HttpResponse<String> again = postOnce(reviewer, "k", one + "/notes", "{\"text\":\"Zymurgy\"}");
    body(200, change("\"0\"", "{\"support\":\"Zymurgy on 0100\"}"));

    assertThat(again.body()).isEqualTo(once.body()).doesNotContain("Zymurgy");
    assertThat(
            jdbc.sql(
                    """
                    select
                      (select count(*) from preparation_notes where position('Zymurgy'::bytea in words) > 0)
                      + (select count(*) from preparation_states where position('Zymurgy'::bytea in support) > 0)
                      + (select count(*) from idempotency_keys where request || body like '%Zymurgy%')
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void withoutAccessServiceNothingIsShown() {
    body(201, note(reviewer, "Words"));
    ACCESS.goDown();

    assertThat(get(one, token(reviewer)).statusCode()).isEqualTo(503);
    assertThat(get(all, token(reviewer)).statusCode()).isEqualTo(503);
  }

  @Test
  void twoWhoChangeTheSamePersonDoNotOverwriteEachOther() {
    assertThat(change(null, "{}").statusCode()).isEqualTo(428);
    body(200, change("\"0\"", "{}"));
    assertThat(change("\"0\"", "{}").statusCode()).isEqualTo(412);
    assertThat(change("\"1\"", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void aListIsPaged() {
    for (int i = 0; i < 3; i++) {
      body(200, change(reviewer, all + "/" + participant(), "\"0\"", "{}"));
    }

    JsonNode first = json(all + "?limit=2", token(manager));
    JsonNode second = json(all + "?limit=2&after=" + first.get("next").asString(), token(manager));

    assertThat(first.get("items")).hasSize(2);
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(get(all + "?after=x", token(manager)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"pack\":{}}|pack.sentOn",
        "{\"pack\":{\"sentOn\":\"2099-01-01\"}}|pack.sentOn",
        "{\"pack\":{\"sentOn\":\"1999-01-01\"}}|pack.sentOn",
        "{\"pack\":{\"sentOn\":\"2026-02-01\",\"receivedOn\":\"2026-01-31\"}}|pack.receivedOn",
        "{\"pack\":{\"sentOn\":\"2026-02-01\",\"receivedOn\":\"2099-01-31\"}}|pack.receivedOn",
        "{\"pack\":{\"sentOn\":\"2026-02-01\",\"acknowledgedOn\":\"2026-01-31\"}}|pack.acknowledgedOn",
        "{\"introduced\":{\"on\":\"2026-02-01\"}}|introduced.how",
        "{\"introduced\":{\"how\":\"MEETING\"}}|introduced.on",
        "{\"introduced\":{\"how\":\"LETTER\",\"on\":\"2099-02-01\"}}|introduced.on",
        "{\"introduced\":{\"how\":\"MEETING\",\"on\":\"2099-02-01\"}}|introduced.on",
        "{\"support\":\"a\\u0000b\"}|support",
        "{\"more\":1}|more"
      })
  void whatDoesNotFitIsNamedByItsField(String wanted, String field) {
    assertThat(refusedField(change("\"0\"", wanted))).isEqualTo(field);
  }

  @Test
  void longTextsAreRefused() {
    body(201, note(reviewer, "n".repeat(Notes.MAX)));
    assertThat(refusedField(note(reviewer, "n".repeat(Notes.MAX + 1)))).isEqualTo("text");
    assertThat(refusedField(note(reviewer, " "))).isEqualTo("text");
    String support = "s".repeat(Preparation.MAX_SUPPORT);
    body(200, change("\"0\"", "{\"support\":\"" + support + "\"}"));
    assertThat(refusedField(change("\"1\"", "{\"support\":\"" + support + "s\"}")))
        .isEqualTo("support");
  }

  @Test
  void atMostFiveHundredPeopleArePrepared() {
    jdbc.sql(
            """
            insert into preparation_states (id, case_id, person, revision, saved_at, saved_by)
            select gen_random_uuid(), :case, gen_random_uuid(), 1, now(), :by
            from generate_series(1, :most)
            """)
        .param("case", caseId.value())
        .param("by", manager.value())
        .param("most", Preparations.MOST)
        .update();

    assertThat(change("\"0\"", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsNotOpenAnswersLikeWhatIsNotThere_rule2() {
    body(200, change("\"0\"", "{}"));
    String elsewhere = one.replace(caseId.toString(), CaseId.create().toString());
    PersonId legalAdviser = PersonId.create();
    ACCESS.permit(legalAdviser, "readPreparation", caseId);

    for (String path : List.of(one, elsewhere, all)) {
      assertThat(get(path, token(practitioner)).body())
          .isEqualTo(get(elsewhere, token(practitioner)).body())
          .contains("\"status\":404");
    }
    assertThat(change(legalAdviser, one, "\"1\"", "{}").statusCode()).isEqualTo(404);
    assertThat(note(legalAdviser, "x").statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverIsNotInTheCaseIsNotPrepared() {
    String stranger = all + "/" + PersonId.create();

    assertThat(get(stranger, token(reviewer)).statusCode()).isEqualTo(404);
    assertThat(change(reviewer, stranger, "\"0\"", "{}").statusCode()).isEqualTo(404);
    assertThat(post(reviewer, stranger + "/notes", "{\"text\":\"x\"}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preparation_states", "preparation_notes"})
  void statesAreNeverChangedOrRemoved(String table) {
    assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
        .isInstanceOf(DataAccessException.class);
  }

  /** Somebody else who takes part. */
  private PersonId participant() {
    PersonId person = PersonId.create();
    ACCESS.cases().join(caseId, person, null, "FAMILY_MEMBER");
    return person;
  }

  /** A document's version in quotes. */
  private String version() {
    return add("pack.txt", utf8("What the review is")).get("version").toString();
  }

  /** What one look at it asks of access-service. */
  private List<String> traceOf(PersonId reader, String path) {
    int before = ACCESS.asked().size();
    int checked = ACCESS.audiencesChecked();
    get(path, token(reader));
    List<String> trace = new ArrayList<>(askedSince(before, reader));
    trace.add((ACCESS.audiencesChecked() - checked) + " checks");
    return trace;
  }

  private HttpResponse<String> note(PersonId by, String text) {
    return post(by, one + "/notes", "{\"text\":\"" + text + "\"}");
  }

  private HttpResponse<String> change(@Nullable String ifMatch, String wanted) {
    return change(reviewer, one, ifMatch, wanted);
  }

  private HttpResponse<String> change(
      PersonId by, String path, @Nullable String ifMatch, String wanted) {
    return matched(by, "PUT", path, ifMatch, wanted);
  }
}
