package org.cordon.evidence.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class QuarantineTest extends ConversationTest {
  private static final String OUTSIDE =
      "On that Monday I saw the father leave the house by the back door with the child.";

  @Autowired JdbcClient jdbc;

  private JsonNode conversation = JSON.nullNode();

  @BeforeEach
  void recorded() {
    ACCESS.permit(nurse, caseId);
    conversation = planned(plan());
    created(begin(conversation));
    write(conversation, answer("The rota had two gaps every week."));
  }

  @Test
  void aPassageOutsideTheGuideIsNotInTheRecordButWithTheOfficer_rule10() {
    JsonNode saved = keepOut(OUTSIDE);

    assertThat(saved.path("passage").isNull()).isTrue();
    assertThat(saved.path("quarantined").asString())
        .isEqualTo("One passage is with the approving officer.");
    assertThat(get(record() + "/draft", token(reviewer)).body())
        .contains("One passage is with the approving officer.")
        .doesNotContain("back door");
    freeze(conversation);
    for (var person : List.of(reviewer, nurse, officer)) {
      assertThat(get(record(), token(person)).body())
          .contains("One passage is with the approving officer.")
          .doesNotContain("back door");
    }
    created(post(reviewer, record() + "/draft", Map.of()));
    assertThat(keepOut("Another thing.").path("quarantined").asString()).startsWith("2 passages");
  }

  @Test
  void theApprovingOfficerAloneReadsIt_rule10() {
    keepOut(OUTSIDE);

    JsonNode listed = json(quarantined(), token(officer)).path("items");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.path(0).path("passages").path(0).path("text").asString()).isEqualTo(OUTSIDE);
    String version = quarantinedVersion(listed);
    assertThat(ACCESS.labelsOf(version).path("quarantined").asBoolean()).isTrue();
    assertThat(ACCESS.labelsOf(version).path("accountsOf").valueStream().map(JsonNode::asString))
        .containsExactly(nurse.toString());
    for (var person : List.of(reviewer, colleague, lead, nurse)) {
      assertThat(get(quarantined(), token(person)).body()).isEqualTo(absent());
      assertThat(post(person, quarantined() + "/" + version + "/decisions", release()).body())
          .isEqualTo(absent());
      String item = ACCESS.labelsOf(version).path("item").asString();
      assertThat(get("/api/evidence/items/" + item, token(person)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void itsWordsAreStoredOnlyOnceItIsMarked_rule10() {
    keepOut(OUTSIDE);
    String version = quarantinedVersion(json(quarantined(), token(officer)).path("items"));

    // The record's own draft has one passage, and so has the quarantined item's.
    assertThat(passagesOf(version)).isEqualTo(1);
    assertThat(passagesOf(json(record() + "/draft", token(reviewer)).path("version").asString()))
        .isEqualTo(1);
  }

  @Test
  void theOfficerReleasesItIntoANewVersionOfTheRecord_rule10() {
    keepOut(OUTSIDE);
    freeze(conversation);
    String version = quarantinedVersion(json(quarantined(), token(officer)).path("items"));

    JsonNode decided =
        created(post(officer, quarantined() + "/" + version + "/decisions", release()));

    assertThat(decided.path("decision").path("decision").asString()).isEqualTo("RELEASED");
    JsonNode read = json(record(), token(reviewer));
    assertThat(read.path("number").asInt()).isEqualTo(2);
    assertThat(read.path("passages").path(1).path("text").asString()).isEqualTo(OUTSIDE);
    assertThat(read.path("quarantined").asString()).isEmpty();
    assertThat(
            ACCESS.labelsOf(read.path("version").asString()).path("quarantined").asBoolean(false))
        .isFalse();
    assertThat(post(officer, quarantined() + "/" + version + "/decisions", release()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void releasedWhileADraftIsOpenItGoesIntoThatAndMayBeWrittenOn() {
    keepOut(OUTSIDE);
    String version = quarantinedVersion(json(quarantined(), token(officer)).path("items"));
    created(post(officer, quarantined() + "/" + version + "/decisions", release()));

    JsonNode draft = json(record() + "/draft", token(reviewer));
    JsonNode passage = draft.path("passages").path(1);
    HttpResponse<String> saved =
        put(
            reviewer,
            record() + "/draft/passages/" + passage.path("id").asString(),
            answer(OUTSIDE + " It was raining."),
            "\"1\"");

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(ACCESS.sourced()).doesNotContain(draft.path("version").asString() + " " + version);
  }

  @Test
  void whatWasKeptAndIsCopiedElsewhereMarksThatToo_rule10() {
    keepOut(OUTSIDE);
    String version = quarantinedVersion(json(quarantined(), token(officer)).path("items"));
    created(
        post(
            officer,
            quarantined() + "/" + version + "/decisions",
            Map.of("decision", "KEPT", "reason", "It is evidence.")));

    write(conversation, answer("She told us: " + OUTSIDE));

    String draft = json(record() + "/draft", token(reviewer)).path("version").asString();
    assertThat(ACCESS.sourced()).contains(draft + " " + version);
    assertThat(get(record() + "/draft", token(reviewer)).body())
        .doesNotContain("approving officer");
  }

  @Test
  void aDecisionNeedsAReasonWithinItsLimit() {
    keepOut(OUTSIDE);
    String path =
        quarantined()
            + "/"
            + quarantinedVersion(json(quarantined(), token(officer)).path("items"))
            + "/decisions";

    assertThat(post(officer, path, Map.of("decision", "KEPT")).statusCode()).isEqualTo(400);
    assertThat(post(officer, path, Map.of("reason", "Because.")).statusCode()).isEqualTo(400);
    assertThat(
            post(officer, path, Map.of("decision", "KEPT", "reason", "x".repeat(2_001)))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            post(
                    officer,
                    quarantined() + "/" + VersionId.create() + "/decisions",
                    Map.of("decision", "KEPT", "reason", "x"))
                .body())
        .isEqualTo(absent());
    created(post(officer, path, Map.of("decision", "KEPT", "reason", "x".repeat(2_000))));
  }

  @Test
  void aPassageThatDoesNotFitIsRefusedBeforeAnythingIsBegun() {
    assertThat(
            post(reviewer, record() + "/draft/passages?outsideGuide=true", answer(" "))
                .statusCode())
        .isEqualTo(400);
    assertThat(get(record() + "/draft", token(reviewer)).body())
        .doesNotContain("approving officer");
  }

  private JsonNode keepOut(String text) {
    return created(post(reviewer, record() + "/draft/passages?outsideGuide=true", answer(text)));
  }

  private String record() {
    return path(conversation) + "/record";
  }

  private String quarantined() {
    return path(conversation) + "/quarantined";
  }

  private static Map<String, Object> release() {
    return Map.of("decision", "RELEASED", "reason", "It is about process after all.");
  }

  private static String quarantinedVersion(JsonNode listed) {
    return listed.path(0).path("quarantined").path("version").asString();
  }

  private int passagesOf(String draft) {
    return jdbc.sql("select count(*) from passages where draft = cast(:draft as uuid)")
        .param("draft", draft)
        .query(Integer.class)
        .single();
  }
}
