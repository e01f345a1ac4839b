package org.cordon.evidence.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MinutesTest extends MeetingCase {
  private final PersonId lead = PersonId.create();

  @BeforeEach
  void write() {
    ACCESS.permit(lead, caseId);
    ACCESS.permit(lead, "readMeetings", caseId);
    ACCESS.permit(lead, "manageMeetings", caseId);
  }

  private JsonNode labelsOf(JsonNode begun) {
    String paper = "/api/evidence/papers/" + begun.get("paper").asString();
    return ACCESS.labelsOf(json(paper, token(lead)).get("draft").get("version").asString());
  }

  @Test
  void minutesAreWrittenFromTheMeetingsPapers_rule4() {
    String narrative = paper("Narrative");
    String other = paper("Other");
    String meeting = arrange("REVIEW_TEAM", ",\"papers\":" + quoted(List.of(narrative, other)));

    JsonNode begun = body(201, post(lead, meeting + "/minutes", ""));

    JsonNode paper = json("/api/evidence/papers/" + begun.get("paper").asString(), token(lead));
    assertThat(paper.get("kind").asString()).isEqualTo("MINUTES");
    assertThat(paper.get("title").asString()).isEqualTo("Minutes: Analysis");
    assertThat(texts(labelsOf(begun).get("sources"))).containsExactlyInAnyOrder(narrative, other);
    assertThat(texts(json(meeting, token(lead)).get("minutes")))
        .containsExactly(begun.get("paper").asString());
  }

  @Test
  void minutesHoldTheAccountsOfThePractitionersWhoWereThere_rule2() {
    String meeting =
        arrange("CASE_GROUP", ",\"invited\":" + quoted(List.of(practitioner, colleague, reviewer)));
    JsonNode before = body(201, post(lead, meeting + "/minutes", ""));
    assertThat(texts(labelsOf(before).get("accountsOf")))
        .containsExactlyInAnyOrder(practitioner.toString(), colleague.toString());

    body(200, change(reviewer, meeting, "\"1\"", "{\"at\":\"2026-01-30T10:00:00Z\"}"));
    String there = "{\"attended\":" + quoted(List.of(practitioner, reviewer)) + "}";
    body(200, post(reviewer, meeting + "/attendance", there));
    JsonNode after = body(201, post(lead, meeting + "/minutes", ""));
    assertThat(texts(labelsOf(after).get("accountsOf"))).containsExactly(practitioner.toString());
  }

  @Test
  void minutesAreSeenByThoseWhoMayFindThemAlone_rule2() {
    String with = arrange("REVIEW_TEAM", "");
    String without = arrange("REVIEW_TEAM", "");
    JsonNode begun = body(201, post(lead, with + "/minutes", ""));
    wall(
        reviewer,
        json("/api/evidence/papers/" + begun.get("paper").asString(), token(lead))
            .get("draft")
            .get("version")
            .asString());

    assertThat(json(with, token(reviewer)).get("minutes")).isEmpty();
    assertThat(get(with, token(reviewer)).body().replaceAll("[0-9a-f-]{36}", ""))
        .isEqualTo(get(without, token(reviewer)).body().replaceAll("[0-9a-f-]{36}", ""));
  }

  @Test
  void whatIsSentTwiceIsBegunOnce() {
    String meeting = arrange("REVIEW_TEAM", "");

    HttpResponse<String> once = postOnce(lead, "minutes", meeting + "/minutes", "");
    HttpResponse<String> again = postOnce(lead, "minutes", meeting + "/minutes", "");

    assertThat(body(201, again)).isEqualTo(body(201, once));
    assertThat(json(meeting, token(lead)).get("minutes")).hasSize(1);
  }

  @Test
  void whoeverWritesNoMinutesOrSeesNoMeetingsBeginsNone() {
    String meeting = arrange("REVIEW_TEAM", "");
    String absent = "/api/evidence/meetings/" + MeetingId.create();

    PersonId adviser = PersonId.create();
    ACCESS.permit(adviser, "readMeetings", caseId);
    for (PersonId person : List.of(adviser, practitioner)) {
      assertThat(post(person, meeting + "/minutes", "").body())
          .isEqualTo(post(person, absent + "/minutes", "").body())
          .contains("\"status\":404");
    }
  }
}
