package org.cordon.gateway.timetable;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
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

class TimetablePagesTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/timetable";
  private static final String API = "/api/evidence/cases/" + Samples.CASE + "/timetable";
  private static final String ONE = PAGE + "/milestones/" + ReviewSamples.MILESTONE;

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    neighbours.json(API, ReviewSamples.timetable());
  }

  @Test
  void itSaysWhatIsLateAndWhyAndWhatComesNext_rule31() {
    browser.signIn();
    var page = browser.get(PAGE);

    assertThat(page.text("#next"))
        .isEqualTo("Next: Documents <collected>, due 9 May 2026. One thing is late.");
    var row = page.document().select("tr:contains(Documents <collected>)");
    assertThat(row.select(".govuk-tag").text()).isEqualTo("Late");
    assertThat(row.text()).contains("Waiting for an agency", "The trust asked for more time");
    assertThat(row.select("details").text()).contains("Documents, due 2 May 2026");
    assertThat(page.document().select("tr:contains(Review team chosen) .govuk-tag").text())
        .isEqualTo("Done");
    assertThat(page.text("main")).contains("part of it is planned for later");
    assertThat(page.document().select("h2").eachText())
        .containsExactly(
            "Preparation", "Data collection", "Organising and analysing", "Recommendations");
    assertThat(page.text("section")).contains("Nothing is planned for this stage.");
  }

  @Test
  void whoeverReadsItOnlyIsOfferedNothingToChange() {
    ReviewSamples.open(neighbours, "\"readPeople\"");
    browser.signIn();
    var page = browser.get(PAGE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.document().select("main a[href*=milestones]")).isEmpty();
    assertThat(browser.get(ONE).status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/milestones/add").status()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/set-out").status()).isEqualTo(404);
  }

  @Test
  void whoeverMayNotReadItFindsNoPage() {
    ReviewSamples.open(neighbours, "\"readOwnMeetings\"");
    browser.signIn();

    assertThat(browser.get(PAGE).status()).isEqualTo(404);
  }

  @Test
  void withoutOneItIsSetOutFromTheDayOnWhichTheCaseWasOpened() {
    neighbours.json(API, ReviewSamples.noTimetable());
    neighbours.services().stubFor(post(urlPathEqualTo(API)).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    assertThat(browser.get(PAGE).document().select("main a[href$=set-out]")).hasSize(1);

    var form = browser.get(PAGE + "/set-out").document();
    assertThat(form.select("#start, #start-month, #start-year").eachAttr("value"))
        .containsExactly("14", "9", "2026");
    assertThat(
            browser.post(PAGE, PAGE + "/set-out", date("start", "", "", "")).text("#start-error"))
        .isEqualTo("Error: Enter the day on which the review started");
    assertThat(
            browser
                .post(PAGE, PAGE + "/set-out", date("start", "14", "9", "2026"))
                .header("Location"))
        .isEqualTo(PAGE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"start\":\"2026-09-14\"}")));
  }

  @Test
  void aMilestoneIsAdded() {
    neighbours
        .services()
        .stubFor(post(urlPathEqualTo(API + "/milestones")).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    var fields = date("due", "1", "2", "2027");
    fields.putAll(Map.of("stage", "RECOMMENDATIONS", "name", "Board told"));

    assertThat(browser.post(PAGE, PAGE + "/milestones/add", fields).header("Location"))
        .isEqualTo(PAGE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API + "/milestones"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"stage":"RECOMMENDATIONS","name":"Board told","due":"2027-02-01",
                         "doneOn":null,"because":null,"note":""}
                        """)));
  }

  @Test
  void aMilestoneIsChangedAsItWasSeen() {
    neighbours
        .services()
        .stubFor(put(urlPathMatching("/api/evidence/milestones/.*")).willReturn(okJson("{}")));
    browser.signIn();
    var form = browser.get(ONE).document();
    assertThat(form.select("input[name=revision]").attr("value")).isEqualTo("3");
    assertThat(form.select("#name").attr("value")).isEqualTo("Documents <collected>");
    assertThat(form.select("#because option[selected]").attr("value")).isEqualTo("AGENCY");

    var fields = date("due", "30", "5", "2026");
    fields.putAll(Map.of("revision", "3", "name", "Documents", "because", "BOARD"));
    assertThat(browser.post(ONE, ONE, fields).header("Location")).isEqualTo(PAGE);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo("/api/evidence/milestones/" + ReviewSamples.MILESTONE))
                .withHeader("If-Match", equalTo("\"3\""))
                .withRequestBody(
                    equalToJson(
                        """
                        {"stage":null,"name":"Documents","due":"2026-05-30","doneOn":null,
                         "because":"BOARD","note":""}
                        """)));
  }

  @Test
  void aDayThatMovesToALaterOneNeedsAReason_rule31() {
    browser.signIn();
    var fields = date("due", "30", "5", "2026");
    fields.putAll(Map.of("revision", "3", "name", "Documents"));

    var page = browser.post(ONE, ONE, fields);

    assertThat(page.text("#because-error")).isEqualTo("Error: Select why the day moves");
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whatIsMissingIsExplainedFieldByField() {
    browser.signIn();

    var page = browser.post(PAGE, PAGE + "/milestones/add", Map.of("key", "k", "doneOn-day", "99"));

    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#stage", "#name", "#due");
    assertThat(page.document().select("#stage, #name, #due")).hasSize(3);
  }

  @Test
  void whatSomebodyElseChangedFirstIsSaidAndNothingTypedIsLost() {
    neighbours
        .services()
        .stubFor(
            put(urlPathMatching("/api/evidence/milestones/.*"))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"x\",\"title\":\"x\",\"status\":412,\"detail\":\"Changed.\"}",
                        412)));
    browser.signIn();
    var fields = date("due", "1", "5", "2026");
    fields.putAll(Map.of("revision", "2", "name", "My words"));

    var page = browser.post(ONE, ONE, fields);

    assertThat(page.text("#name-error")).isEqualTo("Error: Changed.");
    assertThat(page.document().select("#name").attr("value")).isEqualTo("My words");
    assertThat(page.document().select("input[name=revision]").attr("value")).isEqualTo("2");
  }

  private static Map<String, String> date(String field, String day, String month, String year) {
    return new HashMap<>(
        Map.of("key", "k", field + "-day", day, field + "-month", month, field + "-year", year));
  }
}
