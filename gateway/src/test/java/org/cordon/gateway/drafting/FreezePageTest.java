package org.cordon.gateway.drafting;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.PaperSamples;
import org.cordon.gateway.testing.Samples;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;

class FreezePageTest extends GatewayTest {
  private static final String PAPER = "/papers/" + PaperSamples.PAPER;
  private static final String FREEZE = PAPER + "/draft/freeze";
  private static final String API = PaperSamples.OF_PAPER + "/versions";
  private static final String UNCITED = "used-" + PaperSamples.DRAFT;
  private static final String OPENED =
      """
      {"items":[
        {"version":"%s","item":"%s","title":"Record of a <conversation>","cited":false,"used":null},
        {"version":"%s","item":"%s","title":"Minutes","cited":true,"used":null}]}
      """
          .formatted(PaperSamples.DRAFT, PaperSamples.PAPER, Samples.VERSION, Samples.ITEM);

  private void freezes(int status, String body) {
    neighbours.services().stubFor(post(urlPathEqualTo(API)).willReturn(jsonResponse(body, status)));
  }

  @Test
  void everyAccountThatWasOpenedIsAskedAboutOneByOne() {
    neighbours.json(PaperSamples.OF_PAPER + "/draft/opened", OPENED);
    browser.signIn();
    var page = browser.get(FREEZE).document();

    assertThat(page.select("fieldset legend").eachText())
        .containsExactly("Did you use “Record of a <conversation>”?");
    assertThat(page.select("input[type=radio]").eachAttr("name")).containsExactly(UNCITED, UNCITED);
    assertThat(page.select("input[type=radio][checked]")).isEmpty();
    assertThat(page.select("main").text()).contains("Minutes You cite it, so it is a source.");
  }

  @Test
  void anAccountThatWasNotAnsweredForIsNamed() {
    neighbours.json(PaperSamples.OF_PAPER + "/draft/opened", OPENED);
    browser.signIn();
    Browser.Page page = browser.post(FREEZE, FREEZE, Map.of());

    assertThat(page.document().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#" + UNCITED);
    assertThat(page.text(".govuk-error-summary"))
        .contains("Say whether you used “Record of a <conversation>”");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void aVersionIsMadeWithEveryAnswer() {
    neighbours.json(PaperSamples.OF_PAPER + "/draft/opened", OPENED);
    freezes(
        201,
        """
        {"id":"%s","number":3,"sha256":"%s"}
        """
            .formatted(PaperSamples.DRAFT, Samples.HASH));
    browser.signIn();
    Browser.Page answer = browser.post(FREEZE, FREEZE, Map.of(UNCITED, "no"));

    assertThat(answer.header("Location")).isEqualTo(PAPER + "/versions/3");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withRequestBody(
                    equalToJson(
                        """
                        {"opened":[{"version":"%s","used":false},{"version":"%s","used":true}]}
                        """
                            .formatted(PaperSamples.DRAFT, Samples.VERSION))));
  }

  @Test
  void whoeverHasStillToAnswerIsNamedInPlaceOfTheButton() {
    neighbours.json(
        PaperSamples.OF_PAPER + "/draft/writers",
        """
        {"items":[{"person":"%s","answered":false},{"person":"%s","answered":true}]}
        """
            .formatted(Samples.PERSON, PersonId.create()));
    browser.signIn();
    var page = browser.get(FREEZE).document();

    assertThat(page.select(".govuk-inset-text li").eachText()).hasSize(1);
    assertThat(page.select("main button")).isEmpty();
  }

  @Test
  void whoeverLeavesTheVersionToOthersAnswersByThemselves() {
    neighbours.json(
        PaperSamples.OF_PAPER + "/draft/opened", OPENED.replace("\"used\":null", "\"used\":false"));
    neighbours
        .services()
        .stubFor(
            put(urlPathEqualTo(PaperSamples.OF_PAPER + "/draft/opened"))
                .willReturn(jsonResponse("{\"items\":[]}", 200)));
    browser.signIn();
    String form = PAPER + "/draft/opened";
    var page = browser.get(form).document();
    assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("no");

    Browser.Page answer = browser.post(form, form, Map.of(UNCITED, "yes"));

    assertThat(answer.header("Location")).isEqualTo(PAPER);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(PaperSamples.OF_PAPER + "/draft/opened"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"opened":[{"version":"%s","used":true},{"version":"%s","used":true}]}
                        """
                            .formatted(PaperSamples.DRAFT, Samples.VERSION))));
  }

  @Test
  void whatStandsAgainstItIsSaid() {
    freezes(
        409,
        """
        {"type":"/problems/conflict","title":"x","status":409,"detail":"Another account was opened."}
        """);
    browser.signIn();
    Browser.Page page = browser.post(FREEZE, FREEZE, Map.of());

    assertThat(page.text("#freeze")).contains("Another account was opened.");
    assertThat(page.text("main")).contains("You opened nobody’s account");
  }

  @Test
  void whereThereIsNoDraftThereIsNoSuchPage() {
    neighbours.json(PaperSamples.OF_PAPER, PaperSamples.paper("\"write\",\"freeze\"", "null"));
    browser.signIn();

    assertThat(browser.get(FREEZE).status()).isEqualTo(404);
  }
}
