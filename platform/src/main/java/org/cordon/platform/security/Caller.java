package org.cordon.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The signed-in person who calls, as their verified token names them.
 *
 * @param person claim {@code person}
 * @param name claim {@code name}, for showing only; at most 200 characters
 * @param account claim {@code preferred_username}
 */
public record Caller(
    PersonId person, String name, String account, Set<OrganisationRole> organisationRoles) {
  static final String PERSON_CLAIM = "person";
  private static final int MAX_NAME = 200;

  public Caller {
    organisationRoles = Set.copyOf(organisationRoles);
  }

  /**
   * Reads the claims.
   *
   * @throws Problem NOT_FOUND when the token names no person
   */
  public static Caller of(Jwt token) {
    String person = token.getClaimAsString(PERSON_CLAIM);
    if (person == null) {
      throw Problem.notFound();
    }
    try {
      return new Caller(
          PersonId.from(person),
          text(token.getClaimAsString("name")),
          text(token.getClaimAsString("preferred_username")),
          realmRoles(token).stream()
              .flatMap(role -> OrganisationRole.fromClaim(role).stream())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound();
    }
  }

  /** Whether the token carries that role. */
  public boolean is(OrganisationRole role) {
    return organisationRoles.contains(role);
  }

  /** The realm roles of a token; none when the claim is absent or of another shape. */
  static Set<String> realmRoles(Jwt token) {
    Map<String, Object> access = token.getClaimAsMap("realm_access");
    if (access != null && access.get("roles") instanceof List<?> roles) {
      return roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
    return Set.of();
  }

  private static String text(@Nullable String claim) {
    if (claim == null) {
      return "";
    }
    return claim.length() > MAX_NAME ? claim.substring(0, MAX_NAME) : claim;
  }
}
