package org.cordon.gateway.labels;

import java.util.ArrayList;
import java.util.List;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a version from whom.
 *
 * @param accountsOf whose accounts it holds (rule 4)
 * @param delicate not for plenary (rule 7)
 * @param quarantined the approving officer's alone (rule 10)
 * @param originators the agencies that control it (rule 8)
 * @param sources the versions that it was written from
 * @param may what whoever looks may do: "tighten", "manage", "circulate"
 */
public record LabelsOfVersion(
    VersionId version,
    ItemId item,
    int number,
    List<Account> accountsOf,
    List<String> matters,
    boolean delicate,
    boolean quarantined,
    List<Originator> originators,
    List<Named> circulatedTo,
    List<VersionId> sources,
    List<String> may) {

  /**
   * Somebody whose account it holds.
   *
   * @param inherited whether only through its sources
   * @param from those sources
   */
  public record Account(
      PersonId person, @Nullable String personName, boolean inherited, List<VersionId> from) {

    /** Their name, or their id where no name is known. */
    public String name() {
      return personName == null ? person.toString() : personName;
    }
  }

  /** An agency whose consent it takes to show it on. */
  public record Originator(AgencyId agency, @Nullable String agencyName, boolean consented) {

    /** Its name, or its id where no name is known. */
    public String name() {
      return agencyName == null ? agency.toString() : agencyName;
    }
  }

  /** Somebody it was circulated to. */
  public record Named(PersonId person, @Nullable String personName) {

    /** Their name, or their id where no name is known. */
    public String name() {
      return personName == null ? person.toString() : personName;
    }
  }

  /** Every label as a sentence, in the order in which they are shown. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>();
    accountsOf.forEach(account ->
        all.add(
            (account.inherited() ? "It inherits the account of " : "It holds the account of ")
                + account.name()));
    if (delicate) {
      all.add("It is delicate");
    }
    if (quarantined) {
      all.add("It is quarantined");
    }
    matters.forEach(matter -> all.add("It speaks to the matter " + matter));
    originators.forEach(agency ->
        all.add(agency.name() + (agency.consented() ? " consents" : " has not consented")));
    circulatedTo.forEach(person -> all.add("It was circulated to " + person.name()));
    return all;
  }

  /** Whether whoever looks may open it to fewer people. */
  public boolean mayTighten() {
    return may.contains("tighten") || may.contains("manage");
  }

  /** Whether whoever looks may open it to more. */
  public boolean mayManage() {
    return may.contains("manage");
  }
}
