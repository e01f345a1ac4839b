package org.cordon.evidence.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsTest extends ConversationTest {
  private static final String SAID =
      "We were told of the new form by letter and nobody showed us how to fill it in.";

  @BeforeEach
  void theParticipantReadsTheirOwn() {
    ACCESS.permit(nurse, caseId);
  }

  @Test
  void aRecordHoldsTheParticipantsAccountFromTheBeginning_rule4() {
    JsonNode conversation = held();
    String draft = draft(conversation).path("version").asString();

    assertThat(ACCESS.isDraft(draft)).isTrue();
    assertThat(ACCESS.labelsOf(draft).path("accountsOf").valueStream().map(JsonNode::asString))
        .containsExactly(nurse.toString());
    assertThat(ACCESS.labelsOf(draft).path("kind").asString()).isEqualTo("CONVERSATION_RECORD");
  }

  @Test
  void theParticipantReadsTheFrozenRecordWithWhoWasThereAndWhen_rule12() {
    JsonNode conversation = held();
    write(conversation, Map.of("kind", "HEADING", "text", "How?", "section", "QUESTION"));
    write(conversation, answer(SAID));
    assertThat(get(record(conversation), token(nurse)).body()).isEqualTo(absent());

    JsonNode frozen = freeze(conversation);

    JsonNode read = json(record(conversation), token(nurse));
    assertThat(read.path("version").asString()).isEqualTo(frozen.path("id").asString());
    assertThat(read.path("present").asString()).contains("union representative");
    assertThat(read.path("passages").path(1).path("text").asString()).isEqualTo(SAID);
    assertThat(read.path("quarantined").asString()).isEmpty();
    assertThat(read.path("confirmed").isNull()).isTrue();
    assertThat(ACCESS.delivered()).isNotEmpty();
    assertThat(json(path(conversation), token(nurse)).path("recorded").asBoolean()).isTrue();
  }

  @Test
  void aVersionKeepsWhatTheParticipantHadBeenShownBefore_rule11() {
    JsonNode shown = add("minutes.txt", utf8("Minutes"));
    JsonNode hidden = add("other.txt", utf8("Other"));
    ACCESS.exposed(nurse, caseId, version(shown), "read");
    ACCESS.exposed(nurse, caseId, version(hidden), "find");
    JsonNode conversation = held();
    write(conversation, answer(SAID));
    freeze(conversation);
    String path = record(conversation) + "/versions/1/exposures";

    assertThat(versions(json(path, token(lead))))
        .containsExactly(version(shown).toString(), version(hidden).toString());
    assertThat(json(path, token(lead)).path("items").path(0).path("entry").asString()).isNotEmpty();
    ACCESS.wall(reviewer, version(hidden));
    assertThat(versions(json(path, token(reviewer)))).containsExactly(version(shown).toString());
    assertThat(get(path, token(nurse)).body()).isEqualTo(absent());
  }

  @Test
  void aConversationHasOneRecord_andARepeatedRequestBeginsOne() {
    JsonNode conversation = planned(plan());
    String key = UUID.randomUUID().toString();
    Map<String, Object> sitting = sitting();

    String first = post(reviewer, path(conversation) + "/records", sitting, key).body();
    assertThat(post(reviewer, path(conversation) + "/records", sitting, key).body())
        .isEqualTo(first);
    assertThat(begin(conversation).statusCode()).isEqualTo(409);
  }

  @Test
  void timesAndPresenceHaveLimits() {
    JsonNode conversation = planned(plan());
    Instant now = Instant.now();
    for (Map.Entry<String, Object> each :
        List.of(
            Map.<String, Object>entry("endedAt", now.plusSeconds(600).toString()),
            Map.<String, Object>entry("endedAt", now.minus(Duration.ofDays(1)).toString()),
            Map.<String, Object>entry("startedAt", now.minus(Duration.ofDays(900)).toString()),
            Map.<String, Object>entry("startedAt", now.minus(Duration.ofDays(2)).toString()),
            Map.<String, Object>entry("present", "x".repeat(1_001)),
            Map.<String, Object>entry("present", " "))) {
      Map<String, Object> sitting = new HashMap<>(sitting());
      sitting.put(each.getKey(), each.getValue());
      assertThat(post(reviewer, path(conversation) + "/records", sitting).statusCode())
          .as(each.toString())
          .isEqualTo(400);
    }
    Map<String, Object> longest = sitting();
    longest.put("present", "x".repeat(1_000));
    created(post(reviewer, path(conversation) + "/records", longest));
  }

  @Test
  void walledIsAbsentOnEveryAddressOfARecord_rule2() {
    JsonNode conversation = held();
    JsonNode passage = write(conversation, answer(SAID)).path("passage");
    VersionId draft = VersionId.from(draft(conversation).path("version").asString());
    ACCESS.wall(lead, draft);
    String absent = absent();
    JsonNode unrecorded = planned(plan());

    for (JsonNode each : List.of(conversation, unrecorded)) {
      String record = record(each);
      String one = record + "/draft/passages/" + passage.path("id").asString();
      assertThat(get(record, token(lead)).body()).isEqualTo(absent);
      assertThat(get(record + "/versions/1", token(lead)).body()).isEqualTo(absent);
      assertThat(get(record + "/versions/1/exposures", token(lead)).body()).isEqualTo(absent);
      assertThat(get(record + "/draft", token(lead)).body()).isEqualTo(absent);
      assertThat(post(lead, record + "/draft", Map.of()).body()).isEqualTo(absent);
      assertThat(post(lead, record + "/draft/passages", answer("x")).body()).isEqualTo(absent);
      assertThat(post(lead, record + "/draft/passages?outsideGuide=true", answer("x")).body())
          .isEqualTo(absent);
      assertThat(put(lead, one, answer("x"), "\"1\"").body()).isEqualTo(absent);
      assertThat(post(lead, one + "/place", Map.of()).body()).isEqualTo(absent);
      assertThat(post(lead, record + "/versions", Map.of()).body()).isEqualTo(absent);
      assertThat(get(path(each) + "/corrections", token(lead)).body()).isEqualTo(absent);
      assertThat(json(path(each), token(lead)).path("recorded").asBoolean()).isFalse();
    }
  }

  @Test
  void theParticipantProposesCorrectionsThatBecomeANewVersion_rule12() {
    JsonNode conversation = held();
    write(conversation, answer(SAID));
    JsonNode first = freeze(conversation);
    String passage =
        json(record(conversation), token(nurse)).path("passages").path(0).path("id").asString();
    String path = path(conversation) + "/corrections";

    JsonNode receipt =
        created(post(nurse, path, correction(passage, "By e-mail, not by letter."), "k1"));
    assertThat(post(nurse, path, correction(passage, "By e-mail, not by letter."), "k1").body())
        .isEqualTo(JSON.writeValueAsString(receipt));
    assertThat(post(reviewer, path, correction(passage, "Mine")).body()).isEqualTo(absent());

    JsonNode listed = json(path, token(reviewer)).path("items").path(0);
    assertThat(listed.path("text").asString()).isEqualTo("By e-mail, not by letter.");
    assertThat(listed.path("why").asString()).isEqualTo("I remember it.");
    assertThat(listed.path("version").asString()).isEqualTo(first.path("id").asString());
    assertThat(listed.path("takenUpIn").isNull()).isTrue();

    created(post(reviewer, record(conversation) + "/draft", Map.of()));
    assertThat(
            put(
                    reviewer,
                    record(conversation) + "/draft/passages/" + passage,
                    answer("We were told of the new form by e-mail."),
                    "\"1\"")
                .statusCode())
        .isEqualTo(200);
    JsonNode second =
        created(
            post(
                reviewer,
                record(conversation) + "/versions",
                Map.of("takenUp", List.of(receipt.path("id").asString()))));
    assertThat(second.path("number").asInt()).isEqualTo(2);
    assertThat(json(path, token(nurse)).path("items").path(0).path("takenUpIn"))
        .isEqualTo(second.path("id"));
    assertThat(
            json(record(conversation), token(nurse))
                .path("passages")
                .path(0)
                .path("text")
                .asString())
        .contains("e-mail");
  }

  @Test
  void correctionsHaveLimitsAndNameAPassage() {
    JsonNode conversation = held();
    write(conversation, answer(SAID));
    freeze(conversation);
    String passage =
        json(record(conversation), token(nurse)).path("passages").path(0).path("id").asString();
    String path = path(conversation) + "/corrections";

    assertThat(post(nurse, path, correction(PassageId.create().toString(), "x")).statusCode())
        .isEqualTo(400);
    assertThat(post(nurse, path, correction(passage, "x".repeat(20_001))).statusCode())
        .isEqualTo(400);
    assertThat(
            post(nurse, path, Map.of("passage", passage, "text", "x", "why", "y".repeat(2_001)))
                .statusCode())
        .isEqualTo(400);
    assertThat(post(nurse, path, Map.of("passage", passage, "text", "x")).statusCode())
        .isEqualTo(400);
    created(
        post(
            nurse,
            path,
            Map.of("passage", passage, "text", "x".repeat(20_000), "why", "y".repeat(2_000))));
  }

  @Test
  void aConfirmationIsBoundToTheVersionThatWasRead_rule12() {
    JsonNode conversation = held();
    write(conversation, answer(SAID));
    JsonNode first = freeze(conversation);
    String path = path(conversation) + "/confirmation";

    assertThat(post(reviewer, path, confirmation(first)).body()).isEqualTo(absent());
    assertThat(post(nurse, path, Map.of("number", 1, "sha256", "0".repeat(64))).statusCode())
        .isEqualTo(409);
    assertThat(post(nurse, path, Map.of("number", 1)).statusCode()).isEqualTo(400);
    JsonNode confirmed = created(post(nurse, path, confirmation(first)));
    assertThat(confirmed.path("confirmed").path("by").asString()).isEqualTo(nurse.toString());
    assertThat(created(post(nurse, path, confirmation(first)))).isEqualTo(confirmed);

    created(post(reviewer, record(conversation) + "/draft", Map.of()));
    write(conversation, answer("And more."));
    freeze(conversation);

    assertThat(json(record(conversation), token(nurse)).path("confirmed").isNull()).isTrue();
    assertThat(
            json(record(conversation) + "/versions/1", token(nurse))
                .path("confirmed")
                .path("by")
                .asString())
        .isEqualTo(nurse.toString());
    assertThat(post(nurse, path, confirmation(first)).statusCode()).isEqualTo(409);
  }

  @Test
  void aStrangerWritesNoRecord() {
    JsonNode conversation = planned(plan());

    for (PersonId each : List.of(nurse, officer, PersonId.create())) {
      assertThat(post(each, path(conversation) + "/records", sitting()).body()).isEqualTo(absent());
    }
  }

  private JsonNode held() {
    JsonNode conversation = planned(plan());
    created(begin(conversation));
    return conversation;
  }

  private JsonNode draft(JsonNode conversation) {
    return json(record(conversation) + "/draft", token(reviewer));
  }

  private static String record(JsonNode conversation) {
    return path(conversation) + "/record";
  }

  private static Map<String, Object> correction(String passage, String text) {
    return Map.of("passage", passage, "text", text, "why", "I remember it.");
  }

  private static Map<String, Object> confirmation(JsonNode frozen) {
    return Map.of(
        "number", frozen.path("number").asInt(), "sha256", frozen.path("sha256").asString());
  }

  private static List<String> versions(JsonNode page) {
    return page.path("items").valueStream().map(it -> it.path("version").asString()).toList();
  }
}
