package org.cordon.evidence.overlaps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.evidence.drafts.SourcesInText;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Makes sources of the accounts that a text was copied from (rule 4). Texts that only just arrived
 * are read first, so that none is missed; when one cannot be, nothing is saved.
 */
@Component
class OverlappedAccounts implements SourcesInText {
  /** Beyond so many, only those that close something further. */
  private static final int MANY = 50;

  private static final int MOST = VersionLabels.MAX_SET;

  private final Overlaps overlaps;
  private final ReadWords reader;
  private final AccessClient access;
  private final List<NotCompared> notCompared;

  OverlappedAccounts(
      Overlaps overlaps, ReadWords reader, AccessClient access, List<NotCompared> notCompared) {
    this.overlaps = overlaps;
    this.reader = reader;
    this.access = access;
    this.notCompared = notCompared;
  }

  @Override
  public Set<VersionId> in(CaseId caseId, String text, String answered) {
    if (!reader.catchUp(caseId)) {
      throw new Problem(
          Problem.Kind.UNAVAILABLE,
          "Texts that came into this case cannot be compared with yours just now, so nothing was"
              + " saved. Try again in a minute.");
    }
    Set<VersionId> leftOut =
        notCompared.stream()
            .flatMap(each -> each.in(caseId).stream())
            .collect(Collectors.toUnmodifiableSet());
    List<VersionLabels> accounts =
        overlaps.of(caseId, text, answered, leftOut).stream()
            .map(overlap -> access.labels(overlap.version()))
            .flatMap(Optional::stream)
            .filter(labels -> !labels.accountsOf().isEmpty() || labels.quarantined())
            .toList();
    return chosen(accounts);
  }

  /** Those that share most, and whichever bears a label that they do not. */
  private static Set<VersionId> chosen(List<VersionLabels> accounts) {
    List<VersionId> chosen = new ArrayList<>();
    Set<String> closed = new HashSet<>();
    for (VersionLabels labels : accounts) {
      if (closed.addAll(closing(labels)) || chosen.size() < MANY) {
        chosen.add(labels.version());
      }
    }
    if (chosen.size() > MOST) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "This text shares words with more than " + MOST + " accounts. Divide it.");
    }
    return Set.copyOf(chosen);
  }

  /** Whatever of its labels keeps somebody away. */
  private static Set<String> closing(VersionLabels labels) {
    Set<String> all = new HashSet<>();
    labels.accountsOf().forEach(it -> all.add("account " + it));
    labels.matters().forEach(it -> all.add("matter " + it));
    labels.originators().forEach(it -> all.add("originator " + it));
    if (labels.delicate()) {
      all.add("delicate");
    }
    if (labels.quarantined()) {
      all.add("quarantined");
    }
    return all;
  }
}
