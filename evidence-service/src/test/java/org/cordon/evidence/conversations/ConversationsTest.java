package org.cordon.evidence.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationsTest extends ConversationTest {

  @Test
  void aPlanSaysWhoWhenWhereAndWhatFor() {
    JsonNode planned = planned(plan());

    JsonNode one = json(path(planned), token(reviewer));
    assertThat(one.path("participant").asString()).isEqualTo(nurse.toString());
    assertThat(one.path("form").asString()).isEqualTo("PRACTITIONER");
    assertThat(one.path("plan").path("place").asString()).isEqualTo("Room 4, Mill Street");
    assertThat(one.path("plan").path("purposeTold").asString())
        .isEqualTo("To learn, not to judge.");
    assertThat(one.path("plan").path("conductors").valueStream().map(JsonNode::asString))
        .containsExactly(reviewer.toString(), colleague.toString());
    assertThat(ids(json(conversations(), token(reviewer))))
        .containsExactly(planned.path("id").asString());
  }

  @Test
  void twoMembersOfTheReviewTeamHoldItWithAPractitioner_rule9() {
    assertThat(post(reviewer, conversations(), plan()).statusCode()).isEqualTo(201);
    for (List<PersonId> conductors :
        List.of(
            List.of(reviewer, nurse),
            List.of(reviewer, reviewer),
            List.of(reviewer, liaison),
            List.of(reviewer, officer),
            List.of(reviewer, PersonId.create()),
            List.of(reviewer),
            List.of(reviewer, colleague, lead))) {
      assertInvalid(with(plan(), "conductors", conductors), "conductors");
    }
    assertThat(
            post(reviewer, conversations(), with(plan(), "conductors", List.of(lead, colleague)))
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void theLiaisonOfficerAndAReviewerHoldItWithFamilyWhoChooseTimeAndPlace_rule9() {
    assertThat(post(reviewer, conversations(), familyPlan()).statusCode()).isEqualTo(201);
    assertThat(
            post(
                    reviewer,
                    conversations(),
                    with(familyPlan(), "conductors", List.of(lead, liaison)))
                .statusCode())
        .isEqualTo(201);
    assertInvalid(with(familyPlan(), "conductors", List.of(reviewer, colleague)), "conductors");
    assertInvalid(with(familyPlan(), "conductors", List.of(officer, liaison)), "conductors");
    assertInvalid(with(familyPlan(), "timeChosenBy", null), "timeChosenBy");
    assertInvalid(with(familyPlan(), "timeChosenBy", " "), "timeChosenBy");
  }

  @Test
  void whoIsTalkedWithIsOfTheCaseGroupOrTheFamily_rule9() {
    assertInvalid(with(plan(), "participant", mother), "participant");
    assertInvalid(with(familyPlan(), "participant", nurse), "participant");
    assertInvalid(with(plan(), "participant", PersonId.create()), "participant");
  }

  @Test
  void itSaysWhetherOneOfTheTwoIsFromTheParticipantsAgency_rule9() {
    assertThat(planned(plan()).path("plan").path("mix").asString()).isEqualTo("INDEPENDENT");
    assertThat(
            planned(with(plan(), "conductors", List.of(lead, reviewer)))
                .path("plan")
                .path("mix")
                .asString())
        .isEqualTo("MIXED");
    assertThat(planned(familyPlan()).path("plan").path("mix").asString()).isEqualTo("INDEPENDENT");
  }

  @Test
  void nothingIsPlannedWithoutThePermissionThatTheEarlyDiscussionOpens_rule17() {
    HttpResponse<String> refused = post(officer, conversations(), plan());

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(absent());
    assertThat(post(officer, conversations(), Map.of()).body()).isEqualTo(absent());
  }

  @Test
  void theParticipantAndTheLiaisonSeeTheirOwnPlanAndNoOther_rule12() {
    JsonNode with = planned(familyPlan());
    JsonNode other = planned(plan());

    for (PersonId person : List.of(mother, liaison)) {
      assertThat(ids(json(conversations(), token(person))))
          .containsExactly(with.path("id").asString());
      JsonNode one = json(path(with), token(person));
      assertThat(one.path("plan").path("place").asString()).isEqualTo("Her sister's house");
      assertThat(one.path("participant").asString()).isEqualTo(mother.toString());
      assertThat(get(path(other), token(person)).body()).isEqualTo(absent());
    }
    assertThat(json(path(with), token(mother)).path("exposedTo").isNull()).isTrue();
  }

  @Test
  void absentAndForbiddenAnswerAlikeAndTakeTheSameQuestion() {
    JsonNode planned = planned(plan());
    PersonId stranger = PersonId.create();
    String missing = "/api/evidence/conversations/" + ConversationId.create();
    String absent = absent();

    for (String path : List.of(path(planned), missing)) {
      int before = ACCESS.asked().size();
      HttpResponse<String> answer = get(path, token(stranger));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(absent);
      assertThat(
              ACCESS.asked().subList(before, ACCESS.asked().size()).stream()
                  .map(it -> it.split(" ", -1)[1]))
          .containsExactly("readConversations", "readOwnConversations");

      before = ACCESS.asked().size();
      assertThat(put(stranger, path, plan(), "\"1\"").body()).isEqualTo(absent);
      assertThat(ACCESS.asked().size() - before).isEqualTo(1);
    }
    assertThat(get(conversations(), token(stranger)).body()).isEqualTo(absent());
    assertThat(
            get("/api/evidence/cases/" + CaseId.create() + "/conversations", token(reviewer))
                .body())
        .isEqualTo(absent());
  }

  @Test
  void conductorsSeeWhatTheParticipantHasBeenShownAsFarAsTheyMayFindIt_rule11() {
    JsonNode shown = add("minutes.txt", utf8("Minutes of the core group"));
    JsonNode hidden = add("statement.txt", utf8("A statement"));
    ACCESS.exposed(nurse, caseId, version(shown), "read");
    ACCESS.exposed(nurse, caseId, version(hidden), "read");
    ACCESS.exposed(nurse, caseId, version(shown), "read");
    ACCESS.wall(reviewer, version(hidden));
    JsonNode planned = planned(plan());
    int before = ACCESS.asked().size();

    JsonNode exposed = json(path(planned), token(reviewer)).path("exposedTo").path("shown");

    assertThat(exposed.valueStream().map(it -> it.path("version").asString()))
        .containsExactly(version(shown).toString());
    assertThat(exposed.path(0).path("title").asString()).isEqualTo("minutes.txt");
    assertThat(ACCESS.asked().subList(before, ACCESS.asked().size()))
        .noneMatch(it -> it.contains(version(hidden).toString()))
        .anyMatch(it -> it.contains("find " + version(shown)));
    assertThat(json(path(planned), token(lead)).path("exposedTo").isNull()).isTrue();
  }

  @Test
  void aFollowUpIsWithTheSamePersonInTheSameCase() {
    JsonNode first = planned(plan());
    JsonNode second = planned(with(plan(), "followUpOf", first.path("id").asString()));

    assertThat(second.path("followUpOf")).isEqualTo(first.path("id"));
    assertThat(
            json(path(first), token(reviewer))
                .path("followUps")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactly(second.path("id").asString());
    assertInvalid(with(familyPlan(), "followUpOf", first.path("id").asString()), "followUpOf");
    assertInvalid(with(plan(), "followUpOf", ConversationId.create()), "followUpOf");
  }

  @Test
  void aPlanIsChangedByWhoSawTheNewestOne() {
    JsonNode planned = planned(plan());
    Map<String, Object> later = with(plan(), "place", "The library");

    assertThat(put(reviewer, path(planned), later, null).statusCode()).isEqualTo(428);
    HttpResponse<String> changed = put(reviewer, path(planned), later, "\"1\"");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(put(reviewer, path(planned), plan(), "\"1\"").statusCode()).isEqualTo(412);
    assertThat(
            put(reviewer, path(planned), with(plan(), "conductors", List.of(nurse, lead)), "\"2\"")
                .statusCode())
        .isEqualTo(400);
    assertThat(put(reviewer, path(planned), familyPlan(), "\"2\"").statusCode()).isEqualTo(400);
    JsonNode now = json(path(planned), token(reviewer)).path("plan");
    assertThat(now.path("place").asString()).isEqualTo("The library");
    assertThat(now.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void aRepeatedRequestPlansOnce() {
    String key = UUID.randomUUID().toString();

    String first = post(reviewer, conversations(), plan(), key).body();
    assertThat(post(reviewer, conversations(), plan(), key).body()).isEqualTo(first);
    assertThat(ids(json(conversations(), token(reviewer)))).hasSize(1);
    assertThat(
            post(reviewer, conversations(), with(plan(), "place", "Elsewhere"), key).statusCode())
        .isEqualTo(409);
  }

  @Test
  void theListComesInPages() {
    List<String> planned = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      planned.add(planned(plan()).path("id").asString());
    }

    JsonNode first = json(conversations() + "?limit=2", token(reviewer));
    JsonNode rest =
        json(conversations() + "?limit=3&after=" + first.path("next").asString(), token(reviewer));

    assertThat(Stream.concat(ids(first).stream(), ids(rest).stream()).toList()).isEqualTo(planned);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(get(conversations() + "?limit=201", token(reviewer)).statusCode()).isEqualTo(400);
    assertThat(get(conversations() + "?after=x", token(reviewer)).statusCode()).isEqualTo(400);
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of("place", 300),
        Arguments.of("timeChosenBy", 200),
        Arguments.of("purposeTold", 2_000),
        Arguments.of("present", 1_000));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void textsHaveLimits(String field, int most) {
    assertThat(post(reviewer, conversations(), with(plan(), field, "x".repeat(most))).statusCode())
        .isEqualTo(201);
    assertInvalid(with(plan(), field, "x".repeat(most + 1)), field);
    assertInvalid(with(plan(), field, "turned\u202Eround"), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"participant", "form", "conductors", "at", "place"})
  void whatAPlanNeedsIsMissed(String field) {
    assertInvalid(with(plan(), field, null), field);
  }

  @Test
  void theTimeIsWithinTwoYears() {
    for (int years : List.of(-3, 3)) {
      Instant far = Instant.now().plus(Duration.ofDays(366L * years));
      assertInvalid(with(plan(), "at", far.toString()), "at");
    }
  }

  private void assertInvalid(Map<String, Object> plan, String field) {
    HttpResponse<String> answer = post(reviewer, conversations(), plan);
    assertThat(answer.statusCode()).as(plan + " " + answer.body()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("errors").path(0).path("field").asString())
        .isEqualTo(field);
  }
}
