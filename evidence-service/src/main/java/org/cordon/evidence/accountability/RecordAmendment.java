package org.cordon.evidence.accountability;

import java.util.Objects;
import java.util.stream.Stream;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A change that was demanded from outside (rule 30).
 *
 * @param version the version or draft that it was demanded of; the newest when missing
 * @param passage of that version; the whole when missing
 * @param demandedBy who demanded it, 1 to {@value #MAX_NAME} characters
 * @param why 1 to {@value #MAX_TEXT} characters
 * @param changed what was changed in answer, 1 to {@value #MAX_TEXT} characters
 */
record RecordAmendment(
    @Nullable VersionId version,
    @Nullable PassageId passage,
    @Nullable String demandedBy,
    @Nullable OnBehalfOf onBehalfOf,
    @Nullable String why,
    @Nullable String changed) {
  static final int MAX_NAME = 200;
  static final int MAX_TEXT = 2_000;

  /** The same within its limits. */
  RecordAmendment checked() {
    return new RecordAmendment(
        version,
        passage,
        Line.require("demandedBy", demandedBy, MAX_NAME),
        Problem.require("onBehalfOf", onBehalfOf),
        Prose.require("why", why, MAX_TEXT),
        Prose.require("changed", changed, MAX_TEXT));
  }

  /** Equal for equal ones, and tells nothing of what they say. */
  String fingerprint() {
    return Integer.toHexString(
        Stream.of(version, passage, demandedBy, onBehalfOf, why, changed)
            .map(Objects::toString)
            .toList()
            .hashCode());
  }
}
