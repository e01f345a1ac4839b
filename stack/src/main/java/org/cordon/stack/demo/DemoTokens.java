package org.cordon.stack.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Access tokens of the demo's accounts, by their password and the demo's own client. */
final class DemoTokens {
  private static final String CLIENT = "cordon-demo";
  private static final String PATH = "/auth/realms/cordon/protocol/openid-connect/token";
  private static final Duration EARLY = Duration.ofSeconds(20);

  private final Exchange exchange;
  private final String address;
  private final String password;
  private final Map<String, Token> tokens = new HashMap<>();

  private record Token(String value, Instant freshUntil) {}

  DemoTokens(Exchange exchange, String address, String password) {
    this.exchange = exchange;
    this.address = address;
    this.password = password;
  }

  /** One that is good for a while yet. */
  String of(String account) {
    var known = tokens.get(account);
    if (known != null && Instant.now().isBefore(known.freshUntil())) {
      return known.value();
    }
    var answer = exchange.send("Signing in as " + account, () -> request(account), () -> {});
    var value = answer.path("access_token").asString("");
    if (value.isEmpty()) {
      throw new DemoFailure("Signing in as " + account + ": there is no token in the answer");
    }
    var lasts = Duration.ofSeconds(answer.path("expires_in").asLong(0));
    tokens.put(account, new Token(value, Instant.now().plus(lasts).minus(EARLY)));
    return value;
  }

  void forget(String account) {
    tokens.remove(account);
  }

  private HttpRequest request(String account) {
    var form = new TreeMap<String, String>();
    form.put("grant_type", "password");
    form.put("client_id", CLIENT);
    form.put("username", account);
    form.put("password", password);
    form.put("scope", "openid");
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(address + PATH))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
