package org.cordon.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens come from, and this service's own client.
 *
 * @param issuer the {@code iss} that a token must carry
 * @param jwkSetUri where the issuer's keys are read; may be an internal address
 * @param audience the {@code aud} that a token must carry
 * @param clientId this service's client, for tokens of its own (client credentials)
 * @param clientSecret that client's secret
 * @param tokenUri where this service's tokens are issued
 */
@ConfigurationProperties("cordon.security")
public record SecurityProperties(
    String issuer,
    String jwkSetUri,
    @DefaultValue("cordon") String audience,
    String clientId,
    String clientSecret,
    String tokenUri) {

  /** Without the secret, for logs. */
  @Override
  public String toString() {
    return "SecurityProperties[issuer=%s, clientId=%s]".formatted(issuer, clientId);
  }
}
