package org.cordon.gateway.audience;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A person was shown a version of an item.
 *
 * @param accountsOf whose accounts the version held when they were shown it
 */
record Sighted(
    Instant at,
    PersonId person,
    @Nullable String personName,
    ItemId item,
    @Nullable VersionId version,
    String action,
    boolean delivered,
    List<Speaker> accountsOf) {
  Sighted {
    accountsOf = accountsOf == null ? List.of() : List.copyOf(accountsOf);
  }

  /** Somebody whose account it held. */
  record Speaker(PersonId person, @Nullable String personName) {

    /** Their name, or their id where no name is known. */
    public String name() {
      return personName == null ? person.toString() : personName;
    }
  }

  /** The names of everybody whose account it held, or "Nobody’s". */
  public String accounts() {
    return accountsOf.isEmpty()
        ? "Nobody’s"
        : String.join(", ", accountsOf.stream().map(Speaker::name).toList());
  }
}
