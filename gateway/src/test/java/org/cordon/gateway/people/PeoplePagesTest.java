package org.cordon.gateway.people;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class PeoplePagesTest extends GatewayTest {
  private static final String PEOPLE = "/cases/" + Samples.CASE + "/people";
  private static final String OTHER = PEOPLE + "/" + Samples.OTHER;

  @Test
  void peopleAreListedAndNobodyIsOfferedToChangeThemselves() {
    browser.signIn();
    var rows = browser.get(PEOPLE).document().select("tbody tr");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).text()).contains("Asha Rowe", "Business manager", "You");
    assertThat(rows.get(0).select("a").eachText())
        .containsExactly("Standing of Asha Rowe", "Has seen: what Asha Rowe has been shown");
    assertThat(rows.get(1).select("a").eachText())
        .containsExactly(
            "Create an account for Tomasz Birch",
            "Change Tomasz Birch",
            "Remove Tomasz Birch",
            "Standing of Tomasz Birch",
            "Has seen: what Tomasz Birch has been shown");
  }

  @Test
  void whoIsKeptFromOthersAccountsIsSaidBesideTheirStanding() {
    browser.signIn();
    var rows = browser.get(PEOPLE).document().select("tbody tr");

    assertThat(rows.get(1).text()).contains("Potential witness", "Kept from others’ accounts");
    assertThat(rows.get(2).text()).doesNotContain("Kept from others’ accounts");
  }

  @Test
  void standingsAreNeitherShownNorAskedForWhereProceedingsAreNotOpen() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("BOARD_MEMBER", "\"readPeople\""));
    browser.signIn();
    neighbours.services().resetRequests();

    assertThat(browser.get(PEOPLE).text("main")).doesNotContain("Standing", "Kept from", "witness");
    neighbours.services().verify(0, getRequestedFor(urlPathMatching(".*/standings")));
  }

  @Test
  void whoMayOnlyReadPeopleSeesNoActions() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("LEGAL_ADVISER", "\"readPeople\""));
    browser.signIn();

    assertThat(browser.get(PEOPLE).document().select("main tbody a, main a.govuk-button"))
        .isEmpty();
    assertThat(browser.get(PEOPLE + "/add").status()).isEqualTo(404);
    assertThat(browser.get(OTHER).status()).isEqualTo(404);
    assertThat(browser.get(OTHER + "/remove").status()).isEqualTo(404);
    assertThat(browser.get(OTHER + "/password").status()).isEqualTo(404);
    assertThat(browser.get(OTHER + "/account").status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + Samples.CASE + "/agencies/add").status()).isEqualTo(404);
  }

  @Test
  void everyRoleSaysWhatItOpens() {
    browser.signIn();
    var page = browser.get(PEOPLE + "/add").document();

    assertThat(page.select("input[name=roles]")).hasSize(10);
    page.select("input[name=roles]")
        .forEach(role ->
            assertThat(page.expectFirst("#" + role.attr("aria-describedby")).text()).isNotEmpty());
  }

  @Test
  void aPersonIsAddedUnderTheIdThatTheFormWasMadeWith() {
    neighbours
        .services()
        .stubFor(put(urlPathMatching("/api/access/.*")).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    String person = browser.get(PEOPLE + "/add").document().select("input[name=person]").val();
    Browser.Page page =
        browser.post(
            PEOPLE,
            PEOPLE + "/add",
            Map.of("person", person, "name", " Maud Ferris ", "agency", "", "roles", "AUDITOR"));

    assertThat(page.header("Location")).isEqualTo(PEOPLE);
    assertThat(browser.get(PEOPLE).text(".govuk-notification-banner"))
        .contains("Maud Ferris is now in the case.");
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo("/api" + "/access" + PEOPLE + "/" + person))
                .withoutHeader("If-Match")
                .withRequestBody(
                    equalToJson(
                        "{\"name\":\"Maud Ferris\",\"agency\":null,\"roles\":[\"AUDITOR\"]}")));
  }

  @Test
  void aPersonWithoutNameOrRoleIsNotAdded() {
    browser.signIn();
    Browser.Page page = browser.post(PEOPLE, PEOPLE + "/add", Map.of("person", Samples.THIRD));

    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#name", "#roles");
    assertThat(page.document().select("#roles")).hasSize(1);
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void aChangeNamesTheRevisionThatWasSeenAndSaysWhenSomeoneWasFirst() {
    neighbours
        .services()
        .stubFor(
            put(urlPathMatching("/api/access/.*"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/changed","title":"x","status":412,
                         "detail":"Somebody changed this person's place first. Load it again."}
                        """,
                        412)));
    browser.signIn();
    var form = browser.get(OTHER).document();
    assertThat(form.select("input[name=roles][checked]").eachAttr("value"))
        .containsExactly("CASE_GROUP_MEMBER");
    Browser.Page page =
        browser.post(
            OTHER,
            OTHER,
            Map.of(
                "name",
                "Tomasz Birch",
                "agency",
                Samples.HEALTH,
                "roles",
                "BOARD_MEMBER",
                "revision",
                form.select("input[name=revision]").val()));

    assertThat(page.text("#roles-error")).contains("Somebody changed this person's place first.");
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo("/api/access" + OTHER))
                .withHeader("If-Match", equalTo("\"3\"")));
  }

  @Test
  void takingSomeoneOffAsksFirst() {
    neighbours
        .services()
        .stubFor(put(urlPathMatching("/api/access/.*")).willReturn(jsonResponse("{}", 200)));
    browser.signIn();
    Browser.Page question = browser.get(OTHER + "/remove");
    assertThat(question.text("h1")).isEqualTo("Remove Tomasz Birch from this case?");
    assertThat(question.text("main")).contains("Case group member", "stays on record");
    Browser.Page done = browser.post(OTHER + "/remove", OTHER + "/remove", Map.of());

    assertThat(done.header("Location")).isEqualTo(PEOPLE);
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo("/api/access" + OTHER))
                .withRequestBody(
                    equalToJson(
                        "{\"name\":\"Tomasz Birch\",\"agency\":\"%s\",\"roles\":[]}"
                            .formatted(Samples.HEALTH))));
  }

  @Test
  void theOneTimePasswordIsShownOnceAndNotKept() {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/access" + OTHER + "/account"))
                .willReturn(
                    jsonResponse(
                        "{\"account\":\"tomasz@example.org\",\"temporaryPassword\":\"kettle-9-lantern\"}",
                        201)));
    browser.signIn();
    Browser.Page page =
        browser.post(
            OTHER + "/account",
            OTHER + "/account",
            Map.of("email", "tomasz@example.org", "key", "k"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("#password")).isEqualTo("kettle-9-lantern");
    assertThat(page.text("main")).contains("This password is shown only now.");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(browser.get(OTHER + "/account").body()).doesNotContain("kettle-9-lantern");
  }

  @Test
  void whoForgotTheirPasswordIsGivenANewOneAfterAQuestion() {
    hasAccount();
    answerReset(200, "{\"account\":\"tomasz@example.org\",\"temporaryPassword\":\"amber-7-quay\"}");
    browser.signIn();
    assertThat(browser.get(OTHER).document().select("main a").eachText())
        .contains("Give them a new one");
    Browser.Page question = browser.get(OTHER + "/password");
    assertThat(question.text("h1")).isEqualTo("Give Tomasz Birch a new password?");
    assertThat(question.text("main")).contains("signed out everywhere", "recorded");

    Browser.Page page = browser.post(OTHER + "/password", OTHER + "/password", Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text("h1")).isEqualTo("Tomasz Birch has a new password");
    assertThat(page.text("#password")).isEqualTo("amber-7-quay");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(browser.get(OTHER + "/password").body()).doesNotContain("amber-7-quay");
  }

  @Test
  void aPasswordThatSomebodyElseHasToGiveIsExplained() {
    hasAccount();
    answerReset(
        409,
        "{\"type\":\"/problems/conflict\",\"title\":\"x\",\"status\":409,\"detail\":\"Ask the person who runs Cordon.\"}");
    browser.signIn();

    Browser.Page page = browser.post(OTHER + "/password", OTHER + "/password", Map.of());

    assertThat(page.text(".govuk-error-summary")).contains("Ask the person who runs Cordon.");
    assertThat(page.document().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#give");
  }

  @Test
  void whoHasNoAccountHasNoPasswordToForget() {
    browser.signIn();

    assertThat(browser.get(OTHER + "/password").status()).isEqualTo(404);
    assertThat(browser.get(OTHER).document().select("main a").eachText())
        .doesNotContain("Give them a new one");
  }

  private void hasAccount() {
    neighbours.json(
        "/api/access" + OTHER,
        Samples.person().replace("\"account\":null", "\"account\":\"tomasz@example.org\""));
  }

  private void answerReset(int status, String body) {
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/access" + OTHER + "/account/password"))
                .willReturn(jsonResponse(body, status)));
  }

  @Test
  void anAddressThatIsNoneIsExplained() {
    browser.signIn();
    Browser.Page page =
        browser.post(OTHER + "/account", OTHER + "/account", Map.of("email", "tomasz", "key", "k"));

    assertThat(page.text("#email-error")).contains("Enter an email address in the correct format");
  }

  @Test
  void anAgencyWithoutANameIsExplainedAndOneWithANameIsAdded() {
    String address = "/cases/" + Samples.CASE + "/agencies/add";
    neighbours
        .services()
        .stubFor(
            post(urlPathEqualTo("/api/access/cases/" + Samples.CASE + "/agencies"))
                .willReturn(
                    jsonResponse(
                        "{\"id\":\"%s\",\"name\":\"Rook Lane School\"}".formatted(Samples.HEALTH),
                        201)));
    browser.signIn();

    assertThat(browser.post(address, address, Map.of("key", "k")).text("#name-error"))
        .contains("Enter the name of the agency");
    assertThat(
            browser
                .post(address, address, Map.of("name", "Rook Lane School", "key", "k"))
                .header("Location"))
        .isEqualTo(PEOPLE);
  }
}
