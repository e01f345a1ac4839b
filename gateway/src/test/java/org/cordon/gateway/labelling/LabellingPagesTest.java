package org.cordon.gateway.labelling;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.LabelSamples;
import org.cordon.gateway.testing.Neighbours;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class LabellingPagesTest extends GatewayTest {
  private static final String ITEM = "/items/" + Samples.ITEM;
  private static final String LABELS = ITEM + "/labels?version=2";
  private static final String RESTRICT = ITEM + "/labels/restrict?version=2";
  private static final String WIDEN = ITEM + "/labels/widen?version=2";
  private static final String CLEAR =
      ITEM + "/labels/clear?version=2&account=" + Samples.THIRD + "&source=" + LabelSamples.EARLIER;
  private static final String CONSENT = ITEM + "/labels/consent?version=2&agency=" + Samples.HEALTH;
  private static final String API = "/api/access/versions/" + Samples.VERSION;

  private void accept(String what) {
    neighbours
        .services()
        .stubFor(post(urlPathEqualTo(API + what)).willReturn(jsonResponse("{}", 201)));
  }

  private void isSent(String what, String body) {
    neighbours
        .services()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(API + what))
                .withHeader("If-Match", equalTo(LabelSamples.TAG))
                .withRequestBody(equalToJson(body)));
  }

  private void nothingIsSent() {
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  /** Fills in a form as it is shown, with what it carries of the labels. */
  private Browser.Page fill(String page, Map<String, String> fields) {
    return browser.post(page, page, carried(page, fields));
  }

  private Map<String, String> carried(String page, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    browser
        .get(page)
        .document()
        .select("input[name=seen], input[name=was]")
        .forEach(hidden -> all.put(hidden.attr("name"), hidden.val()));
    return all;
  }

  private void mayOnly(String may) {
    neighbours.labels(LabelSamples.labels(may), LabelSamples.TAG);
  }

  @Test
  void everyLabelStandsWithTheSourceThatItCameThrough_rule4() {
    browser.signIn();
    Browser.Page page = browser.get(LABELS);

    assertThat(page.text("h1")).isEqualTo("Labels of version 2");
    assertThat(page.text(".govuk-summary-list"))
        .contains("Tomasz Birch – named for this version", "Maud <Ferris>")
        .contains("through Minutes of the core group, 27 March 2025, version 1")
        .contains("through a source that is not open to you")
        .contains("stays out of case-group packs", "has not consented");
    assertThat(page.document().select("main a").eachAttr("href"))
        .contains(RESTRICT, WIDEN, CLEAR, CONSENT);
  }

  @Test
  void aVersionWithoutLabelsSaysSo() {
    browser.signIn();

    assertThat(browser.get(ITEM + "/labels?version=1").text(".govuk-summary-list"))
        .contains("Nobody’s", "None", "Nobody");
    assertThat(browser.get(ITEM + "/labels?version=9").status()).isEqualTo(404);
    assertThat(browser.get(ITEM + "/labels?version=x").status()).isEqualTo(404);
  }

  @Test
  void anAccountIsNamedAndTheItemWalledFromOthers_rule2() {
    accept("/labels");
    browser.signIn();
    var form = browser.get(RESTRICT).document();
    assertThat(form.select("input[name=addAccounts]").eachAttr("value"))
        .containsExactly(Samples.PERSON, Samples.THIRD);
    assertThat(form.select("#delicate")).as("it is delicate already").isEmpty();
    var fields = Map.of("addAccounts", Samples.THIRD, "wall", "true", "reason", " Her words ");

    assertThat(fill(RESTRICT, fields).header("Location")).isEqualTo(LABELS);
    assertThat(browser.get(LABELS).text(".govuk-notification-banner")).contains("hold from now on");
    isSent(
        "/labels",
        """
        {"addAccounts":["%s"],"wall":true,"reason":"Her words"}
        """
            .formatted(Samples.THIRD));
  }

  @Test
  void markingAndTakingBackAreSentTogether() {
    accept("/labels");
    browser.signIn();
    var fields = Map.of("quarantined", "true", "withdrawFrom", Samples.PERSON, "reason", "Outside");

    assertThat(fill(RESTRICT, fields).status()).isEqualTo(302);
    isSent(
        "/labels",
        """
        {"withdrawFrom":["%s"],"quarantined":true,"reason":"Outside"}
        """
            .formatted(Samples.PERSON));
  }

  @Test
  void markingNothingIsExplained() {
    browser.signIn();
    for (String page : List.of(RESTRICT, WIDEN)) {
      var form = browser.post(page, page, Map.of()).document();
      String first = page.equals(RESTRICT) ? "#addAccounts" : "#removeAccounts";
      assertThat(form.select(".govuk-error-summary a").eachAttr("href"))
          .containsExactly(first, "#reason");
      assertThat(form.select(first)).hasSize(1);
    }
    nothingIsSent();
  }

  @Test
  void theApprovingOfficerLiftsMarks() {
    accept("/labels");
    browser.signIn();
    var form = browser.get(WIDEN).document();
    assertThat(form.select("input[name=removeAccounts]").eachAttr("value"))
        .as("an inherited one is cleared, not removed")
        .containsExactly(Samples.OTHER);
    assertThat(form.select("input[name=lift]").eachAttr("value")).containsExactly("delicate");
    assertThat(form.select(".govuk-warning-text").text()).contains("cannot be taken back");
    var fields = Map.of("removeAccounts", Samples.OTHER, "lift", "delicate", "reason", "Read it");

    assertThat(fill(WIDEN, fields).header("Location")).isEqualTo(LABELS);
    isSent(
        "/labels",
        """
        {"removeAccounts":["%s"],"delicate":false,"reason":"Read it"}
        """
            .formatted(Samples.OTHER));
  }

  @Test
  void whereNothingCanBeLiftedThePageSaysWhy() {
    browser.signIn();

    assertThat(browser.get(ITEM + "/labels/widen?version=1").text("main"))
        .contains("no mark of its own");
  }

  @Test
  void anInheritedAccountIsClearedWithAReason_rule4() {
    accept("/clearances");
    browser.signIn();
    assertThat(browser.get(CLEAR).text("h1"))
        .isEqualTo("Clear it of the account of Maud <Ferris>?");
    assertThat(browser.post(CLEAR, CLEAR, Map.of()).text("#reason-error")).contains("the reason");

    assertThat(fill(CLEAR, Map.of("reason", "Nothing left")).header("Location")).isEqualTo(LABELS);
    isSent(
        "/clearances",
        """
        {"account":"%s","source":"%s","reason":"Nothing left"}
        """
            .formatted(Samples.THIRD, LabelSamples.EARLIER));
  }

  @Test
  void whatIsNotInheritedCannotBeCleared() {
    browser.signIn();

    assertThat(browser.get(CLEAR.replace(Samples.THIRD, Samples.OTHER)).status()).isEqualTo(404);
    assertThat(browser.get(CLEAR.replace(LabelSamples.EARLIER, Samples.VERSION)).status())
        .isEqualTo(404);
    assertThat(browser.get(ITEM + "/labels/clear?version=2").status()).isEqualTo(404);
  }

  @Test
  void anAgencysConsentIsRecorded_rule8() {
    accept("/consents");
    browser.signIn();
    assertThat(browser.get(CONSENT).text("h1"))
        .isEqualTo("Record the consent of Fenwick and Dale NHS Trust");
    assertThat(
            browser
                .post(CONSENT, CONSENT, Map.of())
                .document()
                .select(".govuk-error-summary a")
                .eachAttr("href"))
        .containsExactly("#givenBy", "#reason");
    var fields = Map.of("givenBy", "Head of records", "reason", "Letter of 1 May");

    assertThat(fill(CONSENT, fields).header("Location")).isEqualTo(LABELS);
    isSent(
        "/consents",
        """
        {"agency":"%s","givenBy":"Head of records","reason":"Letter of 1 May"}
        """
            .formatted(Samples.HEALTH));
    assertThat(browser.get(CONSENT.replace(Samples.HEALTH, Samples.COUNCIL)).status())
        .isEqualTo(404);
  }

  @Test
  void aStaleFormIsShownAgainWithWhatChangedAndNothingIsLost() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(API + "/labels"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/changed","title":"x","status":412,
                         "detail":"Somebody changed these labels."}
                        """,
                        412)));
    browser.signIn();
    for (String page : List.of(RESTRICT, WIDEN)) {
      mayOnly("\"tighten\",\"manage\"");
      var sent = carried(page, Map.of("wall", "true", "lift", "delicate", "reason", "My words"));
      assertThat(browser.get(page).document().select("#changes")).isEmpty();
      neighbours.labels(
          LabelSamples.labels("\"tighten\",\"manage\"")
              .replace("\"quarantined\":false", "\"quarantined\":true")
              .replace("[\"timing\"]", "[]"),
          "\"as-they-are-now\"");

      var again = browser.post(page, page, sent).document();

      assertThat(again.select("#changes li").eachText())
          .as(page)
          .containsExactly("New: It is quarantined", "No longer: It speaks to the matter timing");
      assertThat(again.select("textarea[name=reason]").val()).isEqualTo("My words");
      assertThat(again.select("input[name=seen]").val()).contains("as-they-are-now");
      assertThat(again.select(".govuk-error-summary").text()).contains("Somebody changed");
    }
  }

  @Test
  void aFormThatHasBecomePointlessLeadsBackToTheLabels() {
    browser.signIn();
    for (String page : List.of(CLEAR, CONSENT)) {
      neighbours.labels(LabelSamples.labels("\"manage\""), LabelSamples.TAG);
      var sent = carried(page, Map.of("givenBy", "Head of records", "reason", "My words"));
      neighbours.labels(
          LabelSamples.bare("\"manage\"").replace(LabelSamples.EARLIER, Samples.VERSION),
          "\"as-they-are-now\"");

      assertThat(browser.post(LABELS, page, sent).header("Location")).isEqualTo(LABELS);
      assertThat(browser.get(LABELS).text("#changes")).contains("No longer: It is delicate");
      assertThat(browser.post(LABELS, page, Map.of("reason", "x")).status()).isEqualTo(404);
    }
    nothingIsSent();
  }

  @Test
  void theLeadReviewerClosesAndNeverOpens() {
    mayOnly("\"tighten\",\"circulate\"");
    browser.signIn();

    assertThat(browser.get(LABELS).document().select("main a").eachAttr("href"))
        .contains(RESTRICT)
        .doesNotContain(WIDEN, CLEAR, CONSENT);
    for (String page : List.of(WIDEN, CLEAR, CONSENT)) {
      assertThat(browser.get(page).status()).as(page).isEqualTo(404);
      assertThat(browser.post(LABELS, page, Map.of("reason", "x", "givenBy", "x")).status())
          .as(page)
          .isEqualTo(404);
    }
    nothingIsSent();
  }

  @Test
  void whoMayOnlyReadLabelsIsOfferedNoForm() {
    mayOnly("");
    browser.signIn();

    assertThat(browser.get(LABELS).document().select("main a[href*=/labels/]")).isEmpty();
    assertThat(browser.get(RESTRICT).status()).isEqualTo(404);
    assertThat(browser.post(LABELS, RESTRICT, Map.of("wall", "true", "reason", "x")).status())
        .isEqualTo(404);
    nothingIsSent();
  }

  @Test
  void labelsThatAreNotOpenAreNotThere_rule2() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(API + "/labels"))
                .willReturn(jsonResponse(Neighbours.NOT_FOUND, 404)));
    browser.signIn();
    String absent = browser.get("/items/nothing").body();

    for (String page : List.of(LABELS, RESTRICT, WIDEN, CLEAR, CONSENT)) {
      assertThat(browser.get(page).body()).as(page).isEqualTo(absent);
    }
  }
}
