package org.cordon.gateway.cases;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class CasesPageTest extends GatewayTest {

  @Test
  void casesAreListedWithMyRolesInThem() {
    Browser.Page page = browser.signIn();

    assertThat(page.text(".cordon-card h2")).isEqualTo("Review into services for Child K");
    assertThat(page.document().select(".cordon-card a").attr("href"))
        .isEqualTo("/cases/" + Samples.CASE);
    assertThat(page.text(".cordon-card"))
        .contains("CSPR 2026/04", "Opened 14 September 2026", "Lead reviewer");
  }

  @Test
  void withoutACaseThePageSaysWhatToDo() {
    neighbours.json("/api/access/me", Samples.me("", ""));
    Browser.Page page = browser.signIn();

    assertThat(page.text("main"))
        .contains("You have no role in a case yet.", "Ask the business manager", "asha.rowe");
    assertThat(page.document().select("a[href=/cases/open]")).isEmpty();
    assertThat(browser.get("/cases/open").status()).isEqualTo(404);
  }

  @Test
  void aCaseIsOpenedOnceHoweverOftenTheFormIsSent() {
    neighbours
        .services()
        .stubFor(
            post("/api/access/cases")
                .willReturn(jsonResponse(Samples.caseSummary("BUSINESS_MANAGER"), 201)));
    browser.signIn();
    String key = browser.get("/cases/open").document().select("input[name=key]").val();
    Map<String, String> form =
        Map.of(
            "reference", " CSPR 2026/04 ",
            "title", "Review into services for Child K",
            "reviewType", "Serious case review",
            "key", key);

    for (int sent = 0; sent < 2; sent++) {
      Browser.Page page = browser.post("/cases/open", "/cases/open", form);
      assertThat(page.status()).isEqualTo(302);
      assertThat(page.header("Location")).isEqualTo("/cases/" + Samples.CASE);
    }
    neighbours
        .services()
        .verify(
            2,
            postRequestedFor(urlPathEqualTo("/api/access/cases"))
                .withHeader("Idempotency-Key", equalTo(key))
                .withRequestBody(
                    equalToJson(
                        """
                        {"reference":"CSPR 2026/04","title":"Review into services for Child K",
                         "reviewType":"Serious case review"}
                        """)));
  }

  @Test
  void whatIsMissingIsSaidAboveAndAtTheField() {
    browser.signIn();
    Browser.Page page =
        browser.post(
            "/cases/open", "/cases/open", Map.of("title", "<script>alert(1)</script>", "key", "k"));

    assertThat(page.document().title()).startsWith("Error: ");
    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#reference", "#reviewType");
    assertThat(page.text("#reference-error")).isEqualTo("Error: Enter the reference of the review");
    assertThat(page.document().select("#reference").attr("aria-describedby"))
        .contains("reference-error");
    assertThat(page.document().select("#title").val()).isEqualTo("<script>alert(1)</script>");
    assertThat(page.document().select("#reviewType")).as("the link leads somewhere").hasSize(1);
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @Test
  void whatTheServiceFindsWrongStandsAtItsField() {
    neighbours
        .services()
        .stubFor(
            post("/api/access/cases")
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"title: is long",
                         "errors":[{"field":"title","message":"must have at most 200 characters."}]}
                        """,
                        400)));
    browser.signIn();
    Browser.Page page =
        browser.post(
            "/cases/open",
            "/cases/open",
            Map.of(
                "reference", "R", "title", "T", "reviewType", "Serious case review", "key", "k"));

    assertThat(page.text("#title-error"))
        .isEqualTo("Error: This must have at most 200 characters.");
  }
}
