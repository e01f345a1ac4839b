package org.cordon.gateway.declarations;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.Facts;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class DeclarationsPagesTest extends GatewayTest {
  private static final String CASE = "/cases/" + Samples.CASE;
  private static final String PAGE = CASE + "/declarations";
  private static final String DECLARE = PAGE + "/declare";
  private static final String WITHDRAW = PAGE + "/withdraw";
  private static final String ADD = CASE + "/investigators/add";
  private static final String REMOVE = CASE + "/investigators/" + Samples.OTHER + "/remove";
  private static final String API = "/api/access" + PAGE;
  private static final String LIST = "/api/access" + CASE + "/investigators";

  @Test
  void declarationsSayWhetherTheyStandAndWhatWasDeclared() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);
    var rows = page.document().select("table").get(0).select("tbody tr");

    assertThat(page.document().select("h1")).hasSize(1);
    assertThat(rows.get(0).text()).contains("Ines Okafor-Lindqvist", "Stands", "<part> in it.");
    assertThat(rows.get(1).text()).contains("Withdrawn", "20 September 2026 at 16:30");
    assertThat(page.text("table:nth-of-type(2)")).contains("Took statements", "by Ines Okafor");
  }

  @Test
  void aDeclarationOfSomeoneOnTheListDoesNotCount_rule14() {
    neighbours.json(API, Facts.declarations(Samples.THIRD, true, false));
    browser.signIn();

    assertThat(browser.get(PAGE).text("tbody tr:first-of-type"))
        .contains("Does not count", "On the list of investigators");
  }

  @Test
  void withoutDeclarationsAndInvestigatorsThePageSaysWhatToDo() {
    neighbours.json(API, "{\"items\":[],\"next\":null,\"mayDeclare\":false}");
    neighbours.json(LIST, Facts.investigators("\"tighten\""));
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.text("main"))
        .contains("nothing can be approved", "Put everyone on it who is involved");
    assertThat(page.document().select("main .govuk-button")).isEmpty();
  }

  @Test
  void theStatementThatIsShownIsTheOneThatIsSent_rule14() {
    neighbours.services().stubFor(post(urlPathEqualTo(API)).willReturn(jsonResponse("{}", 201)));
    browser.signIn();
    Browser.Page form = browser.get(DECLARE);
    String key = form.document().select("[name=key]").val();
    assertThat(form.text("main")).contains("Signed by Asha Rowe", "Date ");
    var answer = browser.post(DECLARE, DECLARE, Map.of("agreed", "true", "key", key));

    assertThat(answer.header("Location")).isEqualTo(PAGE);
    assertThat(browser.get(PAGE).text(".govuk-notification-banner")).contains("on record");
    neighbours
        .services()
        .verify(
            postRequestedFor(urlPathEqualTo(API))
                .withHeader("Idempotency-Key", equalTo(key))
                .withRequestBody(
                    equalToJson("{\"statement\":\"" + form.text("#statement") + "\"}")));
  }

  @Test
  void nothingIsDeclaredWithoutTickingTheBox() {
    browser.signIn();
    var page = browser.post(DECLARE, DECLARE, Map.of("key", "k")).document();

    assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#agreed");
    assertThat(page.select("#agreed").attr("aria-describedby")).contains("agreed-error");
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void whoMayNotDeclareIsNotOfferedItAndRefused() {
    neighbours.json(API, Facts.declarations(Samples.THIRD, false, false));
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("main .govuk-button")).isEmpty();
    assertThat(browser.get(DECLARE).status()).isEqualTo(404);
    assertThat(browser.post(PAGE, DECLARE, Map.of("agreed", "true", "key", "k")).status())
        .isEqualTo(404);
    neighbours.services().verify(0, postRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void onesOwnDeclarationIsWithdrawnAfterAQuestion() {
    neighbours.json(API, Facts.declarations(Samples.PERSON, false, true));
    neighbours.services().stubFor(delete(urlPathEqualTo(API)).willReturn(noContent()));
    browser.signIn();
    assertThat(browser.get(PAGE).document().select("main a[href=" + WITHDRAW + "]")).hasSize(1);
    assertThat(browser.get(WITHDRAW).text("main"))
        .contains("1 October 2026", "I have no <part> in it.");

    assertThat(browser.post(WITHDRAW, WITHDRAW, Map.of()).header("Location")).isEqualTo(PAGE);
    neighbours.services().verify(1, deleteRequestedFor(urlPathEqualTo(API)));
  }

  @Test
  void nobodyWithdrawsWhatTheyNeverDeclared() {
    browser.signIn();

    assertThat(browser.get(WITHDRAW).status()).isEqualTo(404);
    assertThat(browser.post(PAGE, WITHDRAW, Map.of()).status()).isEqualTo(404);
    neighbours.services().verify(0, deleteRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void somebodyIsPutOnTheListOnce() {
    neighbours
        .services()
        .stubFor(put(urlPathMatching(LIST + "/.*")).willReturn(jsonResponse("{}", 200)));
    browser.signIn();
    assertThat(browser.get(ADD).document().select("#person option").eachText())
        .containsExactly("Choose one", "Asha Rowe", "Ines Okafor-Lindqvist");
    var fields = Map.of("person", Samples.THIRD, "reason", " Leads it ");

    assertThat(browser.post(ADD, ADD, fields).header("Location")).isEqualTo(PAGE);
    assertThat(browser.get(PAGE).text(".govuk-notification-banner"))
        .contains("Ines Okafor-Lindqvist is on the list of investigators.");
    neighbours
        .services()
        .verify(
            putRequestedFor(urlPathEqualTo(LIST + "/" + Samples.THIRD))
                .withRequestBody(equalToJson("{\"reason\":\"Leads it\"}")));
  }

  @Test
  void addingNobodyIsExplained() {
    browser.signIn();
    for (String person : List.of("", "nobody", Samples.ITEM)) {
      var page = browser.post(ADD, ADD, Map.of("person", person)).document();
      assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
          .containsExactly("#person", "#reason");
    }
    neighbours.services().verify(0, putRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void somebodyIsTakenOffTheListWithAReason() {
    neighbours.services().stubFor(delete(urlPathMatching(LIST + "/.*")).willReturn(noContent()));
    browser.signIn();
    assertThat(browser.get(REMOVE).text("main")).contains("Took statements");
    assertThat(browser.post(REMOVE, REMOVE, Map.of()).text("#reason-error"))
        .contains("Enter the reason");

    assertThat(browser.post(REMOVE, REMOVE, Map.of("reason", "Left & moved")).header("Location"))
        .isEqualTo(PAGE);
    neighbours
        .services()
        .verify(
            deleteRequestedFor(urlPathEqualTo(LIST + "/" + Samples.OTHER))
                .withQueryParam("reason", equalTo("Left & moved")));
  }

  @Test
  void anInvolvementThatIsNotOpenIsSaidToBeKept_rule2() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE + "/investigators",
        Facts.investigators(Facts.EVERYTHING, Samples.OTHER)
            .replace("\"Took statements\"", "null"));
    browser.signIn();

    assertThat(browser.get(PAGE).text("main")).contains("Kept for the approving officer");
    assertThat(browser.get(REMOVE).text("main")).doesNotContain("They are on it because");
  }

  @Test
  void nobodyTakesThemselvesOffTheList() {
    neighbours.json(LIST, Facts.investigators(Facts.EVERYTHING, Samples.PERSON));
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("main a[href$=/remove]")).isEmpty();
    assertThat(browser.get(REMOVE.replace(Samples.OTHER, Samples.PERSON)).status()).isEqualTo(404);
  }

  @Test
  void theLeadReviewerAddsToTheListAndTakesNobodyOff() {
    neighbours.json(LIST, Facts.investigators("\"tighten\"", Samples.OTHER));
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("main a[href$=/remove]")).isEmpty();
    assertThat(browser.get(ADD).status()).isEqualTo(200);
    assertThat(browser.get(REMOVE).status()).isEqualTo(404);
  }

  @Test
  void whoMayChangeNothingIsOfferedNothing() {
    neighbours.json(LIST, Facts.investigators("", Samples.OTHER));
    browser.signIn();

    assertThat(browser.get(PAGE).document().select("main a[href*=investigators]")).isEmpty();
    assertThat(browser.get(ADD).status()).isEqualTo(404);
    assertThat(browser.post(PAGE, REMOVE, Map.of("reason", "x")).status()).isEqualTo(404);
    neighbours.services().verify(0, deleteRequestedFor(urlPathMatching("/api/.*")));
  }

  @Test
  void withoutReadingProceedingsNothingOfThisIsThere() {
    neighbours.json("/api/access" + CASE, Samples.oneCase("CASE_GROUP_MEMBER", "\"readOwnPlace\""));
    browser.signIn();
    neighbours.services().resetRequests();

    for (String page : List.of(PAGE, DECLARE, WITHDRAW, ADD, REMOVE)) {
      assertThat(browser.get(page).status()).as(page).isEqualTo(404);
    }
    neighbours.services().verify(0, getRequestedFor(urlPathEqualTo(API)));
    neighbours.services().verify(0, anyRequestedFor(urlPathMatching(LIST + ".*")));
  }
}
