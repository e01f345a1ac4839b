package org.cordon.platform.access;

import java.util.Collection;
import java.util.Set;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;

/**
 * What is added to a version's own labels; nothing is taken away by it.
 *
 * @param accountsOf people whose accounts it turns out to hold; at most 200
 * @param matters facts in issue that it turns out to speak to; at most 200
 * @param delicate true to mark it so; false changes nothing
 * @param quarantined true to mark it so; false changes nothing
 * @param unnamedSpeaker true when it holds the account of a speaker whom nobody could name; false
 *     changes nothing
 */
public record MoreLabels(
    Set<PersonId> accountsOf,
    Set<String> matters,
    boolean delicate,
    boolean quarantined,
    boolean unnamedSpeaker) {
  public MoreLabels {
    accountsOf = limited("accountsOf", accountsOf);
    matters = limited("matters", matters);
  }

  /** Accounts alone. */
  public static MoreLabels accountsOf(Set<PersonId> people) {
    return new MoreLabels(people, Set.of(), false, false, false);
  }

  private static <T> Set<T> limited(String field, Collection<T> values) {
    if (values.size() > VersionLabels.MAX_SET) {
      throw Problem.invalid(field, "must have at most " + VersionLabels.MAX_SET + " members.");
    }
    return Set.copyOf(values);
  }
}
