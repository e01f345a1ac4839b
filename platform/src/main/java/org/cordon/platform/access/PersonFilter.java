package org.cordon.platform.access;

import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;

/**
 * What one person may find, as of now.
 *
 * @param expression the filter over labels
 * @param cases the cases in which they may find anything at all
 * @param ranks those of the cases in which they may read every common version, so that scores from
 *     the common index tell them nothing
 * @param excluded versions relabelled since the position that the index has refreshed; kept out by
 *     id
 */
public record PersonFilter(
    Filter expression, Set<CaseId> cases, Set<CaseId> ranks, Set<VersionId> excluded) {
  public PersonFilter {
    cases = Set.copyOf(cases);
    ranks = Set.copyOf(ranks);
    excluded = Set.copyOf(excluded);
  }
}
