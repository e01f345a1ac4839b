package org.cordon.gateway.home;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class CaseHomePageTest extends GatewayTest {
  private static final String HOME = "/cases/" + Samples.CASE;

  @Test
  void theHomeOffersWhatThePermissionsName() {
    browser.signIn();
    Browser.Page page = browser.get(HOME);

    assertThat(page.document().select("main a").eachText())
        .contains("Add documents", "Add a person", "Add an agency", "People", "Documents");
    assertThat(page.document().select("form[action=/search] input[name=case]").val())
        .isEqualTo(Samples.CASE);
    assertThat(page.text(".cordon-rows")).contains("Minutes of the core group, 27 March 2025");
  }

  @Test
  void whatIsNotPermittedIsNotOfferedAndNotAskedFor() {
    neighbours.json(
        HOME.replace("/cases", "/api/access/cases"), Samples.oneCase("BOARD_MEMBER", ""));
    browser.signIn();
    neighbours.services().resetRequests();
    Browser.Page page = browser.get(HOME);

    assertThat(page.document().select("main .moj-sub-navigation a").eachText())
        .containsExactly("Overview");
    assertThat(page.document().select("form[action=/search]")).isEmpty();
    assertThat(page.body()).doesNotContain("Add documents", "Recent documents");
    neighbours.services().verify(0, getRequestedFor(urlPathMatching("/api/evidence/.*")));
  }

  @Test
  void anEmptyCaseSaysHowToBegin() {
    neighbours.json(
        "/api/evidence/cases/" + Samples.CASE + "/items", "{\"items\":[],\"next\":null}");
    browser.signIn();

    assertThat(browser.get(HOME).text("main")).contains("Add the first documents");
  }
}
