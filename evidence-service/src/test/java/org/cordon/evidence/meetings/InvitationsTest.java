package org.cordon.evidence.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvitationsTest extends MeetingCase {
  private static final String PAST = "\"at\":\"2026-01-30T10:00:00Z\"";

  private String both() {
    return ",\"invited\":" + quoted(List.of(practitioner, colleague));
  }

  @Test
  void aMeetingIsSeenByThoseItInvitesOnceItIsSent() {
    String meeting = arrange("CASE_GROUP", both());
    assertThat(get(meeting, token(practitioner)).statusCode()).isEqualTo(404);
    assertThat(json(meetings, token(practitioner)).get("items")).isEmpty();

    assertThat(texts(send(reviewer, meeting, 1, true).get("sent"))).hasSize(2);
    assertThat(get(meeting, token(practitioner)).statusCode()).as("rehearsed").isEqualTo(404);
    assertThat(texts(send(manager, meeting, 1, false).get("sent"))).hasSize(2);

    assertThat(json(meetings, token(practitioner)).get("items")).hasSize(1);
    JsonNode seen = json(meeting, token(practitioner));
    assertThat(texts(seen.get("invited"))).containsExactly(practitioner.toString());
    assertThat(texts(seen.get("sent"), "person")).containsExactly(practitioner.toString());
    assertThat(texts(json(meeting, token(reviewer)).get("sent"), "person")).hasSize(2);
  }

  @Test
  void itGoesToNobodyWhileOneOfThemCouldNotReadAPaper_rule18() {
    String narrative = paper("Narrative");
    wall(colleague, narrative);
    String meeting = arrange("CASE_GROUP", ",\"papers\":" + quoted(List.of(narrative)) + both());

    for (boolean rehearse : List.of(true, false)) {
      JsonNode outcome = send(reviewer, meeting, 1, rehearse);
      assertThat(outcome.get("sent")).isEmpty();
      assertThat(texts(outcome.get("needDecision"))).containsExactly(colleague.toString());
    }
    assertThat(get(meeting, token(practitioner)).statusCode()).isEqualTo(404);

    body(
        200,
        change(reviewer, meeting, "\"1\"", "{\"invited\":" + quoted(List.of(practitioner)) + "}"));
    assertThat(texts(send(reviewer, meeting, 2, false).get("sent")))
        .containsExactly(practitioner.toString());
    assertThat(texts(json(meeting, token(practitioner)).get("papers"), "title"))
        .containsExactly("Narrative");
  }

  @Test
  void somebodyWhoseRoleReadsNoPapersCouldReadNone_rule18() {
    PersonId stranger = PersonId.from(people(1, "BUSINESS_MANAGER").getFirst());
    String meeting =
        arrange(
            "CASE_GROUP",
            ",\"papers\":%s,\"invited\":%s"
                .formatted(quoted(List.of(paper("Narrative"))), quoted(List.of(stranger))));

    assertThat(texts(send(reviewer, meeting, 1, false).get("needDecision")))
        .containsExactly(stranger.toString());
  }

  @Test
  void aPaperThatBecameDelicateIsNotSentToTheCaseGroup_rule7() {
    String narrative = paper("Narrative");
    String meeting = arrange("CASE_GROUP", ",\"papers\":" + quoted(List.of(narrative)) + both());
    ACCESS.relabel(narrative, "delicate", true);

    assertThat(matched(reviewer, "POST", meeting + "/invitations", "\"1\"", "{}").statusCode())
        .isEqualTo(409);
    assertThat(get(meeting, token(practitioner)).statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverWasInvitedSeesTheMeetingAsItWasSentToThem() {
    String meeting = arrange("CASE_GROUP", both());
    send(reviewer, meeting, 1, false);

    body(200, change(reviewer, meeting, "\"1\"", "{\"place\":\"Another room\"}"));
    assertThat(json(meeting, token(practitioner)).get("place").asString()).isEqualTo("Room 2");
    assertThat(json(meetings, token(practitioner)).get("items").get(0).get("place").asString())
        .isEqualTo("Room 2");
    assertThat(json(meeting, token(reviewer)).get("place").asString()).isEqualTo("Another room");

    send(reviewer, meeting, 2, false);
    assertThat(json(meeting, token(practitioner)).get("place").asString())
        .isEqualTo("Another room");
  }

  @Test
  void whoeverIsNoLongerInvitedNoLongerSeesTheMeetingOnceItIsSentAgain() {
    String meeting = arrange("CASE_GROUP", both());
    send(reviewer, meeting, 1, false);
    String one = "{\"invited\":" + quoted(List.of(practitioner)) + "}";
    body(200, change(reviewer, meeting, "\"1\"", one));
    assertThat(get(meeting, token(colleague)).statusCode()).isEqualTo(200);

    send(reviewer, meeting, 2, false);
    assertThat(get(meeting, token(colleague)).statusCode()).isEqualTo(404);
    assertThat(json(meetings, token(colleague)).get("items")).isEmpty();
    assertThat(get(meeting + "/calendar", token(colleague)).statusCode()).isEqualTo(404);

    body(200, change(reviewer, meeting, "\"2\"", "{" + both().substring(1) + "}"));
    send(reviewer, meeting, 3, false);
    assertThat(get(meeting, token(colleague)).statusCode()).isEqualTo(200);
  }

  @Test
  void aRoleThatIsTakenAwayTakesTheMeetingsWithIt_rule1() {
    PersonId former = PersonId.from(people(1, "CASE_GROUP_MEMBER").getFirst());
    String meeting = arrange("CASE_GROUP", ",\"invited\":" + quoted(List.of(former)));
    send(reviewer, meeting, 1, false);

    assertThat(get(meeting, token(former)).statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasChangedMeanwhileIsNotSent() {
    String meeting = arrange("CASE_GROUP", both());
    body(200, change(reviewer, meeting, "\"1\"", "{\"place\":\"Another room\"}"));
    String path = meeting + "/invitations";

    assertThat(matched(manager, "POST", path, "\"1\"", "{}").statusCode()).isEqualTo(412);
    assertThat(matched(manager, "POST", path, null, "{}").statusCode()).isEqualTo(428);
    String nobody = arrange("CASE_GROUP", "");
    assertThat(matched(manager, "POST", nobody + "/invitations", "\"1\"", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void withoutAnEarlyDiscussionNothingIsSentToPractitioners_rule17() {
    String meeting = arrange("CASE_GROUP", both());
    PersonId lead = PersonId.create();
    ACCESS.permit(lead, "manageMeetings", caseId);

    assertThat(matched(lead, "POST", meeting + "/invitations", "\"1\"", "{}").statusCode())
        .isEqualTo(403);
    assertThat(post(lead, meeting + "/attendance", attended(practitioner, "")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void withoutAnEarlyDiscussionNoPractitionerComesToAnyMeeting_rule17() {
    PersonId lead = PersonId.create();
    ACCESS.permit(lead, "manageMeetings", caseId);

    assertThat(post(lead, meetings, wanted("REVIEW_TEAM", both())).statusCode()).isEqualTo(403);
    String meeting = arrange("REVIEW_TEAM", both());
    assertThat(matched(lead, "POST", meeting + "/invitations", "\"1\"", "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void attendanceIsPutOnRecord() {
    String meeting = past("");
    send(reviewer, meeting, 2, false);

    JsonNode outcome =
        body(200, post(manager, meeting + "/attendance", attended(practitioner, "")));

    assertThat(texts(outcome.get("recorded"))).containsExactly(practitioner.toString());
    JsonNode attendance = json(meeting, token(reviewer)).get("attendance");
    assertThat(texts(attendance.get("attended"))).containsExactly(practitioner.toString());
    assertThat(attendance.get("exposed")).isEmpty();
    assertThat(attendance.get("recordedBy").asString()).isEqualTo(manager.toString());
    assertThat(texts(json(meeting, token(practitioner)).get("attendance").get("attended")))
        .hasSize(1);
    assertThat(json(meeting, token(colleague)).get("attendance").isNull()).isTrue();
  }

  @Test
  void whoeverCouldNotReadAPaperIsNamedBeforeTheyAreOnRecordAsHavingBeenThere_rule18() {
    String narrative = paper("Narrative");
    String meeting = past(",\"papers\":" + quoted(List.of(narrative)));
    wall(colleague, narrative);

    JsonNode refused = body(200, post(reviewer, meeting + "/attendance", attended(colleague, "")));
    assertThat(refused.get("recorded")).isEmpty();
    assertThat(texts(refused.get("needDecision"))).containsExactly(colleague.toString());
    assertThat(json(meeting, token(reviewer)).get("attendance").isNull()).isTrue();

    body(200, post(reviewer, meeting + "/attendance", attended(colleague, ",\"allTheSame\":true")));
    assertThat(texts(json(meeting, token(reviewer)).get("attendance").get("exposed")))
        .containsExactly(colleague.toString());
  }

  @Test
  void attendanceWaitsForTheMeetingAndHasALimit() {
    String later = arrange("REVIEW_TEAM", "");
    body(200, change(reviewer, later, "\"1\"", "{\"at\":\"2031-01-01T10:00:00Z\"}"));
    assertThat(post(reviewer, later + "/attendance", attended(colleague, "")).statusCode())
        .isEqualTo(409);

    String meeting = past("");
    assertThat(refusedField(post(reviewer, meeting + "/attendance", "{}"))).isEqualTo("attended");
    assertThat(refusedField(post(reviewer, meeting + "/attendance", "{\"attended\":[null]}")))
        .isEqualTo("attended");
    List<String> many = people(MeetingPlan.MAX_INVITED + 1, "LEGAL_ADVISER");
    assertThat(
            refusedField(
                post(reviewer, meeting + "/attendance", "{\"attended\":" + quoted(many) + "}")))
        .isEqualTo("attended");
    body(
        200,
        post(
            reviewer,
            meeting + "/attendance",
            "{\"attended\":" + quoted(many.subList(1, many.size())) + "}"));
  }

  @Test
  void aFileForACalendarSaysWhenAndWhereAndNothingElse() {
    String narrative = paper("Narrative");
    String meeting =
        arrange(
            "CASE_GROUP",
            ",\"agenda\":[{\"text\":\"Sensitive\"}],\"papers\":"
                + quoted(List.of(narrative))
                + both());
    send(reviewer, meeting, 1, false);

    HttpResponse<String> file = get(meeting + "/calendar", token(practitioner));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"meeting.ics\"");
    assertThat(file.body().lines())
        .contains("SUMMARY:Meeting", "LOCATION:Room 2", "DTSTART:20261130T100000Z");
    assertThat(file.body())
        .doesNotContain("Analysis", "Sensitive", "Narrative", "CASE", "case", narrative)
        .doesNotContain(caseId.toString(), practitioner.toString(), reviewer.toString());
  }

  @Test
  void whatIsNotOpenAnswersLikeWhatIsNotThere_rule2() {
    String meeting = arrange("CASE_GROUP", both());
    String absent = "/api/evidence/meetings/" + MeetingId.create();

    for (String path : List.of("/invitations", "/attendance")) {
      assertThat(matched(practitioner, "POST", meeting + path, "\"1\"", "{}").body())
          .isEqualTo(matched(practitioner, "POST", absent + path, "\"1\"", "{}").body())
          .contains("\"status\":404");
    }
    assertThat(get(meeting + "/calendar", token(practitioner)).body())
        .isEqualTo(get(absent + "/calendar", token(practitioner)).body())
        .contains("\"status\":404");
  }

  private String past(String further) {
    String meeting = arrange("CASE_GROUP", further + both());
    body(200, change(reviewer, meeting, "\"1\"", "{" + PAST + "}"));
    return meeting;
  }

  private static String attended(PersonId person, String further) {
    return "{\"attended\":[\"" + person + "\"]" + further + "}";
  }
}
