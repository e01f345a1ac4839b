package org.cordon.platform.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a caller saw of that which they change, as {@code If-Match} says it (RFC 9110): nobody
 * changes what they have not seen as it is now. The tag is made from what was shown to them and
 * nothing else, so that it does not tell of what is hidden.
 *
 * @param entityTag null where they did not say
 */
public record Seen(@Nullable String entityTag) {
  private static final int LENGTH = 16;

  /** The strong entity tag of something as it is shown, from its text. */
  public static String entityTag(String shown) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
      byte[] tag = Arrays.copyOf(digest, LENGTH);
      return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Requires that what the caller saw is what they would be shown now.
   *
   * @param now the entity tag of what they would be shown now
   * @param changed what they are told when it is not
   * @throws Problem PRECONDITION_REQUIRED when they did not say what they saw, CHANGED when it is
   *     another by now
   */
  public void require(String now, String changed) {
    if (entityTag == null) {
      throw new Problem(
          Problem.Kind.PRECONDITION_REQUIRED,
          "Send the ETag of what you saw in If-Match, so that nothing unseen is changed.");
    }
    if (!entityTag.equals(now)) {
      throw new Problem(Problem.Kind.CHANGED, changed);
    }
  }
}
