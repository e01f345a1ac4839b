package org.cordon.access.disclosures;

import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A wish to show one person one version.
 *
 * @param purpose 1 to 2,000 characters
 */
public record RequestDisclosure(VersionId version, PersonId recipient, String purpose) {
  private static final int MAX_PURPOSE = 2_000;

  /**
   * Checks and cleans what a caller sent.
   *
   * @throws Problem INVALID when something is missing or too long
   */
  static RequestDisclosure of(
      @Nullable VersionId version, @Nullable PersonId recipient, @Nullable String purpose) {
    if (version == null) {
      throw Problem.invalid("version", "is missing.");
    }
    if (recipient == null) {
      throw Problem.invalid("recipient", "is missing.");
    }
    return new RequestDisclosure(
        version, recipient, Prose.require("purpose", purpose, MAX_PURPOSE));
  }
}
