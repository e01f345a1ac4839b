package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
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

class RecordDraftPageTest extends GatewayTest {
  private static final String BEGIN = ConversationSamples.PAGE + "/record";
  private static final String DRAFT = BEGIN + "/draft";
  private static final String ADD = DRAFT + "/add";
  private static final String FREEZE = DRAFT + "/freeze";
  private static final String PASSAGE = DRAFT + "/passages/" + ConversationSamples.PASSAGE;
  private static final String API = ConversationSamples.API + "/record";
  private static final String PASSAGES = API + "/draft/passages";
  private static final String ONE_PASSAGE = PASSAGES + "/" + ConversationSamples.PASSAGE;

  @BeforeEach
  void open() {
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    neighbours.json(API + "/draft", ConversationSamples.draft(""));
    neighbours.json(API + "/draft/opened", "{\"items\":[],\"next\":null}");
    neighbours.json(API + "/draft/writers", "{\"items\":[],\"next\":null}");
    neighbours
        .services()
        .stubFor(post(urlPathEqualTo(PASSAGES)).willReturn(jsonResponse("{}", 201)));
  }

  private void recorded() {
    neighbours.json(
        ConversationSamples.API,
        ConversationSamples.conversation(Samples.OTHER, "2026-10-01T10:00:00Z", "null", true));
    neighbours.json(ConversationSamples.API + "/corrections", ConversationSamples.corrections());
  }

  private static Map<String, String> held() {
    Map<String, String> held = new HashMap<>();
    held.putAll(Map.of("key", "k", "on-day", "1", "on-month", "7", "on-year", "2026"));
    held.putAll(Map.of("startedAt", "10:00", "endedAt", "11", "present", "The three of us"));
    return held;
  }

  @Test
  void aRecordBeginsWithWhenItWasHeldAndWhoWasThere() {
    neighbours.services().resetAll();
    neighbours.reset();
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    String records = ConversationSamples.API + "/records";
    neighbours
        .services()
        .stubFor(post(urlPathEqualTo(records)).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    assertThat(browser.get(DRAFT).text("h1")).isEqualTo("Write the record");

    assertThat(
            browser
                .post(DRAFT, BEGIN, Map.of("key", "k"))
                .document()
                .select(".govuk-error-summary a")
                .eachAttr("href"))
        .containsExactly("#on", "#startedAt", "#endedAt", "#present");
    assertThat(browser.post(DRAFT, BEGIN, held()).header("Location")).isEqualTo(DRAFT);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(records))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"startedAt":"2026-07-01T09:00:00Z","endedAt":"2026-07-01T10:00:00Z",
                         "present":"The three of us"}
                        """)));
  }

  @Test
  void whyARecordCannotBeMadeYetIsSaidAndNothingTypedIsLost_rule10() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(ConversationSamples.API + "/records"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"x","title":"x","status":409,
                         "detail":"No record can be made until the guide is approved."}
                        """,
                        409)));
    browser.signIn();
    var page = browser.post(DRAFT, BEGIN, held());

    assertThat(page.text("#begin-error")).contains("No record can be made until");
    assertThat(page.document().select("#startedAt").attr("value")).isEqualTo("10:00");
  }

  @Test
  void aQuestionAndItsAnswerAreAPassageEach() {
    browser.signIn();

    assertThat(
            browser
                .post(ADD, ADD, Map.of("key", "k", "question", "How?", "answer", "So.\r\nAnd so."))
                .header("Location"))
        .isEqualTo(DRAFT);
    for (String body :
        new String[] {
          "{\"kind\":\"PARAGRAPH\",\"text\":\"How?\",\"section\":\"QUESTION\"}",
          "{\"kind\":\"PARAGRAPH\",\"text\":\"So.\\nAnd so.\",\"section\":\"ANSWER\"}"
        }) {
      neighbours
          .services()
          .verify(
              postRequestedFor(urlPathEqualTo(PASSAGES))
                  .withoutQueryParam("outsideGuide")
                  .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                  .withRequestBody(equalToJson(body)));
    }
  }

  @Test
  void nothingAndTooMuchAreExplained() {
    browser.signIn();

    assertThat(browser.post(ADD, ADD, Map.of("key", "k")).text("#answer-error"))
        .contains("Enter a question, an answer or both");
    assertThat(
            browser
                .post(ADD, ADD, Map.of("key", "k", "question", "x".repeat(20_001)))
                .text("#question-error"))
        .contains("20,000 characters or less");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatWentOutsideTheGuideIsSentAwayOnlyOnceThatIsConfirmed_rule10() {
    browser.signIn();
    Map<String, String> fields = new HashMap<>(Map.of("key", "k", "answer", "He told me <that>."));
    fields.put("step", "outside");
    var page = browser.post(ADD, ADD, fields);
    assertThat(page.text(".govuk-warning-text")).contains("Only the approving officer reads it");
    assertThat(page.document().select("input[name=answer]").attr("value"))
        .isEqualTo("He told me <that>.");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));

    fields.put("step", "back");
    assertThat(browser.post(ADD, ADD, fields).text("#answer")).isEqualTo("He told me <that>.");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));

    fields.put("step", "outside-confirmed");
    assertThat(browser.post(ADD, ADD, fields).header("Location")).isEqualTo(DRAFT);
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(PASSAGES))
                .withQueryParam("outsideGuide", equalTo("true"))
                .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}")));
    assertThat(browser.get(DRAFT).text("main")).doesNotContain("He told me");
  }

  @Test
  void theDraftSaysOfWhatIsKeptOutOnlyWhatTheServiceSays_rule10() {
    browser.signIn();
    assertThat(browser.get(DRAFT).document().select("#waiting")).isEmpty();

    neighbours.json(API + "/draft", ConversationSamples.draft("One passage that you marked."));
    assertThat(browser.get(DRAFT).text("#waiting")).isEqualTo("One passage that you marked.");
  }

  @Test
  void aPassageIsChangedAsItWasSeen() {
    neighbours.services().stubFor(any(urlPathEqualTo(ONE_PASSAGE)).willReturn(okJson("{}")));
    browser.signIn();
    var form = browser.get(PASSAGE).document();
    assertThat(form.select("#text").text()).isEqualTo("We met weekly.");
    assertThat(form.select("input[name=section][checked]").attr("value")).isEqualTo("ANSWER");

    Map<String, String> fields = Map.of("revision", "4", "text", "We met.", "section", "ANSWER");
    assertThat(browser.post(PASSAGE, PASSAGE, fields).header("Location"))
        .isEqualTo(DRAFT + "#p-" + ConversationSamples.PASSAGE);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(ONE_PASSAGE))
                .withHeader("If-Match", equalTo("\"4\""))
                .withRequestBody(matchingJsonPath("$.text", equalTo("We met.")))
                .withRequestBody(matchingJsonPath("$.accountsOf[0]", equalTo(Samples.OTHER))));
  }

  @Test
  void aPassageIsTakenOutOnceThatIsConfirmed() {
    neighbours.services().stubFor(any(urlPathEqualTo(ONE_PASSAGE)).willReturn(okJson("{}")));
    browser.signIn();
    assertThat(browser.get(PASSAGE + "/remove").text("main")).contains("We met weekly.");
    neighbours.services().verify(0, deleteRequestedFor(urlPathEqualTo(ONE_PASSAGE)));

    assertThat(
            browser.post(PASSAGE, PASSAGE + "/remove", Map.of("revision", "4")).header("Location"))
        .isEqualTo(DRAFT);
    neighbours
        .services()
        .verify(
            deleteRequestedFor(urlPathEqualTo(ONE_PASSAGE))
                .withHeader("If-Match", equalTo("\"4\"")));
  }

  @Test
  void aCorrectionIsTakenOverIntoItsPassage_rule12() {
    recorded();
    browser.signIn();
    assertThat(browser.get(DRAFT).text("#proposed"))
        .contains("We met <daily>.", "Because: I looked it up.");
    String over = PASSAGE + "?correction=" + ConversationSamples.CORRECTION;
    assertThat(browser.get(DRAFT).document().select("#proposed a").attr("href")).isEqualTo(over);

    var form = browser.get(over);
    assertThat(form.text("#text")).isEqualTo("We met <daily>.");
    assertThat(form.text("#now")).isEqualTo("We met weekly.");
    assertThat(browser.get(PASSAGE + "?correction=x").status()).isEqualTo(404);
  }

  @Test
  void aVersionIsMadeWithAWordOnEachAccountAndEachCorrection_rule4() {
    recorded();
    String used = "used-" + Samples.VERSION;
    neighbours.json(
        API + "/draft/opened",
        """
        {"items":[{"version":"%s","item":"%s","title":"Another record","cited":false,
          "used":null}],"next":null}
        """
            .formatted(Samples.VERSION, Samples.ITEM));
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(API + "/versions"))
                .willReturn(jsonResponse("{\"id\":\"x\",\"number\":1}", 201)));
    browser.signIn();
    assertThat(browser.get(FREEZE).text(".govuk-warning-text")).contains("never changes");
    assertThat(browser.post(FREEZE, FREEZE, Map.of()).text("#" + used + "-error"))
        .contains("Say whether you used “Another record”");

    assertThat(
            browser
                .post(FREEZE, FREEZE, Map.of(used, "no", "takenUp", ConversationSamples.CORRECTION))
                .header("Location"))
        .isEqualTo(BEGIN);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API + "/versions"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"opened":[{"version":"%s","used":false}],"takenUp":["%s"]}
                        """
                            .formatted(Samples.VERSION, ConversationSamples.CORRECTION))));
  }
}
