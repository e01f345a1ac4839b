package org.cordon.access.policies;

import java.util.List;

/**
 * What the policies say.
 *
 * @param policies the ids of the policies that decided, in alphabetical order; none when nothing
 *     permits
 */
public record Verdict(boolean permitted, List<String> policies) {
  /** Stands for the policies where none could be asked. */
  static final String ERROR = "evaluation-error";

  public Verdict {
    policies = policies.stream().sorted().toList();
  }

  static Verdict failed() {
    return new Verdict(false, List.of(ERROR));
  }
}
