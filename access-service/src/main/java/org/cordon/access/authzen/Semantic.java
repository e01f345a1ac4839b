package org.cordon.access.authzen;

import java.util.Arrays;
import java.util.Locale;
import org.cordon.platform.problems.Problem;

/** Which of several evaluations are made (section 7.1.2.1 of the standard). */
enum Semantic {
  /** All of them. */
  EXECUTE_ALL,
  /** In order, up to and with the first that is denied or fails. */
  DENY_ON_FIRST_DENY,
  /** In order, up to and with the first that is permitted. */
  PERMIT_ON_FIRST_PERMIT;

  /**
   * The semantic of that name.
   *
   * @throws Problem INVALID when there is none
   */
  static Semantic of(String name) {
    return Arrays.stream(values())
        .filter(semantic -> semantic.json().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid(
                "options.evaluations_semantic",
                "must be execute_all, deny_on_first_deny or permit_on_first_permit."));
  }

  private String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing that comes after this answer is evaluated. */
  boolean endsWith(Decision decision) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !decision.permitted();
      case PERMIT_ON_FIRST_PERMIT -> decision.permitted();
    };
  }
}
