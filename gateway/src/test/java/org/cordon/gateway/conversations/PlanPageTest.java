package org.cordon.gateway.conversations;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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
import org.cordon.gateway.testing.ConversationSamples;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanPageTest extends GatewayTest {
  private static final String PLAN = "/cases/" + Samples.CASE + "/conversations/plan";
  private static final String CHANGE = ConversationSamples.PAGE + "/change";

  @BeforeEach
  void open() {
    ConversationSamples.open(neighbours, "LEAD_REVIEWER", ConversationSamples.REVIEWER);
    String id = "{\"id\":\"" + ConversationSamples.ID + "\"}";
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(ConversationSamples.OF_CASE)).willReturn(jsonResponse(id, 201)));
    neighbours
        .services()
        .stubFor(put(urlPathEqualTo(ConversationSamples.API)).willReturn(okJson(id)));
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.putAll(Map.of("key", "k", "revision", "2", "form", "PRACTITIONER"));
    fields.putAll(Map.of("participant", Samples.OTHER, "conductors", Samples.THIRD));
    fields.putAll(Map.of("other", Samples.PERSON, "from", "14.30", "place", "Room 2"));
    fields.putAll(Map.of("at-day", "30", "at-month", "7", "at-year", "2030"));
    fields.put("purposeTold", "To learn.\r\nNot to blame.");
    return fields;
  }

  @Test
  void thePageAsksWithWhomBeforeItAsksAnythingElse() {
    browser.signIn();

    assertThat(browser.get(PLAN).document().select("input[name=form]").eachAttr("value"))
        .containsExactly("PRACTITIONER", "FAMILY");
    assertThat(browser.get(PLAN + "?form=").text(".govuk-error-summary"))
        .contains("Select whom the conversation is with");
  }

  @Test
  void theFormOffersThoseWhoCanTakePartAndHoldIt_rule9() {
    browser.signIn();
    var form = browser.get(PLAN + "?form=PRACTITIONER&participant=" + Samples.OTHER).document();

    assertThat(form.select("#participant option[value~=.]").eachText())
        .containsExactly("Tomasz Birch (Fenwick and Dale NHS Trust)");
    assertThat(form.select("#participant option[selected]").attr("value")).isEqualTo(Samples.OTHER);
    assertThat(form.select("#conductors option[value~=.]").eachText())
        .containsExactly("Ines Okafor-Lindqvist (Lead reviewer, Review team member)");
    assertThat(browser.get(PLAN + "?form=FAMILY").text("main"))
        .contains("Nobody of that kind is in this case yet")
        .contains("They are for the family to choose", "Who is with them?");
  }

  @Test
  void aConversationIsPlannedInLondonTime() {
    browser.signIn();

    assertThat(browser.post(PLAN, PLAN, fields()).header("Location"))
        .isEqualTo(ConversationSamples.PAGE);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(ConversationSamples.OF_CASE))
                .withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(
                    equalToJson(
                        """
                        {"participant":"%s","form":"PRACTITIONER","conductors":["%s","%s"],
                         "at":"2030-07-30T13:30:00Z","place":"Room 2",
                         "purposeTold":"To learn.\\nNot to blame."}
                        """
                            .formatted(Samples.OTHER, Samples.THIRD, Samples.PERSON))));
  }

  @Test
  void aFollowUpNamesTheEarlierOneAndIsWithTheSamePerson() {
    browser.signIn();
    var form = browser.get(PLAN + "?followUpOf=" + ConversationSamples.ID).document();
    assertThat(form.select("select#participant")).isEmpty();
    assertThat(form.select("input[name=participant]").attr("value")).isEqualTo(Samples.OTHER);

    Map<String, String> fields = fields();
    fields.put("followUpOf", ConversationSamples.ID);
    assertThat(browser.post(PLAN, PLAN, fields).status()).isEqualTo(302);
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(ConversationSamples.OF_CASE))
                .withRequestBody(
                    matchingJsonPath("$.followUpOf", equalTo(ConversationSamples.ID))));
    assertThat(browser.get(PLAN + "?followUpOf=x").status()).isEqualTo(404);
    assertThat(browser.get(PLAN + "?followUpOf=" + ConversationSamples.LATER).status())
        .isEqualTo(404);
  }

  @Test
  void whatIsMissingIsExplainedFieldByFieldAndNothingIsSent() {
    browser.signIn();

    var page = browser.post(PLAN, PLAN, Map.of("key", "k", "form", "FAMILY")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly(
            "#participant", "#conductors", "#other", "#at", "#from", "#place", "#timeChosenBy");
    assertThat(page.select("#participant, #conductors, #other, #at, #from, #place, #timeChosenBy"))
        .hasSize(7);
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void onePersonAloneHoldsNoConversation_rule9() {
    browser.signIn();
    Map<String, String> fields = fields();
    fields.put("other", Samples.THIRD);

    assertThat(browser.post(PLAN, PLAN, fields).text("#other-error"))
        .contains("Two different people");
  }

  @Test
  void whatEvidenceServiceFindsWrongStandsAtItsField() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo(ConversationSamples.OF_CASE))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"x","title":"x","status":400,"detail":"x","errors":
                         [{"field":"conductors","message":"must both be members."}]}
                        """,
                        400)));
    browser.signIn();
    var page = browser.post(PLAN, PLAN, fields());

    assertThat(page.text("#conductors-error")).isEqualTo("Error: This must both be members.");
    assertThat(page.document().select("#place").attr("value")).isEqualTo("Room 2");
    assertThat(page.document().select("input[name=key]").attr("value")).isEqualTo("k");
  }

  @Test
  void aPlanIsChangedAsItWasSeenAndNothingTypedIsLost() {
    browser.signIn();
    assertThat(browser.get(CHANGE).document().select("input[name=revision]").attr("value"))
        .isEqualTo("2");
    assertThat(browser.post(CHANGE, CHANGE, fields()).header("Location"))
        .isEqualTo(ConversationSamples.PAGE);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(ConversationSamples.API))
                .withHeader("If-Match", equalTo("\"2\"")));

    neighbours
        .services()
        .stubFor(
            put(urlPathEqualTo(ConversationSamples.API))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"x\",\"title\":\"x\",\"status\":412,\"detail\":\"Changed.\"}",
                        412)));
    var page = browser.post(CHANGE, CHANGE, fields());
    assertThat(page.text(".govuk-error-summary")).contains("Changed.");
    assertThat(page.document().select("#place").attr("value")).isEqualTo("Room 2");
  }
}
