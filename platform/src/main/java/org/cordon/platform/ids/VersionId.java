package org.cordon.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One immutable content of an item. Written as a plain UUID in JSON and in addresses. */
public record VersionId(UUID value) implements Id {

  /** A new id, ordered by time (UUID version 7, RFC 9562). */
  public static VersionId create() {
    return new VersionId(Uuids.timeOrdered());
  }

  /**
   * Reads the canonical form of 36 characters.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @JsonCreator
  public static VersionId from(String text) {
    return new VersionId(Uuids.parse(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
