package org.cordon.platform.requests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which state of something a caller saw, as {@code If-Match} carries it: {@code "3"}. Zero is the
 * state of what nobody has written yet.
 */
public record Revision(int number) {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  public Revision {
    if (number < 0) {
      throw new IllegalArgumentException("a revision is not negative");
    }
  }

  /**
   * Reads {@code If-Match}; one that no state could have is a state that nobody has any more.
   *
   * @throws Problem PRECONDITION_REQUIRED when there is no header; CHANGED when it is no revision
   */
  public static Revision require(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Problem(
          Problem.Kind.PRECONDITION_REQUIRED,
          "Say in If-Match which revision you saw, so that nobody's work is lost.");
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw changed();
    }
    return new Revision(Integer.parseInt(tag.group(1)));
  }

  /** The answer to whoever saw another state than the present one. */
  public static Problem changed() {
    return new Problem(
        Problem.Kind.CHANGED, "Somebody changed it first. Load it again, then send yours.");
  }

  /**
   * The revision after this one.
   *
   * @throws Problem CHANGED when this is not the present one
   */
  public int next(int present) {
    if (number != present) {
      throw changed();
    }
    return present + 1;
  }

  /** The entity tag of a revision. */
  public static String tag(int revision) {
    return "\"" + revision + "\"";
  }
}
