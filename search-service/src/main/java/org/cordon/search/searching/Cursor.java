package org.cordon.search.searching;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;

/**
 * Where a page ended: the sort values of its last hit. A cursor holds nothing that the person was
 * not shown the order of, and only moves the start within what they may find, so it is checked for
 * its form and not signed.
 *
 * @param score not negative; 0 in an order by date
 * @param day days since 1970, or Elasticsearch's stand-in for no date
 */
public record Cursor(SortBy sort, float score, int day, VersionId version) {
  private static final Pattern FORM =
      Pattern.compile("([A-Z]{4,9})/([0-9.E-]{1,20})/(-?[0-9]{1,10})/([0-9a-f-]{36})");

  /** The opaque text that a caller passes as {@code after}. */
  public String encoded() {
    String plain = "%s/%s/%d/%s".formatted(sort, score, day, version);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads a cursor.
   *
   * @throws Problem INVALID when it is not one, or is of another order
   */
  public static Cursor decode(String encoded, SortBy sort) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
      Matcher matcher = FORM.matcher(plain);
      if (matcher.matches() && SortBy.valueOf(matcher.group(1)) == sort) {
        float score = Float.parseFloat(matcher.group(2));
        if (score >= 0 && Float.isFinite(score)) {
          return new Cursor(
              sort, score, Integer.parseInt(matcher.group(3)), VersionId.from(matcher.group(4)));
        }
      }
    } catch (IllegalArgumentException notACursor) {
      throw invalid();
    }
    throw invalid();
  }

  private static Problem invalid() {
    return Problem.invalid(
        "after", "is not a cursor that this search gave out. Start again without it.");
  }
}
