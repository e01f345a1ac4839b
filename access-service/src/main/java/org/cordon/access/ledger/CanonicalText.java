package org.cordon.access.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as text: its form, then a line {@code name=value} for each member that it has, in a
 * fixed order. No value holds a line break and no policy's id a comma, so no two entries read the
 * same.
 */
final class CanonicalText {
  private static final String FORM = "cordon-ledger-entry/1";

  private final StringBuilder text = new StringBuilder(400).append(FORM).append('\n');

  /**
   * Adds a member, unless it is absent.
   *
   * @throws IllegalArgumentException when the value holds a line break
   */
  CanonicalText with(String name, @Nullable Object value) {
    if (value != null) {
      String line = value.toString();
      if (line.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("the entry's " + name + " holds a line break");
      }
      text.append(name).append('=').append(line).append('\n');
    }
    return this;
  }

  /**
   * Adds the ids of policies; the line is there when there are none.
   *
   * @throws IllegalArgumentException when an id is empty or holds a comma
   */
  CanonicalText withPolicies(List<String> policies) {
    if (policies.stream().anyMatch(id -> id.isEmpty() || id.indexOf(',') >= 0)) {
      throw new IllegalArgumentException("the entry's policies are not ids");
    }
    return with("policies", String.join(",", policies));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
