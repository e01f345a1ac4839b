package org.cordon.evidence.drafts;

import java.util.regex.Pattern;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The revision that a writer saw, from the header {@code If-Match}: a number in quotes. */
public record IfMatch(int revision) {
  private static final Pattern FORM = Pattern.compile("\"([1-9]\\d{0,8})\"");

  /**
   * Reads the header.
   *
   * @throws Problem PRECONDITION_REQUIRED when it is missing; CHANGED when no revision has that tag
   */
  public static IfMatch of(@Nullable String header) {
    if (header == null) {
      throw new Problem(
          Problem.Kind.PRECONDITION_REQUIRED,
          "Send the ETag of what you saw in If-Match, so that nobody's change is overwritten.");
    }
    var tag = FORM.matcher(header);
    if (!tag.matches()) {
      throw changed();
    }
    return new IfMatch(Integer.parseInt(tag.group(1)));
  }

  /** Somebody else was first. */
  static Problem changed() {
    return new Problem(
        Problem.Kind.CHANGED,
        "Somebody saved this since you opened it. Look at what they wrote, then save again.");
  }
}
