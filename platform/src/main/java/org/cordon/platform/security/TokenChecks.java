package org.cordon.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How a token is verified: signature, issuer, audience, and an expiry that must be there. */
public final class TokenChecks {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  private TokenChecks() {}

  /** A decoder that refuses whatever was not issued by that issuer for that audience. */
  public static JwtDecoder decoder(SecurityProperties properties) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri()).build();
    decoder.setJwtValidator(validator(properties));
    return decoder;
  }

  static OAuth2TokenValidator<Jwt> validator(SecurityProperties properties) {
    return new DelegatingOAuth2TokenValidator<>(
        List.of(
            new JwtTimestampValidator(CLOCK_SKEW),
            new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
            new JwtIssuerValidator(properties.issuer()),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(properties.audience()))));
  }
}
