package org.cordon.access.labels;

import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;

/**
 * The labels of a version changed; heard in the same transaction.
 *
 * @param labels as they are now
 * @param accountsAdded whose accounts it did not hold before
 */
public record VersionRelabelled(VersionLabels labels, Set<PersonId> accountsAdded) {
  public VersionRelabelled {
    accountsAdded = Set.copyOf(accountsAdded);
  }
}
