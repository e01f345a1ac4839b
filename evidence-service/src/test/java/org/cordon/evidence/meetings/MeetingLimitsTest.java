package org.cordon.evidence.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.cordon.platform.ids.MeetingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MeetingLimitsTest extends MeetingCase {

  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"kind\":\"REVIEW_TEAM\"|\"kind\":null|kind",
        "\"kind\":\"REVIEW_TEAM\"|\"kind\":\"PARTY\"|kind",
        "\"title\":\"Analysis\"|\"title\":\" \"|title",
        "\"title\":\"Analysis\"|\"title\":\"a\\nb\"|title",
        "\"place\":\"Room 2\"|\"place\":null|place",
        "\"at\":\"2026-11-30T10:00:00Z\"|\"at\":null|at",
        "\"at\":\"2026-11-30T10:00:00Z\"|\"at\":\"1999-11-30T10:00:00Z\"|at",
        "\"place\":\"Room 2\"|\"place\":\"Room 2\",\"until\":\"2026-11-30T10:00:00Z\"|until",
        "\"place\":\"Room 2\"|\"place\":\"Room 2\",\"until\":\"2026-12-30T10:00:00Z\"|until",
        "\"place\":\"Room 2\"|\"place\":\"Room 2\",\"invited\":[null]|invited",
        "\"place\":\"Room 2\"|\"place\":\"Room 2\",\"agenda\":[{\"text\":\"\"}]|agenda[0].text",
        "\"place\":\"Room 2\"|\"place\":\"Room 2\",\"more\":1|more"
      })
  void whatDoesNotFitIsNamedByItsField(String right, String wrong, String field) {
    HttpResponse<String> answer =
        post(reviewer, meetings, wanted("REVIEW_TEAM", "").replace(right, wrong));

    assertThat(refusedField(answer)).isEqualTo(field);
  }

  @Test
  void aLineOfTheAgendaIsTiedToAPaperOfTheMeetingAlone() {
    String narrative = paper("Narrative");
    String agenda = ",\"agenda\":[{\"text\":\"It\",\"paper\":\"" + narrative + "\"}]";

    assertThat(refusedField(post(reviewer, meetings, wanted("REVIEW_TEAM", agenda))))
        .isEqualTo("agenda[0].paper");
  }

  @Test
  void everyListHasALimit() {
    assertFits("invited", MeetingPlan.MAX_INVITED, "\"%s\"");
    assertFits("agenda", MeetingPlan.MAX_AGENDA, "{\"text\":\"%s\"}");
    List<String> papers = people(MeetingPlan.MAX_PAPERS + 1, "LEGAL_ADVISER");
    assertThat(
            refusedField(
                post(reviewer, meetings, wanted("REVIEW_TEAM", ",\"papers\":" + quoted(papers)))))
        .isEqualTo("papers");
    String twice = quoted(List.of(practitioner, practitioner));
    assertThat(
            refusedField(post(reviewer, meetings, wanted("REVIEW_TEAM", ",\"invited\":" + twice))))
        .isEqualTo("invited");
  }

  private void assertFits(String field, int most, String form) {
    for (int size : List.of(most, most + 1)) {
      String members =
          people(size, "LEGAL_ADVISER").stream()
              .map(form::formatted)
              .collect(Collectors.joining(",", "[", "]"));
      HttpResponse<String> answer =
          post(reviewer, meetings, wanted("REVIEW_TEAM", ",\"" + field + "\":" + members));
      assertThat(answer.statusCode()).as(field + " " + size).isEqualTo(size > most ? 400 : 201);
    }
  }

  @Test
  void longTextsAreRefused() {
    String title = "t".repeat(MeetingPlan.MAX_TITLE);
    String place = "p".repeat(MeetingPlan.MAX_PLACE);
    String line = "l".repeat(AgendaLine.MAX_TEXT);
    String meeting = arrange("REVIEW_TEAM", "");

    body(
        200,
        change(
            reviewer,
            meeting,
            "\"1\"",
            "{\"title\":\"%s\",\"place\":\"%s\",\"agenda\":[{\"text\":\"%s\"}]}"
                .formatted(title, place, line)));
    assertThat(refusedField(change(reviewer, meeting, "\"2\"", "{\"title\":\"" + title + "t\"}")))
        .isEqualTo("title");
    assertThat(refusedField(change(reviewer, meeting, "\"2\"", "{\"place\":\"" + place + "p\"}")))
        .isEqualTo("place");
    assertThat(
            refusedField(
                change(reviewer, meeting, "\"2\"", "{\"agenda\":[{\"text\":\"" + line + "l\"}]}")))
        .isEqualTo("agenda[0].text");
  }

  @Test
  void aCaseHasAtMostFiveHundredMeetings() {
    jdbc.sql(
            """
            insert into meetings (id, case_id, kind, arranged_at, arranged_by)
            select gen_random_uuid(), :case, 'REVIEW_TEAM', now(), :by from generate_series(1, :most)
            """)
        .param("case", caseId.value())
        .param("by", manager.value())
        .param("most", Meetings.MOST)
        .update();

    assertThat(post(reviewer, meetings, wanted("REVIEW_TEAM", "")).statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsHiddenTakesNoRoomFromWhoeverCannotSeeIt_rule2() {
    String narrative = paper("Narrative");
    String meeting =
        arrange(
            "REVIEW_TEAM",
            ",\"papers\":[\"%1$s\"],\"agenda\":[{\"text\":\"It\",\"paper\":\"%1$s\"}]"
                .formatted(narrative));
    String full =
        people(MeetingPlan.MAX_AGENDA, "LEGAL_ADVISER").stream()
            .map("{\"text\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "{\"agenda\":[", "]}"));

    body(200, change(manager, meeting, "\"1\"", full));

    assertThat(json(meeting, token(reviewer)).get("agenda")).hasSize(MeetingPlan.MAX_AGENDA + 1);
    body(200, change(reviewer, meeting, "\"2\"", "{\"title\":\"Other\"}"));
  }

  @Test
  void whoeverIsNotInTheCaseIsNotInvited() {
    String stranger = ",\"invited\":" + quoted(List.of(MeetingId.create()));

    assertThat(refusedField(post(reviewer, meetings, wanted("REVIEW_TEAM", stranger))))
        .isEqualTo("invited");
    String meeting = arrange("REVIEW_TEAM", "");
    assertThat(refusedField(change(reviewer, meeting, "\"1\"", "{" + stranger.substring(1) + "}")))
        .isEqualTo("invited");
  }
}
