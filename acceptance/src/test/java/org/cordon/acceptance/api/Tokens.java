package org.cordon.acceptance.api;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.stack.keycloak.KeycloakAdmin;

/** Bearer tokens of the demo's accounts, each kept until it is nearly over. */
final class Tokens {
  private static final Duration GOOD_FOR = Duration.ofMinutes(4);
  private final Map<String, Token> known = new ConcurrentHashMap<>();
  private final KeycloakAdmin keycloak;
  private final String password;

  private record Token(String value, Instant until) {}

  Tokens(Cordon cordon) {
    // Keycloak's own door: many tokens at once would meet the front door's limit on sign-ins.
    var settings = cordon.installation().settings();
    var vault = cordon.installation().vault();
    this.keycloak =
        new KeycloakAdmin(
            URI.create("http://127.0.0.1:" + settings.internalPort("keycloak") + "/auth"),
            "none",
            "none");
    this.password = vault.password("demo.accounts");
  }

  /** One at a time: Keycloak refuses a second sign-in of an account while it works on a first. */
  synchronized String of(String account) {
    var token = known.get(account);
    if (token == null || Instant.now().isAfter(token.until())) {
      token = new Token(keycloak.personToken(account, password), Instant.now().plus(GOOD_FOR));
      known.put(account, token);
    }
    return token.value();
  }
}
