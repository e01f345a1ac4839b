package org.cordon.gateway.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger. It holds ids and no names.
 *
 * @param position from 1
 * @param salt in hexadecimal
 * @param digest in hexadecimal
 * @param canonical the text that was digested, after the salt
 */
record Entry(
    long position,
    @JsonProperty("entry") String id,
    Instant at,
    String kind,
    @Nullable String person,
    @Nullable String item,
    @Nullable String version,
    String action,
    @Nullable Boolean permitted,
    List<String> policies,
    @Nullable String detail,
    String salt,
    String digest,
    String canonical) {

  /** What happened, in words: "Asked to read: allowed". */
  public String words() {
    return switch (kind) {
      case "DECISION" ->
          "Asked to "
              + spaced(action)
              + (Boolean.TRUE.equals(permitted) ? ": allowed" : ": refused");
      case "DELIVERY" -> "Delivery confirmed: " + spaced(action);
      default -> "Changed: " + spaced(action);
    };
  }

  /** "manageProceedings" becomes "manage proceedings". */
  private static String spaced(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
