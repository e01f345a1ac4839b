package org.cordon.gateway.preparation;

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

class PreparationPagesTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/preparation";
  private static final String ONE = PAGE + "/" + Samples.OTHER;
  private static final String NOTE =
      ",\"note\":{\"version\":\""
          + Samples.VERSION
          + "\",\"text\":\"Took <calls>\",\"writtenAt\":\"2026-10-01T10:00:00Z\",\"writtenBy\":\""
          + Samples.PERSON
          + "\"}";

  @BeforeEach
  void open() {
    ReviewSamples.open(neighbours, ReviewSamples.LEAD);
    neighbours.json("/api/evidence" + PAGE, ReviewSamples.page(ReviewSamples.preparation("")));
    neighbours.json("/api/evidence" + ONE, ReviewSamples.preparation(NOTE));
  }

  @Test
  void thoseWhoTakePartAreListedWithHowFarTheyAre() {
    browser.signIn();
    var page = browser.get(PAGE);

    assertThat(page.text("#prepared")).startsWith("1 of 1 who takes part is prepared.");
    assertThat(page.document().select("tbody tr")).hasSize(1);
    assertThat(page.text("tbody tr"))
        .contains("Tomasz Birch", "Received 5 October 2026", "Introductory meeting, 9 October 2026")
        .endsWith("Prepared");
  }

  @Test
  void whoeverHasNotBegunIsListedToo() {
    neighbours.json("/api/evidence" + PAGE, ReviewSamples.page());
    browser.signIn();
    var page = browser.get(PAGE);

    assertThat(page.text("#prepared")).startsWith("0 of 1");
    assertThat(page.text("tbody tr")).endsWith("Not started");
  }

  @Test
  void withoutAnybodyThePageSaysWhoIsMeant() {
    neighbours.json("/api/access/cases/" + Samples.CASE + "/people", ReviewSamples.page());
    browser.signIn();

    assertThat(browser.get(PAGE).text("main")).contains("Nobody who takes part is in this case");
  }

  @Test
  void aPersonsPageShowsWhatIsOnRecordSafely() {
    browser.signIn();
    var page = browser.get(ONE);

    assertThat(page.text("h1")).isEqualTo("Preparing Tomasz Birch");
    assertThat(page.text("#pack")).isEqualTo("Minutes of the core group, 27 March 2025, version 2");
    assertThat(page.text("#note")).isEqualTo("Took <calls>");
    assertThat(page.text("dl")).contains("Sent 2 October 2026", "A. Colleague");
  }

  @Test
  void whoeverHoldsConversationsPlansOneFromThere() {
    browser.signIn();
    assertThat(browser.get(ONE).document().select("a[href*=conversations]")).isEmpty();

    ReviewSamples.open(neighbours, ReviewSamples.LEAD + ",\"writeConversations\"");
    assertThat(browser.get(ONE).document().select("a[href*=conversations/plan]").attr("href"))
        .contains("participant=" + Samples.OTHER, "form=PRACTITIONER");
  }

  @Test
  void aPageWithoutANoteDoesNotTellWhy_rule2() {
    neighbours.json("/api/evidence" + ONE, ReviewSamples.preparation(",\"note\":null"));
    browser.signIn();

    assertThat(browser.get(ONE).text("main")).contains("There is no note that is open to you.");
  }

  @Test
  void whatIsOnRecordIsChangedAsItWasSeen() {
    neighbours
        .services()
        .stubFor(put(urlPathEqualTo("/api/evidence" + ONE)).willReturn(okJson("{}")));
    browser.signIn();
    var form = browser.get(ONE + "/change").document();
    assertThat(form.select("input[name=revision]").attr("value")).isEqualTo("4");
    assertThat(form.select("#pack option[selected]").attr("value")).isEqualTo(Samples.VERSION);

    Map<String, String> fields = new HashMap<>();
    fields.putAll(Map.of("revision", "4", "pack", Samples.VERSION, "how", "LETTER"));
    fields.putAll(Map.of("sentOn-day", "2", "sentOn-month", "10", "sentOn-year", "2026"));
    fields.putAll(
        Map.of("introducedOn-day", "9", "introducedOn-month", "10", "introducedOn-year", "2026"));
    fields.put("support", "A. Colleague");
    assertThat(browser.post(ONE, ONE + "/change", fields).header("Location")).isEqualTo(ONE);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo("/api/evidence" + ONE))
                .withHeader("If-Match", equalTo("\"4\""))
                .withRequestBody(
                    equalToJson(
                        """
                        {"pack":{"version":"%s","sentOn":"2026-10-02"},
                         "introduced":{"how":"LETTER","on":"2026-10-09"},"support":"A. Colleague"}
                        """
                            .formatted(Samples.VERSION))));
  }

  @Test
  void aVersionThatIsInNoListStaysChosen() {
    neighbours.json("/api/evidence/cases/" + Samples.CASE + "/items", ReviewSamples.page());
    browser.signIn();

    assertThat(browser.get(ONE + "/change").text("#pack option[selected]"))
        .isEqualTo("The version that is on record now");
  }

  @Test
  void whatDoesNotGoTogetherIsExplainedFieldByField() {
    browser.signIn();
    Map<String, String> fields = new HashMap<>();
    fields.putAll(Map.of("revision", "4", "pack", Samples.VERSION, "introducedOn-day", "9"));

    var page = browser.post(ONE, ONE + "/change", fields);

    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#sentOn", "#how");
    assertThat(page.document().select("#sentOn, #how")).hasSize(2);
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void aNoteIsWritten() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/evidence" + ONE + "/notes"))
                .willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    assertThat(browser.get(ONE + "/note").text("main")).contains("this person’s account");
    assertThat(
            browser.post(ONE, ONE + "/note", Map.of("key", "k", "text", " ")).text("#text-error"))
        .isEqualTo("Error: Enter what they can contribute");

    assertThat(
            browser
                .post(ONE, ONE + "/note", Map.of("key", "k", "text", "Took calls"))
                .header("Location"))
        .isEqualTo(ONE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo("/api/evidence" + ONE + "/notes"))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"text\":\"Took calls\"}")));
  }

  @Test
  void whoeverReadsItOnlyChangesNothingAndWhoeverDoesNotFindsNoPage() {
    browser.signIn();
    ReviewSamples.open(neighbours, "\"readPeople\",\"readPreparation\"");
    assertThat(browser.get(ONE).document().select("main a[href$=change], main a[href$=note]"))
        .isEmpty();
    assertThat(browser.get(ONE + "/change").status()).isEqualTo(404);
    assertThat(browser.get(ONE + "/note").status()).isEqualTo(404);

    ReviewSamples.open(neighbours, "\"readPeople\"");
    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.get(ONE).status()).isEqualTo(404);
  }
}
