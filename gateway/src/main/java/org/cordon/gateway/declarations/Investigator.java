package org.cordon.gateway.declarations;

import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** Someone who is involved in the investigation and therefore approves nothing. */
public record Investigator(
    PersonId person,
    @Nullable String personName,
    @Nullable String reason,
    Instant recordedAt,
    @Nullable PersonId by,
    @Nullable String byName) {

  /** Their name, or their id where no name is known. */
  public String name() {
    return personName == null ? person.toString() : personName;
  }
}
