package org.cordon.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An OpenID provider in the shape of Keycloak that signs everyone in as the same person. It checks
 * PKCE and the client's secret, and can be told to refuse refreshing or to fail.
 */
public final class StubProvider implements AutoCloseable {
  /** The secret that it expects of the client. */
  public static final String SECRET = "a secret for tests";

  private static final String PROTOCOL = "/auth/realms/cordon/protocol/openid-connect/";
  private final String issuer;
  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
  private volatile Refresh refresh = Refresh.WORKS;
  private volatile int tokenLifetime = 300;

  /** A request as it arrived. */
  public record Seen(String method, String path, Map<String, List<String>> headers, String body) {}

  /** What happens to a refresh. */
  public enum Refresh {
    WORKS,
    REFUSED,
    BROKEN
  }

  /** With the issuer that its tokens carry. */
  public StubProvider(String issuer) {
    this.issuer = issuer;
    try {
      key = new RSAKeyGenerator(2048).keyID("stub").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::serve);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The internal address, as {@code cordon.keycloak.url} names it. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/auth";
  }

  /** From now on. */
  public void refresh(Refresh outcome) {
    refresh = outcome;
  }

  /** How long tokens hold that are issued from now on, in seconds. */
  public void tokenLifetime(int seconds) {
    tokenLifetime = seconds;
  }

  /** What arrived so far. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** Back to how it began. */
  public void reset() {
    refresh = Refresh.WORKS;
    tokenLifetime = 300;
    seen.clear();
  }

  /** An access token for that audience which expires so many seconds from now. */
  public String accessToken(String audience, int expiresIn) {
    return sign(
        claims(audience, expiresIn)
            .claim("person", Samples.PERSON)
            .claim("preferred_username", "asha.rowe")
            .claim("name", "Asha Rowe"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              path,
              new HashMap<>(exchange.getRequestHeaders()),
              body));
      switch (path) {
        case PROTOCOL + "auth" -> authorize(exchange);
        case PROTOCOL + "token" -> token(exchange, form(body));
        case PROTOCOL + "certs" -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case PROTOCOL + "logout" -> {
          Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
          redirect(
              exchange, asked.get("post_logout_redirect_uri") + "?state=" + asked.get("state"));
        }
        default -> answer(exchange, 200, "{\"path\":\"" + path + "\"}");
      }
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "KEYCLOAK_SESSION=kept; Path=/auth/realms/cordon/; HttpOnly");
    redirect(
        exchange, asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code);
  }

  private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
    String basic =
        Base64.getEncoder()
            .encodeToString(
                ("gateway:" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    boolean refreshing = "refresh_token".equals(asked.get("grant_type"));
    if (refreshing && refresh == Refresh.BROKEN) {
      answer(exchange, 503, "{}");
      return;
    }
    Map<String, String> begun =
        refreshing ? Map.of() : codes.remove(asked.getOrDefault("code", "none"));
    if (begun == null
        || (refreshing && refresh == Refresh.REFUSED)
        || (!refreshing && !challenge(asked).equals(begun.get("code_challenge")))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    JWTClaimsSet.Builder id =
        claims("gateway", 300).claim("name", "Asha Rowe").claim("preferred_username", "asha.rowe");
    if (begun.containsKey("nonce")) {
      id.claim("nonce", begun.get("nonce"));
    }
    answer(
        exchange,
        200,
        """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s",
         "id_token":"%s","scope":"openid profile"}
        """
            .formatted(
                accessToken("cordon", tokenLifetime), tokenLifetime, UUID.randomUUID(), sign(id)));
  }

  private static String challenge(Map<String, String> asked) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(asked.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet.Builder claims(String audience, int expiresIn) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("5c3b2a10-0000-4000-8000-00000000a5a5")
        .audience(audience)
        .issueTime(Date.from(now.minusSeconds(1000)))
        .expirationTime(Date.from(now.plusSeconds(expiresIn)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(), claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
