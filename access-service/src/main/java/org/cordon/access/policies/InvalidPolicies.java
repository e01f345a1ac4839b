package org.cordon.access.policies;

/** The policy set cannot be relied on, so the service does not start. */
public final class InvalidPolicies extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPolicies(String message) {
    super(message);
  }

  InvalidPolicies(String message, Throwable cause) {
    super(message, cause);
  }
}
