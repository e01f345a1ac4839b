package org.cordon.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.journeys.Chromium;
import org.cordon.acceptance.journeys.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While nobody can say who may see what, nothing is shown, and nothing is lost. */
@Order(Integer.MAX_VALUE - 20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessStoppedTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = cordon.inOnly(cordon.caseOf("Rowan"), "LEAD_REVIEWER");
  private final Upload during = Upload.ofText("during.txt", "Sent while it was down.", "During");
  private final Optional<Chromium> chromium = Chromium.tryStart();
  private Optional<Visitor> visitor = Optional.empty();
  private String caseId = "";
  private String item = "";

  @BeforeAll
  void stopAccessService() {
    caseId = cases.open("Nobody to ask", reviewer);
    var before = Upload.ofText("before.txt", "Held before the tollhouse shut.", "Before");
    item = api.add(reviewer, caseId, before).require(201).json().path("item").asString();
    cases.awaitTotal(reviewer, Map.of("q", "tollhouse", "case", caseId), 1, LIMIT);
    visitor = chromium.map(browser -> browser.visitor().signIn(reviewer));
    cordon.processes().holdSupervisor();
    cordon.processes().kill("access-service");
  }

  @AfterAll
  void everythingWorksAgainAndNothingIsLost() {
    cordon.processes().releaseSupervisor();
    cordon.up();
    chromium.ifPresent(Chromium::close);
    assertThat(cases.items(reviewer, caseId)).hasSize(1);
    api.add(reviewer, caseId, during).require(201);
    assertThat(cases.items(reviewer, caseId)).hasSize(2);
    cases.awaitTotal(reviewer, Map.of("q", "", "case", caseId), 2, LIMIT);
    assertThat(api.get(reviewer, content()).require(200).text()).contains("tollhouse");
  }

  private String content() {
    return "/api/evidence/items/" + item + "/versions/1/content";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/access/me",
        "/api/access/cases",
        "/api/evidence/cases/CASE/items",
        "/api/evidence/items/ITEM",
        "/api/evidence/items/ITEM/versions/1/text",
        "/api/evidence/items/ITEM/versions/1/content",
        "/api/search?q=tollhouse",
        "/api/search?q="
      })
  void nothingIsShownWithoutADecision_rule29(String path) {
    var answer = api.get(reviewer, path.replace("CASE", caseId).replace("ITEM", item));
    answer.requireProblem(503);
    assertThat(answer.text()).doesNotContain("tollhouse", "before.txt", "Before");
  }

  @Test
  void nothingIsTakenInWithoutADecision() {
    api.add(reviewer, caseId, during).requireProblem(503);
  }

  @Test
  void pagesSayInPlainWordsThatNothingCanBeShown() {
    assumeTrue(visitor.isPresent(), "Chromium is not installed");
    for (var path :
        List.of("/cases", "/cases/" + caseId, "/items/" + item, "/search?q=tollhouse")) {
      var answer = visitor.orElseThrow().open(path);
      assertThat(answer.status()).as(path).isEqualTo(503);
      assertThat(visitor.orElseThrow().text())
          .contains("Cordon is not available just now", "Try again in a few minutes")
          .doesNotContain("tollhouse", "before.txt");
    }
    visitor.orElseThrow().requireAccessible("not available");
  }

  @Test
  void theStatusSaysWhatIsMissing() {
    var status = cordon.statusNow();
    assertThat(status.stateOf("access-service")).isNotEqualTo("ready");
    assertThat(List.of(status.stateOf("gateway"), status.stateOf("postgresql")))
        .containsOnly("ready");
  }
}
