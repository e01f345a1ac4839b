package org.cordon.evidence.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Of versions that belong to a conversation, those that a person may come across: decided on and
 * recorded for what is shown alone, so that what is hidden leaves no trace (rule 2).
 */
@Component
class OpenVersions {
  private final AccessClient access;

  OpenVersions(AccessClient access) {
    this.access = access;
  }

  /** In the order given, at most so many. */
  List<VersionId> findable(PersonId person, CaseId caseId, List<VersionId> versions, int most) {
    List<VersionId> open = new ArrayList<>();
    for (int from = 0; from < versions.size() && open.size() < most; from += CheckedAudience.MAX) {
      List<VersionId> batch =
          versions.subList(from, Math.min(from + CheckedAudience.MAX, versions.size()));
      CheckedAudience checked = access.checkAudience(caseId, Set.copyOf(batch), Set.of(person));
      batch.stream()
          .filter(version -> checked.isReadable(person, version))
          .limit((long) most - open.size())
          .forEach(open::add);
    }
    boolean recorded =
        open.isEmpty()
            || access.decide(person, ItemAction.FIND, open).stream().allMatch(Decision::permitted);
    if (!recorded) {
      // Something moved between the two questions.
      throw Problem.unavailable();
    }
    return open;
  }

  /** Whether they may come across this one. */
  boolean isFindable(PersonId person, CaseId caseId, VersionId version) {
    return !findable(person, caseId, List.of(version), 1).isEmpty();
  }
}
