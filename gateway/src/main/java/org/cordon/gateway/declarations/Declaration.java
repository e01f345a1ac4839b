package org.cordon.gateway.declarations;

import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An approving officer's declaration of no direct involvement.
 *
 * @param investigator whether they are on the list of investigators, so that it does not count
 */
public record Declaration(
    PersonId person,
    @Nullable String personName,
    String statement,
    Instant recordedAt,
    @Nullable Instant withdrawnAt,
    boolean investigator) {

  /** Whether it stands. */
  public boolean stands() {
    return withdrawnAt == null;
  }

  /** Their name, or their id where no name is known. */
  public String name() {
    return personName == null ? person.toString() : personName;
  }
}
