package org.cordon.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A talk with one participant, planned or held. Written as a plain UUID in JSON and in addresses.
 */
public record ConversationId(UUID value) implements Id {

  /** A new id, ordered by time (UUID version 7, RFC 9562). */
  public static ConversationId create() {
    return new ConversationId(Uuids.timeOrdered());
  }

  /**
   * Reads the canonical form of 36 characters.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @JsonCreator
  public static ConversationId from(String text) {
    return new ConversationId(Uuids.parse(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
