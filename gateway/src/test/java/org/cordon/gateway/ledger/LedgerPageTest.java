package org.cordon.gateway.ledger;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.Samples;
import org.cordon.gateway.testing.SmallLedger;
import org.cordon.merkle.TreeHash;
import org.junit.jupiter.api.Test;

class LedgerPageTest extends GatewayTest {
  private static final String PAGE = "/cases/" + Samples.CASE + "/ledger";
  private static final String CHECK = PAGE + "/check";
  private static final String ENTRIES = "/api/access/ledger/entries";
  private static final String CHECKPOINT = "/api/access/ledger/checkpoint";

  private Browser.Page check(long position) {
    return browser.post(PAGE, CHECK, Map.of("position", Long.toString(position)));
  }

  private static List<String> outcomes(Browser.Page page) {
    return page.document().select(".govuk-summary-list .govuk-tag").eachText();
  }

  @Test
  void thePageShowsTheNewestCheckpointAndTheLastEntries() {
    browser.signIn();
    Browser.Page page = browser.get(PAGE);

    assertThat(page.document().select("h1").eachText()).containsExactly("Ledger");
    assertThat(page.text(".govuk-summary-list")).contains("3", "20 November 2026 at 10:00");
    assertThat(page.text(".cordon-note")).contains("cordon.example", SmallLedger.key());
    assertThat(page.document().select("tbody tr").eachText())
        .satisfiesExactly(
            third -> assertThat(third).contains("3", "Changed: standing set"),
            second -> assertThat(second).contains("2", "Delivery confirmed: read"),
            first -> assertThat(first).contains("1", "Asked to read: refused", Samples.PERSON));
    neighbours
        .services()
        .verify(
            getRequestedFor(urlPathEqualTo(ENTRIES)).withQueryParam("case", equalTo(Samples.CASE)));
  }

  @Test
  void everyEntryIsProvedAgainstTheCheckpoint() {
    browser.signIn();
    for (long position = 1; position <= SmallLedger.SIZE; position++) {
      Browser.Page page = check(position);
      assertThat(page.text(".govuk-panel"))
          .isEqualTo("Entry " + position + " stands in the ledger as it was written");
      assertThat(outcomes(page)).containsExactly("Right", "Right", "Right", "Right");
      assertThat(page.text("pre")).contains("id=" + SmallLedger.id(position));
    }
  }

  @Test
  void anEntryWhoseTextWasChangedIsNotProved() {
    one(SmallLedger.entries(2, 3).replace("person=" + Samples.PERSON, "person=" + Samples.OTHER));
    browser.signIn();
    Browser.Page page = check(2);

    assertThat(page.document().select(".govuk-panel")).isEmpty();
    assertThat(page.text("[role=alert]")).contains("Entry 2 could not be proved");
    assertThat(outcomes(page)).containsExactly("Right", "Wrong", "Right", "Wrong");
    assertThat(page.text("main")).contains("changed after it was digested");
  }

  @Test
  void anotherEntryInItsPlaceIsNotProved() {
    one(
        SmallLedger.entries(3, 4)
            .replace("\"position\":3", "\"position\":2")
            .replace("\"entry\":\"" + SmallLedger.id(3), "\"entry\":\"" + SmallLedger.id(2)));
    browser.signIn();

    assertThat(outcomes(check(2))).containsExactly("Wrong", "Right", "Right", "Wrong");
  }

  @Test
  void aCheckpointOfAnotherTreeIsNotProved() {
    neighbours.json(CHECKPOINT, SmallLedger.checkpoint(TreeHash.leaf(new byte[] {1})));
    browser.signIn();

    assertThat(outcomes(check(1))).containsExactly("Right", "Right", "Right", "Wrong");
  }

  @Test
  void aCheckpointThatNobodySignedIsNotBelieved() {
    var signed = SmallLedger.checkpoint(TreeHash.empty());
    var other = SmallLedger.checkpoint(TreeHash.leaf(new byte[] {1}));
    var root = "\"root\":\"" + TreeHash.empty().base64();
    neighbours.json(CHECKPOINT, other.replaceFirst("\"root\":\"[^\"]*", root.replace("$", "\\$")));
    browser.signIn();
    assertThat(outcomes(check(1)).get(2)).isEqualTo("Wrong");

    neighbours.json(
        CHECKPOINT, signed.replaceAll("— cordon.example [A-Za-z0-9+/=]{8}", "— x AAAA"));
    assertThat(outcomes(check(1)).get(2)).isEqualTo("Wrong");
    neighbours.json("/api/access/ledger/key", "{\"ledger\":\"x\",\"key\":\"nothing\"}");
    assertThat(outcomes(check(1)).get(2)).isEqualTo("Wrong");
  }

  @Test
  void aProofOfAnotherPlaceOrWithoutAPathIsNotProved() {
    proof("{\"position\":1,\"size\":3,\"path\":[]}");
    browser.signIn();
    assertThat(outcomes(check(1)).getLast()).isEqualTo("Wrong");

    proof("{\"position\":2,\"size\":3,\"path\":[]}");
    assertThat(check(1).text("main")).contains("another place");
    proof("{\"position\":1,\"size\":3,\"path\":[\"no base64\"]}");
    assertThat(outcomes(check(1)).getLast()).isEqualTo("Wrong");
  }

  private void one(String entries) {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(ENTRIES))
                .atPriority(1)
                .withQueryParam("start", equalTo("2"))
                .willReturn(okJson(entries)));
  }

  private void proof(String body) {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo("/api/access/ledger/proofs/inclusion"))
                .atPriority(1)
                .willReturn(okJson(body)));
  }

  @Test
  void whileNothingIsSignedThePageSaysSo() {
    neighbours
        .services()
        .stubFor(
            get(urlPathEqualTo(CHECKPOINT))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/unavailable","title":"x","status":503,"detail":"x"}
                        """,
                        503)));
    browser.signIn();

    assertThat(browser.get(PAGE).text("main"))
        .contains("Nothing has been signed yet", "There is no entry here.");
    assertThat(check(1).status()).isEqualTo(409);
  }

  @Test
  void anEntryThatIsNotThereOrIsAnothersHasNoCheck() {
    neighbours.json(ENTRIES, "{\"start\":1,\"end\":2,\"entries\":[]}");
    browser.signIn();

    assertThat(check(9).status()).isEqualTo(404);
    assertThat(check(0).status()).isEqualTo(404);
    assertThat(check(-1).status()).isEqualTo(404);
  }

  @Test
  void aBeginningFarOutsideShowsWhatThereIs() {
    browser.signIn();

    assertThat(browser.get(PAGE + "?before=99999999").document().select("tbody tr")).hasSize(3);
    assertThat(browser.get(PAGE + "?before=-4").text("main")).contains("There is no entry here.");
  }

  @Test
  void whoeverMayNotReadTheLedgerFindsNone_rule2() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE,
        Samples.oneCase("LEAD_REVIEWER", "\"find\",\"readPeople\""));
    browser.signIn();
    neighbours.services().resetRequests();

    assertThat(browser.get("/cases/" + Samples.CASE).body()).doesNotContain("Ledger");
    assertThat(browser.get(PAGE).status()).isEqualTo(404);
    assertThat(browser.post("/cases", CHECK, Map.of("position", "1")).status()).isEqualTo(404);
    neighbours.services().verify(0, getRequestedFor(urlPathMatching("/api/access/ledger/.*")));
  }

  @Test
  void anAuditorOfTheInstallationReadsTheLedgerOfEveryCase() {
    neighbours.json("/api/access/me", Samples.me("\"AUDITOR\"", Samples.caseSummary("AUDITOR")));
    browser.signIn();
    assertThat(browser.get("/cases").document().select("main a[href=/ledger]")).hasSize(1);
    assertThat(browser.get("/ledger").document().select("tbody tr")).hasSize(3);

    assertThat(browser.post("/ledger", "/ledger/check", Map.of("position", "2")).text("main"))
        .contains("Entry 2 stands in the ledger");
  }

  @Test
  void nobodyElseReadsTheLedgerOfEveryCase() {
    browser.signIn();

    assertThat(browser.get("/cases").document().select("main a[href=/ledger]")).isEmpty();
    assertThat(browser.get("/ledger").status()).isEqualTo(404);
    assertThat(browser.post("/cases", "/ledger/check", Map.of("position", "1")).status())
        .isEqualTo(404);
  }
}
