package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.cordon.gateway.testing.ConversationSamples;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPagesTest extends GatewayTest {
  private static final String RECORD = ConversationSamples.PAGE + "/record";
  private static final String CORRECT =
      RECORD + "/passages/" + ConversationSamples.PASSAGE + "/correct";
  private static final String CONFIRM = RECORD + "/versions/2/confirm";
  private static final String OUTSIDE = ConversationSamples.PAGE + "/quarantined";
  private static final String DECIDE = OUTSIDE + "/" + ConversationSamples.KEPT_OUT + "/decide";

  @BeforeEach
  void open() {
    neighbours.json(ConversationSamples.API + "/record", ConversationSamples.record(2, true));
    neighbours.json(
        ConversationSamples.API + "/record/versions/2", ConversationSamples.record(2, true));
    neighbours.json(
        ConversationSamples.API + "/record/versions/1", ConversationSamples.record(1, false));
    neighbours.json(ConversationSamples.API + "/corrections", ConversationSamples.corrections());
    as("CASE_GROUP_MEMBER", ConversationSamples.OWN, Samples.PERSON);
  }

  private void as(String role, String permissions, String participant) {
    ConversationSamples.open(neighbours, role, permissions);
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(participant, "2026-10-01T10:00:00Z", "null", true));
  }

  private void taken(String path) {
    neighbours.services().stubFor(post(urlPathEqualTo(path)).willReturn(jsonResponse("{}", 201)));
  }

  @Test
  void theParticipantReadsTheirRecordWithWhatToDoNext_rule12() {
    browser.signIn();
    var page = browser.get(RECORD);

    assertThat(page.text("#confirmed")).contains("propose a correction", "confirm");
    assertThat(page.text(".cordon-passage")).contains("Answer", "We met weekly.");
    assertThat(page.body()).doesNotContain("<script>x()");
    assertThat(page.document().select("a[href=" + CORRECT + "], a[href=" + CONFIRM + "]"))
        .hasSize(2);
    assertThat(page.text("#corrections")).contains("We met <daily>.", "Proposed");
    assertThat(page.document().select("main a[href$=draft], main a[href$=quarantined]")).isEmpty();
    assertThat(browser.get(RECORD + "/versions/1").text(".govuk-inset-text"))
        .contains("There is a newer version.");
  }

  @Test
  void theParticipantProposesACorrectionToAPassage_rule12() {
    String corrections = ConversationSamples.API + "/corrections";
    taken(corrections);
    browser.signIn();
    assertThat(browser.get(CORRECT).text("#text")).isEqualTo("We met weekly.");
    assertThat(
            browser
                .post(CORRECT, CORRECT, Map.of("key", "k", "text", ""))
                .document()
                .select(".govuk-error-summary a")
                .eachAttr("href"))
        .containsExactly("#text", "#why");

    assertThat(
            browser
                .post(CORRECT, CORRECT, Map.of("key", "k", "text", "Daily.", "why", "I know."))
                .header("Location"))
        .isEqualTo(RECORD);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(corrections))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(
                    equalToJson(
                        "{\"passage\":\"%s\",\"text\":\"Daily.\",\"why\":\"I know.\"}"
                            .formatted(ConversationSamples.PASSAGE))));
  }

  @Test
  void theParticipantConfirmsTheVersionThatTheyReadAndNoOther_rule12() {
    String confirmation = ConversationSamples.API + "/confirmation";
    taken(confirmation);
    browser.signIn();
    assertThat(browser.get(CONFIRM).document().select("input[name=sha256]").attr("value"))
        .isEqualTo(Samples.HASH);
    assertThat(browser.post(CONFIRM, CONFIRM, Map.of("sha256", Samples.HASH)).header("Location"))
        .isEqualTo(RECORD);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(confirmation))
                .withRequestBody(
                    equalToJson("{\"number\":2,\"sha256\":\"" + Samples.HASH + "\"}")));

    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(confirmation))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"x\",\"title\":\"x\",\"status\":409,\"detail\":\"Newer.\"}",
                        409)));
    assertThat(browser.post(CONFIRM, CONFIRM, Map.of("sha256", "x")).text("#confirm-error"))
        .contains("Newer.");
  }

  @Test
  void nobodyElseCorrectsOrConfirmsARecord() {
    as("LEAD_REVIEWER", ConversationSamples.REVIEWER, Samples.OTHER);
    browser.signIn();

    assertThat(browser.get(RECORD).text("main"))
        .contains("Put something right", "The participant has not confirmed this version.");
    assertThat(browser.get(RECORD).document().select("a[href$=correct], a[href$=confirm]"))
        .isEmpty();
    assertThat(browser.get(CORRECT).status()).isEqualTo(404);
    assertThat(browser.get(CONFIRM).status()).isEqualTo(404);
    assertThat(browser.post(RECORD, CONFIRM, Map.of("sha256", Samples.HASH)).status())
        .isEqualTo(404);
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void theOfficerReadsWhatWentOutsideTheGuide_rule10() {
    as("APPROVING_OFFICER", ConversationSamples.OFFICER, Samples.OTHER);
    neighbours.json("/api/evidence" + OUTSIDE, "{\"items\":[],\"next\":null}");
    browser.signIn();
    assertThat(browser.get(OUTSIDE).text("main")).contains("No passage of this conversation");

    neighbours.json("/api/evidence" + OUTSIDE, ConversationSamples.quarantined("null"));
    assertThat(browser.get(OUTSIDE).text("#quarantined"))
        .contains("1 October 2026", "Ines Okafor-Lindqvist", "He told me", "Waits for a decision");
    assertThat(browser.get(OUTSIDE).document().select("a[href=" + DECIDE + "]")).hasSize(1);
  }

  @Test
  void theOfficerDecidesWithAReasonAndAfterASecondLook_rule10() {
    as("APPROVING_OFFICER", ConversationSamples.OFFICER, Samples.OTHER);
    neighbours.json("/api/evidence" + OUTSIDE, ConversationSamples.quarantined("null"));
    String decisions =
        "/api/evidence" + OUTSIDE + "/" + ConversationSamples.KEPT_OUT + "/decisions";
    taken(decisions);
    browser.signIn();
    assertThat(
            browser
                .post(DECIDE, DECIDE, Map.of())
                .document()
                .select(".govuk-error-summary a")
                .eachAttr("href"))
        .containsExactly("#decision", "#reason");

    Map<String, String> fields =
        new HashMap<>(Map.of("decision", "RELEASED", "reason", "It is process."));
    var page = browser.post(DECIDE, DECIDE, fields);
    assertThat(page.text("h1")).isEqualTo("Release the passage?");
    assertThat(page.text(".govuk-warning-text")).contains("the participant too");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));

    fields.put("step", "confirmed");
    assertThat(browser.post(DECIDE, DECIDE, fields).header("Location")).isEqualTo(OUTSIDE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(decisions))
                .withRequestBody(
                    equalToJson("{\"decision\":\"RELEASED\",\"reason\":\"It is process.\"}")));
  }

  @Test
  void whatIsDecidedIsShownAndNotDecidedAgain() {
    as("APPROVING_OFFICER", ConversationSamples.OFFICER, Samples.OTHER);
    neighbours.json(
        "/api/evidence" + OUTSIDE,
        ConversationSamples.quarantined(ConversationSamples.decision("KEPT", "About the day.")));
    browser.signIn();

    assertThat(browser.get(OUTSIDE).text("#quarantined"))
        .contains("Kept out", "Reason: About the day.")
        .doesNotContain("Release or keep");
    assertThat(browser.get(DECIDE).status()).isEqualTo(404);
  }

  @Test
  void nobodyButTheOfficerFindsThePageOfWhatWentOutsideTheGuide_rule10() {
    neighbours.json("/api/evidence" + OUTSIDE, ConversationSamples.quarantined("null"));
    for (String permissions :
        new String[] {ConversationSamples.REVIEWER, ConversationSamples.OWN}) {
      as("LEAD_REVIEWER", permissions, Samples.OTHER);
      browser.signIn();
      assertThat(browser.get(OUTSIDE).status()).isEqualTo(404);
      assertThat(browser.get(DECIDE).status()).isEqualTo(404);
    }
  }
}
