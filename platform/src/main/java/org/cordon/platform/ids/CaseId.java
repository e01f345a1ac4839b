package org.cordon.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One review. Written as a plain UUID in JSON and in addresses. */
public record CaseId(UUID value) implements Id {

  /** A new id, ordered by time (UUID version 7, RFC 9562). */
  public static CaseId create() {
    return new CaseId(Uuids.timeOrdered());
  }

  /**
   * Reads the canonical form of 36 characters.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @JsonCreator
  public static CaseId from(String text) {
    return new CaseId(Uuids.parse(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
