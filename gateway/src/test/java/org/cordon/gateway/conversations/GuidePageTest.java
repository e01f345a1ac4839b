package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.ConversationSamples;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuidePageTest extends GatewayTest {
  private static final String WRITE = ConversationSamples.PAGE + "/guide";
  private static final String SUBMIT = WRITE + "/submit";
  private static final String SUBMISSIONS = ConversationSamples.API + "/guide/submissions";
  private static final String DECIDE =
      WRITE + "/submissions/" + ConversationSamples.SUBMISSION + "/decide";
  private static final String DECISIONS =
      SUBMISSIONS + "/" + ConversationSamples.SUBMISSION + "/decisions";

  @BeforeEach
  void open() {
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    neighbours.json(
        "/api/evidence/process-topics",
        """
        {"items":[{"key":"SUPERVISION","name":"Supervision"},{"key":"WORKLOAD","name":"Workload"}],
         "next":null}
        """);
    taken(PaperSamples.OF_CASE, PaperSamples.paper("\"write\""));
    taken(PaperSamples.PASSAGES, "{}");
    taken(SUBMISSIONS, "{}");
    taken(DECISIONS, "{}");
  }

  private void taken(String path, String answer) {
    neighbours.services().stubFor(post(urlPathEqualTo(path)).willReturn(jsonResponse(answer, 201)));
  }

  private void asOfficer(String decision) {
    ConversationSamples.open(neighbours, "APPROVING_OFFICER", ConversationSamples.OFFICER);
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(
            Samples.OTHER, "2036-11-30T14:05:00Z", ConversationSamples.guide(decision), false));
  }

  @Test
  void questionsByTopicBecomeTheDraftOfAGuide() {
    browser.signIn();
    assertThat(browser.get(WRITE).document().select("label[for^=topic-]").eachText())
        .containsExactly("Supervision (optional)", "Workload (optional)");

    assertThat(
            browser
                .post(
                    WRITE,
                    WRITE,
                    Map.of("key", "k", "topic-WORKLOAD", " How many cases?\r\n\r\nWho decides? "))
                .header("Location"))
        .isEqualTo("/papers/" + PaperSamples.PAPER);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.OF_CASE))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"kind":"CONVERSATION_GUIDE",
                         "title":"Guide of the conversation on 30 November 2036"}
                        """)));
    neighbours.services().verify(3, postRequestedFor(urlPathEqualTo(PaperSamples.PASSAGES)));
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(PaperSamples.PASSAGES))
                .withRequestBody(
                    equalToJson(
                        "{\"kind\":\"HEADING\",\"text\":\"Workload\",\"section\":\"TOPIC\"}")));
  }

  @Test
  void aGuideHasAQuestionAndEachLineIsOne_rule10() {
    browser.signIn();
    assertThat(browser.post(WRITE, WRITE, Map.of("key", "k")).text("#topic-SUPERVISION-error"))
        .contains("Enter at least one question");
    assertThat(
            browser
                .post(WRITE, WRITE, Map.of("key", "k", "topic-WORKLOAD", "Tell us."))
                .text("#topic-WORKLOAD-error"))
        .contains("ends with a question mark");
    assertThat(
            browser
                .post(WRITE, WRITE, Map.of("key", "k", "topic-WORKLOAD", "x".repeat(500) + "?"))
                .text("#topic-WORKLOAD-error"))
        .contains("at most 500 characters");
    assertThat(
            browser
                .post(WRITE, WRITE, Map.of("key", "k", "topic-WORKLOAD", "Why?\n".repeat(31)))
                .text("#topic-WORKLOAD-error"))
        .contains("at most 30 questions");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void aVersionOfAGuideIsSubmittedForApproval() {
    browser.signIn();
    assertThat(browser.get(SUBMIT).document().select("input[name=version]")).hasSize(1);
    assertThat(browser.post(SUBMIT, SUBMIT, Map.of("key", "k")).text("#version-error"))
        .contains("Select the guide");

    assertThat(
            browser
                .post(SUBMIT, SUBMIT, Map.of("key", "k", "version", Samples.VERSION))
                .header("Location"))
        .isEqualTo(ConversationSamples.PAGE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(SUBMISSIONS))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"version\":\"" + Samples.VERSION + "\"}")));
  }

  @Test
  void withoutAVersionThePageSaysWhatToDoNext() {
    neighbours.json(PaperSamples.OF_CASE, "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(SUBMIT).text("#none")).contains("Write the guide");
  }

  @Test
  void theOfficerApprovesAGuideOrSendsItBackWithAReason_rule10() {
    asOfficer("null");
    browser.signIn();
    assertThat(browser.get(ConversationSamples.PAGE).document().select("a[href=" + DECIDE + "]"))
        .hasSize(1);

    assertThat(browser.post(DECIDE, DECIDE, Map.of()).text("#decision-error"))
        .contains("Select whether you approve the guide");
    assertThat(browser.post(DECIDE, DECIDE, Map.of("decision", "SENT_BACK")).text("#reason-error"))
        .contains("Enter what has to change");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));

    assertThat(
            browser
                .post(DECIDE, DECIDE, Map.of("decision", "SENT_BACK", "reason", "The third."))
                .header("Location"))
        .isEqualTo(ConversationSamples.PAGE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(DECISIONS))
                .withRequestBody(
                    equalToJson("{\"decision\":\"SENT_BACK\",\"reason\":\"The third.\"}")));
  }

  @Test
  void nobodyElseDecidesAndNothingIsDecidedTwice() {
    asOfficer(ConversationSamples.decision("SENT_BACK", "Leave out <the third>"));
    browser.signIn();
    assertThat(browser.get(DECIDE).status()).isEqualTo(404);
    assertThat(browser.get(ConversationSamples.PAGE).text("#submissions"))
        .contains("Version 2", "Sent back", "Leave out <the third>");

    asOfficer("null");
    for (String permissions : List.of(ConversationSamples.REVIEWER, ConversationSamples.OWN)) {
      neighbours.json(
          "/api/access/cases/" + Samples.CASE, Samples.oneCase("LEAD_REVIEWER", permissions));
      assertThat(browser.get(DECIDE).status()).isEqualTo(404);
    }
  }
}
