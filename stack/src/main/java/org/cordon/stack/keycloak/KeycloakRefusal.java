package org.cordon.stack.keycloak;

import java.io.Serial;

/** Keycloak did not do as asked; says what was asked, the status and Keycloak's error code. */
public final class KeycloakRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  KeycloakRefusal(String asked, int status, String code) {
    super("Keycloak refused to " + asked + ": " + status + (code.isBlank() ? "" : " " + code));
    this.status = status;
  }

  /** The HTTP status of Keycloak's answer. */
  public int status() {
    return status;
  }
}
