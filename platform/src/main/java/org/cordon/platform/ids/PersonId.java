package org.cordon.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A person: someone with a role in a case, or whose account the case holds. Written as a plain UUID
 * in JSON and in addresses.
 */
public record PersonId(UUID value) implements Id {

  /** A new id, ordered by time (UUID version 7, RFC 9562). */
  public static PersonId create() {
    return new PersonId(Uuids.timeOrdered());
  }

  /**
   * Reads the canonical form of 36 characters.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @JsonCreator
  public static PersonId from(String text) {
    return new PersonId(Uuids.parse(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
