package org.cordon.stack.keycloak;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks after the realm {@code cordon} of a running Keycloak as its bootstrap administrator. Every
 * method can be repeated: it brings about a state and changes nothing when it is there already.
 */
public final class KeycloakAdmin {
  /** The client that lets scripts sign in with a password; in a demo only. */
  public static final String DEMO_CLIENT = "cordon-demo";

  private static final String REALM = "/admin/realms/" + CordonRealm.NAME;

  private final KeycloakHttp http;
  private final String username;
  private final String password;

  /**
   * @param server the address with Keycloak's base path, such as {@code http://127.0.0.1:8081/auth}
   * @param username the bootstrap administrator's, of the realm {@code master}
   */
  public KeycloakAdmin(URI server, String username, String password) {
    this.http = new KeycloakHttp(server);
    this.username = username;
    this.password = password;
  }

  /**
   * Makes the account, or brings an existing one of that name into line: person, name, e-mail
   * address and organisation roles, no more and no less. The password is set on a new account only;
   * it must keep to the realm's policy (12 characters), else {@link KeycloakRefusal} with 400.
   *
   * @return Keycloak's id of the account
   */
  public UUID ensureAccount(NewAccount account) {
    var token = token();
    var found = find(account.account(), token);
    if (found.isPresent()) {
      http.put("change an account", REALM + "/users/" + found.get(), token, body(account));
    } else {
      http.post("make an account", REALM + "/users", token, withPassword(account));
    }
    var id = find(account.account(), token).orElseThrow();
    alignRoles(id, account, token);
    return id;
  }

  /** Sets a new password; a temporary one must be changed at the next sign-in. */
  public void resetPassword(String account, String newPassword, boolean temporary) {
    var token = token();
    var id =
        find(account, token)
            .orElseThrow(() -> new IllegalArgumentException("No account " + account));
    http.put(
        "set a password",
        REALM + "/users/" + id + "/reset-password",
        token,
        credential(newPassword, temporary));
  }

  /** Keycloak's id of the account with exactly this name. */
  public Optional<UUID> find(String account) {
    return find(account, token());
  }

  /**
   * Gives the clients the address and the secrets of these settings, for a realm that was imported
   * under others.
   */
  public void align(RealmSettings settings) {
    var token = token();
    for (var secret : settings.secrets().entrySet()) {
      var client = requireClient(secret.getKey(), token);
      var change = new LinkedHashMap<String, Object>();
      change.put("clientId", secret.getKey());
      change.put("secret", secret.getValue());
      if (secret.getKey().equals("gateway")) {
        change.putAll(addresses(settings.address()));
      }
      var path = REALM + "/clients/" + client.path("id").asString();
      http.put("change a client", path, token, change);
    }
  }

  /** Makes the demo's client: public, passwords only, with tokens like those of the gateway. */
  public void ensureDemoClient() {
    var token = token();
    if (findClient(DEMO_CLIENT, token).isEmpty()) {
      http.post("make the demo's client", REALM + "/clients", token, demoClient());
    }
    var id = requireClient(DEMO_CLIENT, token).path("id").asString();
    var roles = NewAccount.ORGANISATION_ROLES.stream().map(role -> role(role, token)).toList();
    http.post(
        "let the demo's client carry roles",
        REALM + "/clients/" + id + "/scope-mappings/realm",
        token,
        roles);
  }

  /**
   * An access token of a person, by password through the demo's client.
   *
   * @throws KeycloakRefusal with {@code invalid_grant} when the password is wrong, must be changed
   *     first, or the account is locked; with {@code invalid_client} where there is no demo
   */
  public String personToken(String account, String personsPassword) {
    return http.token(
        CordonRealm.NAME,
        Map.of(
            "grant_type", "password",
            "client_id", DEMO_CLIENT,
            "scope", "openid",
            "username", account,
            "password", personsPassword));
  }

  private String token() {
    return http.token(
        "master",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            username,
            "password",
            password));
  }

  private Optional<UUID> find(String account, String token) {
    var query = "/users?exact=true&briefRepresentation=true&username=";
    var found =
        http.get("find an account", REALM + query + KeycloakHttp.encode(account), token).body();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(UUID.fromString(found.path(0).path("id").asString()));
  }

  private void alignRoles(UUID id, NewAccount account, String token) {
    var path = REALM + "/users/" + id + "/role-mappings/realm";
    var held =
        http.get("read an account's roles", path, token).body().values().stream()
            .map(role -> role.path("name").asString())
            .filter(NewAccount.ORGANISATION_ROLES::contains)
            .collect(Collectors.toSet());
    var missing =
        account.organisationRoles().stream()
            .filter(role -> !held.contains(role))
            .map(role -> role(role, token))
            .toList();
    var surplus =
        held.stream()
            .filter(role -> !account.organisationRoles().contains(role))
            .map(role -> role(role, token))
            .toList();
    if (!missing.isEmpty()) {
      http.post("give a role", path, token, missing);
    }
    if (!surplus.isEmpty()) {
      http.delete("take a role", path, token, surplus);
    }
  }

  private JsonNode role(String name, String token) {
    return http.get("read a role", REALM + "/roles/" + name, token).body();
  }

  private Optional<JsonNode> findClient(String clientId, String token) {
    var path = REALM + "/clients?clientId=" + KeycloakHttp.encode(clientId);
    var found = http.get("find a client", path, token).body();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.path(0));
  }

  private JsonNode requireClient(String clientId, String token) {
    return findClient(clientId, token)
        .orElseThrow(() -> new IllegalStateException("The realm has no client " + clientId));
  }

  private static Map<String, Object> body(NewAccount account) {
    var body = new LinkedHashMap<String, Object>();
    body.put("username", account.account());
    body.put("enabled", true);
    body.put("firstName", account.firstNames());
    body.put("lastName", account.lastName());
    body.put("email", account.email().orElse(""));
    body.put("attributes", Map.of("person", List.of(account.person().toString())));
    return body;
  }

  private static Map<String, Object> withPassword(NewAccount account) {
    var body = body(account);
    body.put("credentials", List.of(credential(account.password(), account.temporary())));
    return body;
  }

  private static Map<String, Object> credential(String password, boolean temporary) {
    return Map.of("type", "password", "value", password, "temporary", temporary);
  }

  /** What the realm file says of the gateway's addresses; a test holds the two together. */
  private static Map<String, Object> addresses(URI address) {
    return Map.of(
        "rootUrl", address.toString(),
        "webOrigins", List.of(),
        "redirectUris", List.of(address + "/login/oauth2/code/cordon"),
        "attributes",
            Map.of("post.logout.redirect.uris", address + "/##" + address + "/signed-out"));
  }

  private static Map<String, Object> demoClient() {
    var client = new LinkedHashMap<String, Object>();
    client.put("clientId", DEMO_CLIENT);
    client.put("description", "Lets scripts of a demo sign in with a password; not for real use");
    client.put("enabled", true);
    client.put("protocol", "openid-connect");
    client.put("publicClient", true);
    client.put("standardFlowEnabled", false);
    client.put("implicitFlowEnabled", false);
    client.put("directAccessGrantsEnabled", true);
    client.put("fullScopeAllowed", false);
    client.put("redirectUris", List.of());
    client.put("webOrigins", List.of());
    client.put("defaultClientScopes", List.of("basic", "acr", "profile", "cordon"));
    client.put("optionalClientScopes", List.of());
    return client;
  }
}
