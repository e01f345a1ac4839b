package org.cordon.access.accounts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The users of the realm, through Keycloak's admin interface. */
@Component
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakUsers {
  private static final Logger LOG = LoggerFactory.getLogger(KeycloakUsers.class);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final String PERSON = "person";
  private static final ParameterizedTypeReference<List<User>> USERS =
      new ParameterizedTypeReference<>() {};

  private final RestClient http;

  KeycloakUsers(KeycloakProperties keycloak, ServiceTokens tokens) {
    this.http =
        RestClient.builder()
            .baseUrl(keycloak.adminUrl())
            .requestFactory(Connections.within(ANSWER))
            .requestInterceptor(tokens.interceptor())
            .build();
  }

  /** What is read of a user. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record User(String id, @Nullable Map<String, List<String>> attributes) {

    boolean belongsTo(PersonId person) {
      return attributes != null
          && attributes.getOrDefault(PERSON, List.of()).contains(person.toString());
    }
  }

  /**
   * Makes a user who must change the password when they first sign in. One that an earlier attempt
   * left behind for the same person is taken over with the new password.
   *
   * @throws Problem CONFLICT when the address belongs to another account; UNAVAILABLE when Keycloak
   *     does not answer
   */
  void create(PersonId person, String name, String email, TemporaryPassword password) {
    try {
      http.post()
          .uri("/users")
          .contentType(MediaType.APPLICATION_JSON)
          .body(user(person, name, email, password))
          .retrieve()
          .toBodilessEntity();
    } catch (HttpClientErrorException.Conflict exists) {
      takeOver(person, email, password);
    } catch (RestClientException noAnswer) {
      throw unavailable(noAnswer);
    }
  }

  private void takeOver(PersonId person, String email, TemporaryPassword password) {
    try {
      setPassword(
          require(person, email, "There is an account with this address already."), password);
    } catch (RestClientException noAnswer) {
      throw unavailable(noAnswer);
    }
  }

  /**
   * Gives a user a password to change at the next sign-in, lifts a lock and ends all sessions.
   *
   * @throws Problem CONFLICT when the account is not one of this person; UNAVAILABLE when Keycloak
   *     does not answer
   */
  void reset(PersonId person, String account, TemporaryPassword password) {
    try {
      User own = require(person, account, "This account is not one that Cordon can change.");
      setPassword(own, password);
      http.delete()
          .uri("/attack-detection/brute-force/users/{id}", own.id())
          .retrieve()
          .toBodilessEntity();
      http.post().uri("/users/{id}/logout", own.id()).retrieve().toBodilessEntity();
    } catch (RestClientException noAnswer) {
      throw unavailable(noAnswer);
    }
  }

  private User require(PersonId person, String account, String otherwise) {
    List<User> found =
        http.get()
            .uri("/users?username={account}&exact=true&briefRepresentation=false", account)
            .retrieve()
            .body(USERS);
    return (found == null ? List.<User>of() : found)
        .stream()
            .filter(user -> user.belongsTo(person))
            .findFirst()
            .orElseThrow(() -> new Problem(Problem.Kind.CONFLICT, otherwise));
  }

  private void setPassword(User user, TemporaryPassword password) {
    http.put()
        .uri("/users/{id}/reset-password", user.id())
        .contentType(MediaType.APPLICATION_JSON)
        .body(password.credential())
        .retrieve()
        .toBodilessEntity();
  }

  private static Map<String, Object> user(
      PersonId person, String name, String email, TemporaryPassword password) {
    int gap = name.lastIndexOf(' ');
    return Map.of(
        "username",
        email,
        "email",
        email,
        "emailVerified",
        true,
        "enabled",
        true,
        "firstName",
        gap < 0 ? name : name.substring(0, gap),
        "lastName",
        gap < 0 ? "" : name.substring(gap + 1),
        "attributes",
        Map.of(PERSON, List.of(person.toString())),
        "requiredActions",
        List.of("UPDATE_PASSWORD"),
        "credentials",
        List.of(password.credential()));
  }

  private static Problem unavailable(RestClientException noAnswer) {
    LOG.error("Keycloak did not change an account: {}", noAnswer.getClass().getSimpleName());
    return new Problem(
        Problem.Kind.UNAVAILABLE,
        "Accounts cannot be changed just now. Try again in a few minutes.");
  }
}
