package org.cordon.access.labels;

import java.util.HashSet;
import java.util.Set;
import org.cordon.platform.access.MoreLabels;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;

/**
 * What was declared of a version or marked on it, without what comes from its sources.
 *
 * @param originators the agencies that control it, whether they have consented or not (rule 8)
 */
record OwnLabels(
    Set<PersonId> accountsOf,
    Set<String> matters,
    boolean delicate,
    boolean quarantined,
    Set<AgencyId> originators,
    Set<PersonId> circulatedTo,
    boolean publishedToBoard) {
  OwnLabels {
    accountsOf = Set.copyOf(accountsOf);
    matters = Set.copyOf(matters);
    originators = Set.copyOf(originators);
    circulatedTo = Set.copyOf(circulatedTo);
  }

  static OwnLabels declared(VersionLabels labels) {
    return new OwnLabels(
        labels.accountsOf(),
        labels.matters(),
        labels.delicate(),
        labels.quarantined(),
        labels.originators(),
        labels.circulatedTo(),
        labels.publishedToBoard());
  }

  /** The same with what is marked on them. */
  OwnLabels marked(MarkLabels marks) {
    return new OwnLabels(
        without(with(accountsOf, marks.addAccounts()), marks.removeAccounts()),
        with(matters, marks.addMatters()),
        marks.delicate() == null ? delicate : marks.delicate(),
        marks.quarantined() == null ? quarantined : marks.quarantined(),
        originators,
        without(circulatedTo, marks.withdrawFrom()),
        publishedToBoard);
  }

  /** The same and more; nothing is taken away. */
  OwnLabels grown(MoreLabels more) {
    return new OwnLabels(
        with(accountsOf, more.accountsOf()),
        with(matters, more.matters()),
        delicate || more.delicate(),
        quarantined || more.quarantined(),
        originators,
        circulatedTo,
        publishedToBoard);
  }

  /** The same, sent to these people too. */
  OwnLabels circulated(Set<PersonId> people) {
    return new OwnLabels(
        accountsOf,
        matters,
        delicate,
        quarantined,
        originators,
        with(circulatedTo, people),
        publishedToBoard);
  }

  private static <T> Set<T> with(Set<T> some, Set<T> more) {
    Set<T> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static <T> Set<T> without(Set<T> all, Set<T> some) {
    Set<T> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
