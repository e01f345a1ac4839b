package org.cordon.platform.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A caller's own name for one request, from the header {@code Idempotency-Key}: 1 to 200 visible
 * ASCII characters.
 */
public record IdempotencyKey(String value) {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  public IdempotencyKey {
    if (!FORM.matcher(value).matches()) {
      throw Problem.invalid(HEADER, "must be 1 to 200 visible ASCII characters.");
    }
  }

  /** From a header that may be missing. */
  public static Optional<IdempotencyKey> of(@Nullable String header) {
    return Optional.ofNullable(header).map(IdempotencyKey::new);
  }
}
