package org.cordon.gateway.proceedings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cordon.gateway.testing.Facts;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPagesTest extends GatewayTest {
  private static final String ONE = "/cases/" + Samples.CASE + "/proceedings/" + Facts.PROCEEDINGS;

  @BeforeEach
  void aChargingDecisionIsPending() {
    answer(Facts.EVERYTHING);
  }

  private void answer(String may) {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE + "/proceedings",
        Facts.criminalOnly("CHARGING_DECISION_PENDING", true, may));
  }

  private void accept(String what) {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/access" + ONE + what)).willReturn(jsonResponse("{}", 201)));
  }

  private void isRecorded(String what, String body) {
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo("/api/access" + ONE + what))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson(body)));
  }

  @Test
  void aMatterIsAdded() {
    accept("/matters");
    browser.signIn();
    var fields = Map.of("key", "k", "name", " timing ", "description", "When it happened");

    assertThat(browser.post(ONE, ONE + "/matters", fields).header("Location")).isEqualTo(ONE);
    isRecorded("/matters", "{\"name\":\"timing\",\"description\":\"When it happened\"}");
  }

  @Test
  void theEarlyDiscussionIsRecorded_rule17() {
    accept("/early-discussions");
    browser.signIn();
    Map<String, String> fields = new LinkedHashMap<>(Map.of("key", "k"));
    fields.putAll(Map.of("heldOn-day", "2", "heldOn-month", "10", "heldOn-year", "2026"));
    fields.putAll(Map.of("participants", "Chair, police, CPS", "timing", "After interviews"));
    fields.putAll(Map.of("conduct", "Processes only", "contributors", "All"));

    assertThat(browser.post(ONE, ONE + "/early-discussions", fields).header("Location"))
        .isEqualTo(ONE);
    isRecorded(
        "/early-discussions",
        """
        {"heldOn":"2026-10-02","participants":"Chair, police, CPS","timing":"After interviews",
         "conduct":"Processes only","contributors":"All"}
        """);
  }

  @Test
  void theAgreementOfTheCpsIsRecorded_rule20() {
    accept("/charging-agreements");
    browser.signIn();
    var fields = Map.of("key", "k", "agreedBy", "P. Vane", "reason", "One letter");

    assertThat(browser.post(ONE, ONE + "/charging-agreements", fields).header("Location"))
        .isEqualTo(ONE);
    isRecorded("/charging-agreements", "{\"agreedBy\":\"P. Vane\",\"reason\":\"One letter\"}");
  }

  @Test
  void whatIsMissingIsExplainedFieldByFieldAndNothingIsSent() {
    browser.signIn();
    var expected =
        Map.of(
            "/matters", "#name #description",
            "/early-discussions", "#heldOn #participants #timing #conduct #contributors",
            "/charging-agreements", "#agreedBy #reason");
    expected.forEach((what, fields) -> {
      var page = browser.post(ONE, ONE + what, Map.of("key", "k")).document();
      assertThat(String.join(" ", page.select(".govuk-error-summary a").eachAttr("href")))
          .isEqualTo(fields);
      assertThat(page.select(fields.replace(" ", ", "))).as(what).hasSizeGreaterThan(1);
    });

    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatAccessServiceFindsWrongStandsAtItsField() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/access" + ONE + "/matters"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"x",
                         "errors":[{"field":"description","message":"is too long."}]}
                        """,
                        400)));
    browser.signIn();
    var fields = Map.of("key", "k", "name", "timing", "description", "x");

    assertThat(browser.post(ONE, ONE + "/matters", fields).text("#description-error"))
        .isEqualTo("Error: This is too long.");
  }

  @Test
  void theLeadReviewerAddsMattersAndRecordsNeitherDiscussionNorAgreement() {
    answer("\"tighten\"");
    browser.signIn();

    assertThat(browser.get(ONE + "/matters").status()).isEqualTo(200);
    assertThat(browser.get(ONE + "/early-discussions").status()).isEqualTo(404);
    assertThat(browser.get(ONE + "/charging-agreements").status()).isEqualTo(404);
    assertThat(browser.get(ONE + "/anything").status()).isEqualTo(404);
  }
}
