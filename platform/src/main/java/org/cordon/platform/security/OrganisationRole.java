package org.cordon.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The few roles that a token carries. None of them opens a case: roles in cases live in
 * access-service (rule 1).
 */
public enum OrganisationRole {
  /** May open cases. */
  BUSINESS_MANAGER,
  /** Reads the whole ledger. */
  AUDITOR,
  /** Runs the installation and reads nothing of any case. */
  ADMINISTRATOR;

  /** The role's name in a token, for example {@code business-manager}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that name in a token; anything else is no role. */
  public static Optional<OrganisationRole> fromClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }
}
