package org.cordon.acceptance.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks after the machines reads nothing (rule 1). */
class SystemAdministratorTest {
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Account administrator = cordon.account("kofi.bramwell");

  @Test
  void aSystemAdministratorHasNoCase_rule1() {
    var page = api.get(administrator, "/api/access/cases").require(200).json();
    assertThat(page.path("items").values()).isEmpty();
  }

  @Test
  void aSystemAdministratorFindsNothing_rule1() {
    var found = api.get(administrator, "/api/search?q=Varley").require(200).json();
    Nothing.requireIn(found, administrator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/access/cases/%s",
        "/api/access/cases/%s/people",
        "/api/access/cases/%s/agencies",
        "/api/access/cases/%s/exposures",
        "/api/evidence/cases/%s/items"
      })
  void aSystemAdministratorReadsNothingOfACase_rule1(String path) {
    var rowan = cordon.caseOf("Rowan").id();
    api.get(administrator, path.formatted(rowan)).requireProblem(404);
  }
}
