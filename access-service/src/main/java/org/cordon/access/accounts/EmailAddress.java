package org.cordon.access.accounts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;

/** An address that a message can be sent to: lower case, at most 254 characters (RFC 5321). */
record EmailAddress(String value) {
  private static final int MAX = 254;
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9]([a-z0-9.-]{0,188}[a-z0-9])?");

  /**
   * Reads what a person typed.
   *
   * @throws Problem INVALID when it is no address
   */
  static EmailAddress of(@Nullable String typed) {
    String line = Line.require("email", typed, MAX).toLowerCase(Locale.ROOT);
    if (!FORM.matcher(line).matches() || line.contains("..") || !line.contains(".")) {
      throw Problem.invalid("email", "is not an email address.");
    }
    return new EmailAddress(line);
  }
}
