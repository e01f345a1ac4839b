package org.cordon.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.OrganisationRole;
import org.cordon.platform.security.SecurityProperties;
import org.cordon.platform.security.ServiceTokens;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An issuer of real, signed tokens on a free port of this machine, with its keys and a token
 * endpoint.
 */
public final class TestIssuer implements AutoCloseable {
  private static final TestIssuer SHARED = new TestIssuer();

  private final RSAKey key;
  private final HttpServer server;

  private TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext(
          "/token",
          exchange ->
              answer(
                  exchange,
                  "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                      .formatted(service("a-service"))));
      server.setExecutor(null);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One issuer for all tests of this JVM. */
  public static TestIssuer shared() {
    return SHARED;
  }

  /** Sets {@code cordon.security.*} so that a service under test trusts this issuer. */
  public void register(DynamicPropertyRegistry registry) {
    registry.add("cordon.security.issuer", this::issuer);
    registry.add("cordon.security.jwk-set-uri", () -> issuer() + "/keys");
    registry.add("cordon.security.token-uri", () -> issuer() + "/token");
    registry.add("cordon.security.client-id", () -> "a-service");
    registry.add("cordon.security.client-secret", () -> "a-secret-for-tests");
  }

  /** A service's own tokens, fetched from this issuer. */
  public ServiceTokens tokens() {
    return new ServiceTokens(
        new SecurityProperties(
            issuer(), issuer() + "/keys", "cordon", "a-service", "a-secret", issuer() + "/token"));
  }

  /** The {@code iss} of the tokens. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A person's token, with roles in the organisation. */
  public String person(PersonId person, String name, OrganisationRole... roles) {
    return sign(
        claims("cordon", Instant.now().plusSeconds(300))
            .claim("person", person.toString())
            .claim("name", name)
            .claim("preferred_username", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'))
            .claim(
                "realm_access",
                Map.of("roles", Arrays.stream(roles).map(OrganisationRole::claim).toList())));
  }

  /** A service's own token. */
  public String service(String client) {
    return sign(
        claims("cordon", Instant.now().plusSeconds(300))
            .claim("azp", client)
            .claim("realm_access", Map.of("roles", List.of("service"))));
  }

  /** The token of an enforcement point outside Cordon. */
  public String enforcementPoint(String client) {
    return sign(
        claims("cordon", Instant.now().plusSeconds(300))
            .claim("azp", client)
            .claim("realm_access", Map.of("roles", List.of("enforcement-point"))));
  }

  /** A person's token that expired a minute ago. */
  public String expired(PersonId person) {
    return sign(
        claims("cordon", Instant.now().minusSeconds(60)).claim("person", person.toString()));
  }

  /** A person's token for another audience. */
  public String forAnotherAudience(PersonId person) {
    return sign(
        claims("elsewhere", Instant.now().plusSeconds(300)).claim("person", person.toString()));
  }

  /** A token that names no person. */
  public String nobody() {
    return sign(claims("cordon", Instant.now().plusSeconds(300)));
  }

  private JWTClaimsSet.Builder claims(String audience, Instant expires) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(UUID.randomUUID().toString())
        .audience(audience)
        .issueTime(Date.from(expires.minusSeconds(300)))
        .expirationTime(Date.from(expires));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
