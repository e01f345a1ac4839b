package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that only one case holds tell a person of another case nothing (rules 1 and 2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherCaseTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = cordon.inOnly(cordon.caseOf("Rowan"), "LEAD_REVIEWER");
  private final Account stranger = cordon.inOnly(cordon.caseOf("Linnet"), "REVIEW_TEAM_MEMBER");
  private String caseId = "";

  @BeforeAll
  void addADocumentWithWordsOfItsOwn() {
    caseId = cases.open("Words of its own", reviewer);
    var text = "The quibberfold was seen beside the lantwicket on the morning of the visit.";
    api.add(reviewer, caseId, Upload.ofText("quibberfold.txt", text, "Note of the quibberfold"))
        .require(201);
    cases.awaitTotal(reviewer, Map.of("q", "quibberfold", "case", caseId), 1, SOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quibberfold",
        "\"beside the lantwicket\"",
        "quibberfold OR lantwicket",
        "quibber*",
        "quibberfolb~",
        "title:quibberfold",
        "quibberfold.txt"
      })
  void aWordOfAnotherCaseAnswersAsNonsenseDoes_rule2(String words) {
    var found = api.get(stranger, "/api/search?q=" + Api.encode(words));
    Nothing.requireIn(found.require(200).json(), stranger);
    var nonsense = words.replace("quibberfol", "zzuvvarkle").replace("lantwicket", "yyodrummel");
    var other = api.get(stranger, "/api/search?q=" + Api.encode(nonsense));
    assertThat(found.wholly()).isEqualTo(other.wholly());
  }

  @Test
  void askingForAnotherCaseAnswersAsAskingForNone_rule1() {
    var real = api.get(stranger, "/api/search?q=visit&case=" + caseId);
    var absent = api.get(stranger, "/api/search?q=visit&case=01900000-0000-7000-8000-00000000abcd");
    assertThat(real.wholly()).isEqualTo(absent.wholly());
  }

  @Test
  void aSearchOverEverythingCountsNothingOfAnotherCase_rule2() {
    var found = cases.search(stranger, Map.of("q", ""));
    found
        .path("facets")
        .path("case")
        .forEach(facet -> assertThat(facet.path("value").asString()).isNotEqualTo(caseId));
    found
        .path("hits")
        .forEach(hit -> assertThat(stranger.isIn(hit.path("case").asString())).isTrue());
  }

  @Test
  void aPersonTakenOffACaseFindsNothingAtOnce_rule1() {
    var guest = cordon.account("owen.lathbury");
    cases.give(caseId, guest, "REVIEW_TEAM_MEMBER");
    cases.awaitTotal(guest, Map.of("q", "quibberfold", "case", caseId), 1, SOON);
    cases.give(caseId, guest);
    Nothing.requireIn(cases.search(guest, Map.of("q", "quibberfold")), guest);
    assertThat(api.get(guest, "/api/evidence/cases/" + caseId + "/items").status()).isEqualTo(404);
  }
}
