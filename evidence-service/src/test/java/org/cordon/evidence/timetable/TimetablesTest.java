package org.cordon.evidence.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cordon.evidence.CallingTest;
import org.cordon.platform.ids.MilestoneId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class TimetablesTest extends CallingTest {
  private final PersonId manager = PersonId.create();
  private final PersonId boardMember = PersonId.create();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final String timetable = "/api/evidence/cases/" + caseId + "/timetable";

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void permit() {
    ACCESS.permit(manager, "readPeople", caseId);
    ACCESS.permit(manager, "manageMeetings", caseId);
    ACCESS.permit(boardMember, "readPeople", caseId);
  }

  @Test
  void aCaseHasNoTimetableUntilSomebodySetsItOut() {
    JsonNode empty = json(timetable, token(boardMember));

    assertThat(empty.get("start").isNull()).isTrue();
    assertThat(empty.get("milestones")).isEmpty();
    assertThat(empty.get("next").isNull()).isTrue();
    assertThat(post(manager, timetable + "/milestones", milestone("A day", today)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void theUsualTimetableGoesThroughTheFourStagesInSixMonths_rule31() {
    LocalDate start = LocalDate.of(2026, 9, 14);
    body(201, setOut(start));

    JsonNode seen = json(timetable, token(boardMember));

    assertThat(seen.get("end").asString()).isEqualTo("2027-03-14");
    assertThat(texts(seen.get("milestones"), "stage"))
        .containsExactly(
            "PREPARATION",
            "PREPARATION",
            "DATA_COLLECTION",
            "DATA_COLLECTION",
            "ORGANISING_AND_ANALYSING",
            "ORGANISING_AND_ANALYSING",
            "RECOMMENDATIONS",
            "RECOMMENDATIONS");
    assertThat(texts(seen.get("milestones"), "due"))
        .isSorted()
        .allMatch(due -> !LocalDate.parse(due).isAfter(LocalDate.of(2027, 3, 14)));
    assertThat(seen.get("next")).isEqualTo(seen.get("milestones").get(0).get("id"));
    assertThat(setOut(start).statusCode()).as("a second time").isEqualTo(409);
  }

  @Test
  void itShowsWhatIsLateAndWhyUntilItIsDone_rule31() {
    body(201, setOut(today.minusWeeks(4)));
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);
    assertThat(texts(json(timetable, token(manager)).get("milestones"), "late"))
        .startsWith("true", "false");

    String why = "\"because\":\"AGENCY\",\"note\":\"The trust asked for two weeks\"";
    body(200, change(first, "\"1\"", fields(first, ",\"doneOn\":null," + why)));
    JsonNode late = json(timetable, token(manager)).get("milestones").get(0);
    assertThat(late.get("late").asBoolean()).isTrue();
    assertThat(late.get("because").asString()).isEqualTo("AGENCY");
    assertThat(late.get("note").asString()).isEqualTo("The trust asked for two weeks");

    body(200, change(first, "\"2\"", fields(first, ",\"doneOn\":\"" + today + "\"," + why)));
    JsonNode seen = json(timetable, token(manager));
    assertThat(seen.get("milestones").get(0).get("late").asBoolean()).isFalse();
    assertThat(seen.get("next")).isEqualTo(seen.get("milestones").get(1).get("id"));
    assertThat(seen.get("milestones").get(0).get("history")).hasSize(2);
  }

  @Test
  void whatIsDueTodayIsNotLate() {
    body(201, setOut(today.minusWeeks(3)));

    assertThat(json(timetable, token(manager)).get("milestones").get(0).get("due").asString())
        .isEqualTo(today.toString());
    assertThat(json(timetable, token(manager)).get("milestones").get(0).get("late").asBoolean())
        .isFalse();
  }

  @Test
  void aDayMovesToALaterOneOnlyWithAReasonAndTheEarlierOneIsKept_rule31() {
    body(201, setOut(today));
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);
    String later = first.get("due").asString().replaceFirst("^\\d{4}", "" + (today.getYear() + 2));
    String moved = "{\"name\":\"Team chosen\",\"due\":\"" + later + "\"";

    assertThat(refusedField(change(first, "\"1\"", moved + "}"))).isEqualTo("because");
    body(200, change(first, "\"1\"", moved + ",\"because\":\"BOARD\"}"));

    JsonNode now = byId(first.get("id").asString());
    assertThat(now.get("due").asString()).isEqualTo(later);
    assertThat(now.get("history").get(0).get("due")).isEqualTo(first.get("due"));
    assertThat(now.get("history").get(0).get("savedBy").asString()).isEqualTo(manager.toString());
  }

  @Test
  void notesAreForThoseWhoKeepTheTimetableAndSealedInTheDatabase() {
    body(201, setOut(today));
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);
    body(200, change(first, "\"1\"", fields(first, ",\"note\":\"What Ines said\"")));
    body(200, change(first, "\"2\"", fields(first, ",\"note\":\"What Ines said\"")));

    String others = get(timetable, token(boardMember)).body();
    assertThat(others).doesNotContain("Ines");
    assertThat(get(timetable, token(manager)).body().split("What Ines said", -1)).hasSize(3);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from milestone_states
                    where note is not null and position('Ines'::bytea in note) = 0
                    """)
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void twoWhoChangeTheSameMilestoneDoNotOverwriteEachOther() throws Exception {
    body(201, setOut(today));
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);

    assertThat(change(first, null, fields(first, "")).statusCode()).isEqualTo(428);
    assertThat(change(first, "\"7\"", fields(first, "")).statusCode()).isEqualTo(412);
    List<Integer> statuses = new ArrayList<>();
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> one = () -> change(first, "\"1\"", fields(first, "")).statusCode();
      for (var each : both.invokeAll(List.of(one, one, one))) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412);
  }

  @Test
  void whatIsSentTwiceIsAddedOnce() {
    body(201, setOut(today));
    String wanted = milestone("Board told", today.plusDays(9));

    HttpResponse<String> once = postOnce(manager, "key-1", timetable + "/milestones", wanted);
    HttpResponse<String> again = postOnce(manager, "key-1", timetable + "/milestones", wanted);

    assertThat(again.body()).isEqualTo(once.body());
    assertThat(json(timetable, token(manager)).get("milestones")).hasSize(9);
    assertThat(
            postOnce(
                    manager,
                    "key-1",
                    timetable + "/milestones",
                    milestone("Another", today.plusDays(9)))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aTimetableHasAtMostAHundredMilestones() {
    body(201, setOut(today));
    for (int i = 8; i < Timetables.MOST; i++) {
      body(201, post(manager, timetable + "/milestones", milestone("Day " + i, today)));
    }
    assertThat(post(manager, timetable + "/milestones", milestone("x", today)).statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"name\":\"x\",\"due\":\"2026-10-01\"}|stage",
        "{\"stage\":\"PREPARATION\",\"due\":\"2026-10-01\"}|name",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\"}|due",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\",\"due\":\"1999-10-01\"}|due",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\",\"due\":\"2099-10-01\"}|due",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\\ny\",\"due\":\"2026-10-01\"}|name",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\",\"due\":\"2026-10-01\",\"doneOn\":\"2099-01-01\"}|doneOn",
        "{\"stage\":\"LATER\",\"name\":\"x\",\"due\":\"2026-10-01\"}|stage",
        "{\"stage\":\"PREPARATION\",\"name\":\"x\",\"due\":\"2026-10-01\",\"x\":1}|x"
      })
  void whatDoesNotFitIsNamedByItsField(String wanted, String field) {
    body(201, setOut(today));

    assertThat(refusedField(post(manager, timetable + "/milestones", wanted))).isEqualTo(field);
  }

  @Test
  void longTextsAreRefused() {
    body(201, setOut(today));
    String name = "n".repeat(SetMilestone.MAX_NAME);
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);

    body(201, post(manager, timetable + "/milestones", milestone(name, today)));
    assertThat(refusedField(post(manager, timetable + "/milestones", milestone(name + "n", today))))
        .isEqualTo("name");
    String note = "n".repeat(SetMilestone.MAX_NOTE);
    body(200, change(first, "\"1\"", fields(first, ",\"note\":\"" + note + "\"")));
    assertThat(refusedField(change(first, "\"2\"", fields(first, ",\"note\":\"" + note + "n\""))))
        .isEqualTo("note");
  }

  @Test
  void aTimetableThatIsNotOpenAnswersLikeOneThatIsNotThere_rule2() {
    body(201, setOut(today));
    PersonId practitioner = PersonId.create();
    String absent = timetable.replace(caseId.toString(), MilestoneId.create().toString());

    assertThat(get(timetable, token(practitioner)).statusCode()).isEqualTo(404);
    assertThat(get(timetable, token(practitioner)).body())
        .isEqualTo(get(absent, token(practitioner)).body());
    assertThat(post(boardMember, timetable, "{\"start\":\"2026-01-01\"}").statusCode())
        .isEqualTo(404);
    assertThat(post(boardMember, timetable + "/milestones", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aMilestoneThatIsNotOpenIsAskedAboutLikeOneThatIsNotThere_rule2() {
    body(201, setOut(today));
    JsonNode first = json(timetable, token(manager)).get("milestones").get(0);
    String absent = "/api/evidence/milestones/" + MilestoneId.create();
    int before = ACCESS.asked().size();

    HttpResponse<String> walled = change(boardMember, first, "\"1\"", "{}");
    HttpResponse<String> none = matched(boardMember, "PUT", absent, "\"1\"", "{}");

    assertThat(walled.statusCode()).isEqualTo(404);
    assertThat(walled.body()).isEqualTo(none.body());
    assertThat(askedSince(before, boardMember))
        .hasSize(2)
        .allMatch(question -> question.startsWith("manageMeetings "));
    assertThat(matched(manager, "PUT", "/api/evidence/milestones/x", "\"1\"", "{}").body())
        .isEqualTo(none.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"timetables", "milestones", "milestone_states"})
  void statesAreNeverChangedOrRemoved(String table) {
    body(201, setOut(today));

    assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
        .isInstanceOf(DataAccessException.class);
  }

  private HttpResponse<String> setOut(LocalDate start) {
    return post(manager, timetable, "{\"start\":\"" + start + "\"}");
  }

  private HttpResponse<String> change(JsonNode milestone, @Nullable String ifMatch, String wanted) {
    return change(manager, milestone, ifMatch, wanted);
  }

  private HttpResponse<String> change(
      PersonId person, JsonNode milestone, @Nullable String ifMatch, String wanted) {
    return matched(
        person,
        "PUT",
        "/api/evidence/milestones/" + milestone.get("id").asString(),
        ifMatch,
        wanted);
  }

  private JsonNode byId(String id) {
    return json(timetable, token(manager))
        .get("milestones")
        .valueStream()
        .filter(each -> each.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String fields(JsonNode milestone, String further) {
    return "{\"name\":%s,\"due\":%s%s}"
        .formatted(milestone.get("name"), milestone.get("due"), further);
  }

  private static String milestone(String name, LocalDate due) {
    return "{\"stage\":\"RECOMMENDATIONS\",\"name\":\"%s\",\"due\":\"%s\"}".formatted(name, due);
  }

  private static List<String> texts(JsonNode milestones, String field) {
    return milestones.valueStream().map(each -> each.get(field).asString()).toList();
  }
}
