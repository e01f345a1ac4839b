package org.cordon.evidence.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MeetingsTest extends MeetingCase {

  @Autowired JdbcClient jdbc;

  @Test
  void aMeetingIsArrangedWithItsAgendaPapersAndPeople() {
    String narrative = paper("Narrative");
    String meeting =
        arrange(
            "REVIEW_TEAM",
            """
            ,"until":"2026-11-30T12:30:00Z","papers":["%s"],"invited":["%s"],
             "agenda":[{"text":"Welcome"},{"text":"The narrative","paper":"%s"}]
            """
                .formatted(narrative, practitioner, narrative));

    HttpResponse<String> answer = get(meeting, token(reviewer));
    JsonNode seen = body(200, answer);

    assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(seen.get("kind").asString()).isEqualTo("REVIEW_TEAM");
    assertThat(seen.get("title").asString()).isEqualTo("Analysis");
    assertThat(seen.get("at").asString()).isEqualTo(AT);
    assertThat(seen.get("until").asString()).isEqualTo("2026-11-30T12:30:00Z");
    assertThat(texts(seen.get("papers"), "title")).containsExactly("Narrative");
    assertThat(texts(seen.get("agenda"), "text")).containsExactly("Welcome", "The narrative");
    assertThat(texts(seen.get("invited"))).containsExactly(practitioner.toString());
    assertThat(seen.get("sent")).isEmpty();
    assertThat(seen.get("attendance").isNull()).isTrue();
  }

  @Test
  void whoeverMayNotFindAPaperSeesNeitherItNorItsLineNorItsCount_rule2() {
    String open = paper("Open");
    String walled = paper("Walled");
    wall(practitioner, walled);
    ACCESS.permit(practitioner, "readMeetings", caseId);
    String further =
        ",\"papers\":%s,\"agenda\":[{\"text\":\"Open\",\"paper\":\"%s\"}%s,{\"text\":\"Else\"}]";
    String with =
        arrange(
            "REVIEW_TEAM",
            further.formatted(
                quoted(List.of(walled, open)),
                open,
                ",{\"text\":\"Hidden\",\"paper\":\"" + walled + "\"}"));
    String without = arrange("REVIEW_TEAM", further.formatted(quoted(List.of(open)), open, ""));

    assertThat(shape(practitioner, with)).isEqualTo(shape(practitioner, without));
    assertThat(traceOf(practitioner, with)).isEqualTo(traceOf(practitioner, without));
    assertThat(texts(json(with, token(reviewer)).get("agenda"), "text"))
        .containsExactly("Open", "Hidden", "Else");
    assertThat(texts(json(with, token(practitioner)).get("agenda"), "text"))
        .containsExactly("Open", "Else");
  }

  @Test
  void whatSomebodySeesOfPapersIsOnRecordAndNothingElse_rule29() {
    String open = paper("Open");
    String walled = paper("Walled");
    wall(manager, walled);
    ACCESS.permit(manager, caseId);
    String meeting = arrange("REVIEW_TEAM", ",\"papers\":" + quoted(List.of(open, walled)));
    int before = ACCESS.asked().size();

    get(meeting, token(manager));

    assertThat(askedSince(before, manager))
        .containsExactly("readMeetings " + caseId, "find " + open);
  }

  @Test
  void whoeverMayNotFindAPaperDoesNotTakeItAwayByChangingTheMeeting_rule2() {
    String narrative = paper("Narrative");
    String meeting =
        arrange(
            "REVIEW_TEAM",
            """
            ,"papers":["%1$s"],
             "agenda":[{"text":"Welcome"},{"text":"It","paper":"%1$s"},{"text":"Close"}]
            """
                .formatted(narrative));

    body(
        200,
        change(
            manager,
            meeting,
            "\"1\"",
            "{\"papers\":[],\"agenda\":[{\"text\":\"Tea\"},{\"text\":\"End\"}],\"place\":\"Hall\"}"));

    JsonNode seen = json(meeting, token(reviewer));
    assertThat(texts(seen.get("papers"), "version")).containsExactly(narrative);
    assertThat(texts(seen.get("agenda"), "text")).containsExactly("Tea", "It", "End");
    assertThat(seen.get("place").asString()).isEqualTo("Hall");
    assertThat(texts(json(meeting, token(manager)).get("agenda"), "text"))
        .containsExactly("Tea", "End");
  }

  @Test
  void whoeverFindsAPaperTakesItOff() {
    String narrative = paper("Narrative");
    String meeting = arrange("REVIEW_TEAM", ",\"papers\":" + quoted(List.of(narrative)));

    body(200, change(reviewer, meeting, "\"1\"", "{\"papers\":[]}"));

    assertThat(json(meeting, token(reviewer)).get("papers")).isEmpty();
  }

  @Test
  void aPaperThatIsNotOpenIsRefusedLikeOneThatIsNotThere_rule2() {
    String walled = paper("Walled");
    wall(reviewer, walled);
    List<String> answers = new ArrayList<>();
    for (String paper : List.of(walled, UUID.randomUUID().toString())) {
      HttpResponse<String> answer =
          post(reviewer, meetings, wanted("REVIEW_TEAM", ",\"papers\":" + quoted(List.of(paper))));
      assertThat(refusedField(answer)).isEqualTo("papers");
      answers.add(answer.body());
    }
    assertThat(answers.getFirst()).isEqualTo(answers.getLast());
  }

  @Test
  void delicatePapersStayOutOfCaseGroupMeetings_rule7() {
    String delicate = paper("Delicate");
    ACCESS.relabel(delicate, "delicate", true);
    String papers = ",\"papers\":" + quoted(List.of(delicate));

    assertThat(refusedField(post(reviewer, meetings, wanted("CASE_GROUP", papers))))
        .isEqualTo("papers");
    String meeting = arrange("CASE_GROUP", "");
    assertThat(refusedField(change(reviewer, meeting, "\"1\"", "{" + papers.substring(1) + "}")))
        .isEqualTo("papers");
    body(201, post(reviewer, meetings, wanted("REVIEW_TEAM", papers)));
  }

  @ParameterizedTest
  @CsvSource({
    "CASE_GROUP,403",
    "INTRODUCTORY,403",
    "FINISHING,403",
    "REVIEW_TEAM,201",
    "SENIOR_MANAGERS,201"
  })
  void withoutAnEarlyDiscussionNobodyMeetsPractitioners_rule17(String kind, int status) {
    PersonId lead = PersonId.create();
    ACCESS.permit(lead, "manageMeetings", caseId);

    assertThat(post(lead, meetings, wanted(kind, "")).statusCode()).isEqualTo(status);

    String meeting = arrange(kind, "");
    assertThat(change(lead, meeting, "\"1\"", "{\"title\":\"Other\"}").statusCode())
        .isEqualTo(status == 201 ? 200 : 403);
  }

  @Test
  void changesOfTwoPeopleDoNotOverwriteEachOther() {
    String meeting = arrange("REVIEW_TEAM", "");

    assertThat(change(reviewer, meeting, null, "{}").statusCode()).isEqualTo(428);
    body(200, change(reviewer, meeting, "\"1\"", "{\"title\":\"Second\"}"));
    assertThat(change(manager, meeting, "\"1\"", "{\"title\":\"Third\"}").statusCode())
        .isEqualTo(412);
    assertThat(json(meeting, token(reviewer)).get("title").asString()).isEqualTo("Second");
  }

  @Test
  void anEndIsTakenAwayByNamingTheBeginningAlone() {
    String meeting = arrange("REVIEW_TEAM", ",\"until\":\"2026-11-30T12:30:00Z\"");

    body(200, change(reviewer, meeting, "\"1\"", "{\"title\":\"Second\"}"));
    assertThat(json(meeting, token(reviewer)).get("until").isNull()).isFalse();
    body(200, change(reviewer, meeting, "\"2\"", "{\"at\":\"" + AT + "\"}"));
    assertThat(json(meeting, token(reviewer)).get("until").isNull()).isTrue();
  }

  @Test
  void aListIsPagedNewestArrangedFirst() {
    List<String> arranged = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      arranged.add(arrange("REVIEW_TEAM", "").replaceFirst(".*/", ""));
    }

    arranged.sort(Comparator.reverseOrder());

    JsonNode first = json(meetings + "?limit=2", token(manager));
    JsonNode second =
        json(meetings + "?limit=2&after=" + first.get("next").asString(), token(manager));

    assertThat(texts(first.get("items"), "id")).isEqualTo(arranged.subList(0, 2));
    assertThat(texts(second.get("items"), "id")).isEqualTo(arranged.subList(2, 3));
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(get(meetings + "?after=x", token(manager)).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsSentTwiceIsArrangedOnceAndItsWordsAreNowhereInTheClear() {
    String wanted = wanted("REVIEW_TEAM", "").replace("Analysis", "Zymurgy");
    HttpResponse<String> once = postOnce(reviewer, "m", meetings, wanted);

    assertThat(postOnce(reviewer, "m", meetings, wanted).body()).isEqualTo(once.body());
    assertThat(json(meetings, token(reviewer)).get("items")).hasSize(1);
    assertThat(
            jdbc.sql(
                    """
                    select
                      (select count(*) from meeting_states where position('Zymurgy'::bytea in words) > 0)
                      + (select count(*) from idempotency_keys where request || body like '%Zymurgy%')
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aMeetingThatIsNotOpenIsAskedAboutLikeOneThatIsNotThere_rule2() {
    String walled = arrange("REVIEW_TEAM", "");
    String absent = "/api/evidence/meetings/" + MeetingId.create();
    PersonId stranger = PersonId.create();

    for (PersonId person : List.of(stranger, practitioner)) {
      assertThat(get(walled, token(person)).statusCode()).isEqualTo(404);
      assertThat(get(walled, token(person)).body()).isEqualTo(get(absent, token(person)).body());
      assertThat(kinds(traceOf(person, walled))).isEqualTo(kinds(traceOf(person, absent)));
      assertThat(change(person, walled, "\"1\"", "{}").body())
          .isEqualTo(change(person, absent, "\"1\"", "{}").body())
          .isEqualTo(get("/api/evidence/meetings/x", token(person)).body());
      assertThat(post(person, meetings, "{}").statusCode()).isEqualTo(404);
    }
    assertThat(get(meetings, token(stranger)).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutAccessServiceNothingIsShown() {
    String meeting = arrange("REVIEW_TEAM", "");
    ACCESS.goDown();

    assertThat(get(meeting, token(reviewer)).statusCode()).isEqualTo(503);
    assertThat(get(meetings, token(reviewer)).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"meetings", "meeting_states", "meeting_invitations", "meeting_attendances"})
  void statesAreNeverChangedOrRemoved(String table) {
    assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
        .isInstanceOf(DataAccessException.class);
  }

  private static List<String> kinds(List<String> trace) {
    return trace.stream().map(it -> it.replaceFirst(" .*", "")).toList();
  }

  /** A meeting as somebody sees it, without what differs from one to the next. */
  private String shape(PersonId reader, String meeting) {
    return get(meeting, token(reader)).body().replace(meeting.replaceFirst(".*/", ""), "");
  }

  private List<String> traceOf(PersonId reader, String path) {
    int before = ACCESS.asked().size();
    int checked = ACCESS.audiencesChecked();
    get(path, token(reader));
    List<String> trace = new ArrayList<>(askedSince(before, reader));
    trace.add(ACCESS.audiencesChecked() - checked + " checks");
    return trace;
  }
}
