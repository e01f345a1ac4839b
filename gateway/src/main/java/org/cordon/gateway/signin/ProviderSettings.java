package org.cordon.gateway.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the gateway knows of the identity provider and of itself as its client. Issuer and the
 * address of the sign-in page are public; the other endpoints are reached inside.
 */
@ConfigurationProperties("cordon.security")
record ProviderSettings(
    String issuer,
    String jwkSetUri,
    String tokenUri,
    String audience,
    String clientId,
    String clientSecret) {

  String authorizationUri() {
    return issuer + "/protocol/openid-connect/auth";
  }

  String endSessionUri() {
    return issuer + "/protocol/openid-connect/logout";
  }
}
