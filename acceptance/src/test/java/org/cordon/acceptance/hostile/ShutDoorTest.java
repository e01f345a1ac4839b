package org.cordon.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Cordon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is never routed from outside, however it is asked for and whoever asks. */
class ShutDoorTest {
  private final Api api = Api.running();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/changes?after=0",
        "/internal/labels/changes?after=0",
        "/internal/positions",
        "/access/v1/evaluation",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/api/evidence/../../internal/changes",
        "/api/evidence/..%2f..%2finternal/changes",
        "/api/evidence/%2e%2e/%2e%2e/internal/changes",
        "/api/evidence/..;/..;/internal/changes",
        "//internal/changes",
        "/api/access/internal/labels/changes",
        "/api/search/internal/positions"
      })
  void aServicesOwnDoorIsShut(String path) {
    for (var account : new String[] {"alison.keeble", "kofi.bramwell"}) {
      var asked = api.as(Cordon.running().account(account), path);
      var answer = api.send(asked.GET());
      assertThat(answer.status()).as("%s %s", path, answer).isIn(400, 404);
      assertThat(answer.text()).doesNotContain("position", "changes\"", "_links");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/filters",
        "/internal/findable",
        "/internal/rebuild",
        "/internal/deliveries",
        "/access/v1/evaluation",
        "/access/v1/evaluations"
      })
  void aServicesOwnDoorTakesNoPost(String path) {
    var token = OddTokens.ofService("evidence-service");
    for (var bearer : new String[] {token, api.token(Cordon.running().account("alison.keeble"))}) {
      var answer =
          api.send(
              api.request(path)
                  .header("Authorization", "Bearer " + bearer)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{}")));
      answer.requireProblem(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth",
        "/auth/",
        "/auth/admin",
        "/auth/admin/master/console/",
        "/auth/admin/realms/cordon/users",
        "/auth/realms/master",
        "/auth/realms/master/protocol/openid-connect/token",
        "/auth/realms/cordon/../master",
        "/auth/realms/cordon/%2e%2e/master",
        "/auth/realms/cordon/..;/master",
        "/auth/realms/cordon%2f..%2fmaster",
        "/auth/metrics",
        "/auth/health"
      })
  void keycloaksOtherDoorsAreShut(String path) {
    var answer = api.send(api.request(path).GET());
    assertThat(answer.status()).as("%s %s", path, answer).isIn(400, 404);
    assertThat(answer.text()).doesNotContain("public_key", "master");
  }
}
