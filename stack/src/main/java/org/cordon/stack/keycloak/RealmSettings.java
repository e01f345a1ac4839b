package org.cordon.stack.keycloak;

import java.net.URI;
import java.util.Map;

/**
 * What the realm file leaves open: the public address, without a slash at its end, and the secrets
 * of the four clients. None may be blank: Keycloak would take the placeholder itself as the secret.
 */
public record RealmSettings(
    URI address,
    String gatewaySecret,
    String accessServiceSecret,
    String evidenceServiceSecret,
    String searchServiceSecret) {

  public RealmSettings {
    if (address.toString().endsWith("/") || !address.isAbsolute()) {
      throw new IllegalArgumentException(
          "The address must be absolute and without a slash at its end: " + address);
    }
    requireSecret(gatewaySecret);
    requireSecret(accessServiceSecret);
    requireSecret(evidenceServiceSecret);
    requireSecret(searchServiceSecret);
  }

  private static void requireSecret(String secret) {
    if (secret.isBlank() || secret.contains("${")) {
      throw new IllegalArgumentException("A client's secret is missing");
    }
  }

  /** The environment that the Keycloak process needs when it imports the realm, by name. */
  public Map<String, String> environment() {
    return Map.of(
        "CORDON_ADDRESS", address.toString(),
        "CORDON_GATEWAY_SECRET", gatewaySecret,
        "CORDON_ACCESS_SERVICE_SECRET", accessServiceSecret,
        "CORDON_EVIDENCE_SERVICE_SECRET", evidenceServiceSecret,
        "CORDON_SEARCH_SERVICE_SECRET", searchServiceSecret);
  }

  /** The secrets by client id. */
  Map<String, String> secrets() {
    return Map.of(
        "gateway", gatewaySecret,
        "access-service", accessServiceSecret,
        "evidence-service", evidenceServiceSecret,
        "search-service", searchServiceSecret);
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "RealmSettings[address=" + address + "]";
  }
}
