package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import org.cordon.access.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MetadataTest extends ServiceTest {

  @Test
  void whoeverReachesTheServiceReadsWhereItsInterfaceIs() {
    Reply reply = get(null, "/.well-known/authzen-configuration");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.whole().headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(reply.whole().headers().firstValue("Cache-Control")).hasValue("max-age=3600");
    JsonNode metadata = reply.node();
    String point = metadata.path("policy_decision_point").asString();
    assertThat(metadata.path("access_evaluation_endpoint").asString())
        .isEqualTo(point + "/access/v1/evaluation");
    assertThat(metadata.propertyNames())
        .containsExactlyInAnyOrder(
            "policy_decision_point",
            "access_evaluation_endpoint",
            "access_evaluations_endpoint",
            "search_subject_endpoint",
            "search_resource_endpoint",
            "search_action_endpoint");
  }

  @Test
  void theAddressIsTheConfiguredOneWhateverTheRequestSays() {
    String told = get(null, "/.well-known/authzen-configuration").body();

    assertThat(
            send(
                    null,
                    "GET",
                    "/.well-known/authzen-configuration",
                    null,
                    "X-Forwarded-Host",
                    "elsewhere.example",
                    "X-Forwarded-Proto",
                    "https",
                    "Forwarded",
                    "host=elsewhere.example;proto=https")
                .body())
        .isEqualTo(told)
        .doesNotContain("elsewhere");
  }

  @Test
  void nothingElseOfWellKnownIsThere() {
    for (String path :
        new String[] {
          "/.well-known/openid-configuration",
          "/.well-known/authzen-configuration/tenant",
          "/.well-known"
        }) {
      assertThat(get(null, path).status()).isEqualTo(401);
      assertThat(get(service(), path).status()).isEqualTo(404);
    }
    assertThat(post(null, "/.well-known/authzen-configuration", "{}").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pdp.example.org",
        "https://pdp.example.org/path",
        "https://pdp.example.org/?q=1",
        "https://pdp.example.org#part",
        "https://somebody@pdp.example.org",
        "https:pdp",
        "pdp.example.org"
      })
  void anAddressThatTheStandardForbidsStopsTheService(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecisionPointProperties(URI.create(address)))
        .withMessageContaining("cordon.decision-point.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pdp.example.org",
        "https://pdp.example.org:8443",
        "http://127.0.0.1:8081"
      })
  void anAddressWithHttpsOrOnThisMachineIsTaken(String address) {
    assertThatNoException().isThrownBy(() -> new DecisionPointProperties(URI.create(address)));
  }
}
