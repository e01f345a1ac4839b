package org.cordon.gateway.labels;

import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** To whom a version goes, and to whom not. */
public record Circulated(List<PersonId> circulated, List<Refused> refused) {

  /** Somebody to whom it does not go, with the reasons in plain English. */
  public record Refused(PersonId person, @Nullable String personName, List<String> reasons) {

    /** Their name, or their id where no name is known. */
    public String name() {
      return personName == null ? person.toString() : personName;
    }
  }
}
