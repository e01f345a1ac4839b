package org.cordon.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * One block of a written item, the same in each of its versions. Written as a plain UUID in JSON
 * and in addresses.
 */
public record PassageId(UUID value) implements Id {

  /** A new id, ordered by time (UUID version 7, RFC 9562). */
  public static PassageId create() {
    return new PassageId(Uuids.timeOrdered());
  }

  /**
   * Reads the canonical form of 36 characters.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @JsonCreator
  public static PassageId from(String text) {
    return new PassageId(Uuids.parse(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
