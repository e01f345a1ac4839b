package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.ConversationSamples;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people write a record: each says which accounts they used (rule 4). */
class RecordAnswersPageTest extends GatewayTest {
  private static final String CONVERSATION = ConversationSamples.PAGE;
  private static final String DRAFT = CONVERSATION + "/record/draft";
  private static final String FORM = DRAFT + "/opened";
  private static final String API = ConversationSamples.API + "/record/draft";
  private static final String USED = "used-" + Samples.VERSION;

  @BeforeEach
  void open() {
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    neighbours.json(API, ConversationSamples.draft(""));
    neighbours.json(API + "/writers", "{\"items\":[],\"next\":null}");
    neighbours.json(
        API + "/opened",
        """
        {"items":[{"version":"%s","item":"%s","title":"Another record","cited":false,
          "used":null}],"next":null}
        """
            .formatted(Samples.VERSION, Samples.ITEM));
  }

  @Test
  void whoeverLeavesTheVersionToTheOtherAnswersByThemselves_rule4() {
    neighbours
        .services()
        .stubFor(put(urlPathEqualTo(API + "/opened")).willReturn(okJson("{\"items\":[]}")));
    browser.signIn();
    assertThat(browser.get(DRAFT).document().select("main a").eachAttr("href")).contains(FORM);
    assertThat(browser.post(FORM, FORM, Map.of()).text("#" + USED + "-error"))
        .contains("Say whether you used “Another record”");

    assertThat(browser.post(FORM, FORM, Map.of(USED, "yes")).header("Location"))
        .isEqualTo(CONVERSATION);

    neighbours
        .services()
        .verify(
            1,
            putRequestedFor(urlPathEqualTo(API + "/opened"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"opened":[{"version":"%s","used":true}]}
                        """
                            .formatted(Samples.VERSION))));
  }

  @Test
  void whoeverHasStillToAnswerIsNamedInPlaceOfTheButton_rule4() {
    neighbours.json(
        API + "/writers",
        """
        {"items":[{"person":"%s","answered":false}],"next":null}
        """
            .formatted(Samples.OTHER));
    browser.signIn();
    var page = browser.get(DRAFT + "/freeze").document();

    assertThat(page.select(".govuk-inset-text li").text()).isEqualTo("Tomasz Birch");
    assertThat(page.select("main button")).isEmpty();
  }
}
