package org.cordon.gateway.meetings;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.ReviewSamples;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrangePageTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/meetings";
  private static final String ONE = "/meetings/" + ReviewSamples.MEETING;

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    neighbours.json(
        "/api/evidence" + ONE, ReviewSamples.meeting("CASE_GROUP", "2036-07-30T14:05:00Z"));
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/evidence" + PAGE))
                .willReturn(
                    jsonResponse(
                        "{\"id\":\"" + ReviewSamples.MEETING + "\",\"revision\":1}", 201)));
    neighbours
        .services()
        .stubFor(patch(urlPathEqualTo("/api/evidence" + ONE)).willReturn(okJson("{}")));
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.putAll(Map.of("key", "k", "revision", "3", "kind", "CASE_GROUP", "title", "Checking"));
    fields.putAll(Map.of("on-day", "30", "on-month", "7", "on-year", "2030"));
    fields.putAll(Map.of("from", "14.30", "until", "16", "place", "Room 2"));
    fields.putAll(Map.of("agenda-0", "Welcome", "agenda-3", "It"));
    fields.putAll(Map.of("agenda-3-paper", Samples.VERSION, "papers", Samples.VERSION));
    fields.put("invited", Samples.OTHER);
    return fields;
  }

  @Test
  void theFormOffersWhatWhoeverArrangesMayFind() {
    browser.signIn();
    var form = browser.get(PAGE + "/arrange").document();

    assertThat(form.select("input[name=kind]")).hasSize(5);
    assertThat(form.select("input[name=papers]").eachAttr("value")).contains(Samples.VERSION);
    assertThat(form.select("label[for^=invited]").eachText())
        .containsExactly(
            "Asha Rowe (Business manager)",
            "Ines Okafor-Lindqvist (Lead reviewer, Review team member)",
            "Tomasz Birch (Case group member)");
    assertThat(form.select("input[name^=agenda-]")).hasSize(4);
  }

  @Test
  void aMeetingIsArrangedInLondonTime() {
    browser.signIn();

    assertThat(browser.post(PAGE + "/arrange", PAGE + "/arrange", fields()).header("Location"))
        .isEqualTo(ONE);

    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo("/api/evidence" + PAGE))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"kind":"CASE_GROUP","title":"Checking","at":"2030-07-30T13:30:00Z",
                         "until":"2030-07-30T15:00:00Z","place":"Room 2",
                         "agenda":[{"text":"Welcome","paper":null},{"text":"It","paper":"%s"}],
                         "papers":["%s"],"invited":["%s"]}
                        """
                            .formatted(Samples.VERSION, Samples.VERSION, Samples.OTHER))));
  }

  @Test
  void moreLinesAreOfferedWithoutLosingAnything() {
    browser.signIn();
    Map<String, String> more = fields();
    more.put("step", "more");

    var form = browser.post(PAGE + "/arrange", PAGE + "/arrange", more).document();

    assertThat(form.select("input[name^=agenda-]").eachAttr("value"))
        .containsExactly("Welcome", "It", "", "", "", "");
    assertThat(form.select("#agenda-1-paper option[selected]").attr("value"))
        .isEqualTo(Samples.VERSION);
    assertThat(form.select("#title").attr("value")).isEqualTo("Checking");
    assertThat(form.select(".govuk-error-summary")).isEmpty();
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatIsMissingIsExplainedFieldByFieldAndNothingIsSent() {
    browser.signIn();

    var page = browser.post(PAGE + "/arrange", PAGE + "/arrange", Map.of("key", "k")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#kind", "#title", "#on", "#from", "#place");
    assertThat(page.select("#kind, #title, #on, #from, #place")).hasSize(5);
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void timesAndPapersThatDoNotFitAreExplained() {
    browser.signIn();
    Map<String, String> wrong = fields();
    wrong.putAll(Map.of("from", "2pm", "until", "09:00", "papers", ""));

    var page = browser.post(PAGE + "/arrange", PAGE + "/arrange", wrong);
    assertThat(page.text("#from-error")).contains("for example 14:30");
    assertThat(page.text("#papers-error")).contains("Select the papers that the agenda names");

    wrong.put("from", "10:00");
    assertThat(browser.post(PAGE + "/arrange", PAGE + "/arrange", wrong).text("#until-error"))
        .contains("The end must be after the beginning");
  }

  @Test
  void whatEvidenceServiceFindsWrongStandsAtItsField() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/evidence" + PAGE))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"x","title":"x","status":400,"detail":"x","errors":
                         [{"field":"papers","message":"names one that is delicate."}]}
                        """,
                        400)));
    browser.signIn();

    assertThat(browser.post(PAGE + "/arrange", PAGE + "/arrange", fields()).text("#papers-error"))
        .isEqualTo("Error: This names one that is delicate.");
  }

  @Test
  void aMeetingIsChangedAsItWasSeen() {
    browser.signIn();
    var form = browser.get(ONE + "/change").document();
    assertThat(form.select("input[name=kind]")).isEmpty();
    assertThat(form.select("#from").attr("value")).isEqualTo("15:05");
    assertThat(form.select("input[name=papers][checked]").attr("value")).isEqualTo(Samples.VERSION);

    assertThat(browser.post(ONE, ONE + "/change", fields()).header("Location")).isEqualTo(ONE);
    neighbours
        .services()
        .verify(
            patchRequestedFor(urlPathEqualTo("/api/evidence" + ONE))
                .withHeader("If-Match", equalTo("\"3\"")));
    assertThat(browser.get(ONE).text(".govuk-notification-banner"))
        .contains("see the change once you send it");
  }

  @Test
  void whatSomebodyElseChangedFirstIsSaidAndNothingTypedIsLost() {
    neighbours
        .services()
        .stubFor(
            patch(urlPathEqualTo("/api/evidence" + ONE))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"x\",\"title\":\"x\",\"status\":412,\"detail\":\"Changed.\"}",
                        412)));
    browser.signIn();

    var page = browser.post(ONE, ONE + "/change", fields());

    assertThat(page.text("#title-error")).isEqualTo("Error: Changed.");
    assertThat(page.document().select("#title").attr("value")).isEqualTo("Checking");
  }
}
