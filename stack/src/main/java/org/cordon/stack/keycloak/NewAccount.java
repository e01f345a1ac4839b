package org.cordon.stack.keycloak;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An account as it shall be: its name, the person in Cordon it stands for, how that person is
 * called, and what it opens across the organisation. Roles in cases are no part of it.
 */
public record NewAccount(
    String account,
    UUID person,
    String name,
    Optional<String> email,
    Set<String> organisationRoles,
    String password,
    boolean temporary) {

  /** The roles of the realm that a person can have; {@code service} is not one of them. */
  static final Set<String> ORGANISATION_ROLES =
      Set.of("business-manager", "auditor", "administrator");

  public NewAccount {
    if (account.isBlank() || name.isBlank() || password.isBlank()) {
      throw new IllegalArgumentException("An account needs a name, a person's name and a password");
    }
    if (!ORGANISATION_ROLES.containsAll(organisationRoles)) {
      throw new IllegalArgumentException("Not all are organisation roles: " + organisationRoles);
    }
    organisationRoles = Set.copyOf(organisationRoles);
  }

  /** All of the name but its last word; Keycloak joins the two again for the claim {@code name}. */
  String firstNames() {
    var space = name.strip().lastIndexOf(' ');
    return space < 0 ? name.strip() : name.strip().substring(0, space).strip();
  }

  /** The last word of a name that has several, or nothing. */
  String lastName() {
    var space = name.strip().lastIndexOf(' ');
    return space < 0 ? "" : name.strip().substring(space + 1);
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "NewAccount[account=" + account + "]";
  }
}
