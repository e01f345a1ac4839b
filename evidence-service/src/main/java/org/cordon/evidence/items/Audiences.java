package org.cordon.evidence.items;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * Versions that something else names, as papers before a meeting do, and the people who come across
 * them there.
 */
@Component
public class Audiences {
  private final AccessClient access;
  private final Items items;

  /** A version that was permitted, and the ledger entry that says so. */
  public record Shown(VersionId version, Decision decision) {}

  Audiences(AccessClient access, Items items) {
    this.access = access;
    this.items = items;
  }

  /**
   * Of these versions of a case the ones that a person may be shown, decided on and recorded (rule
   * 29). The others leave no trace, and where there is none at all the same is asked (rule 2).
   *
   * @param versions at most {@value CheckedAudience#MAX}
   */
  public List<Shown> shown(
      PersonId person, ItemAction action, CaseId caseId, List<VersionId> versions) {
    Set<VersionId> asked =
        versions.isEmpty() ? Set.of(new VersionId(caseId.value())) : new HashSet<>(versions);
    CheckedAudience audience = access.checkAudience(caseId, asked, Set.of(person));
    List<VersionId> open =
        versions.stream().filter(version -> audience.isReadable(person, version)).toList();
    List<Decision> decisions = access.decide(person, action, open);
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      if (decisions.get(i).permitted()) {
        shown.add(new Shown(open.get(i), decisions.get(i)));
      }
    }
    return shown;
  }

  /** Of these versions of a case the ones that a person may come across, in their order. */
  public List<Version> found(PersonId person, CaseId caseId, List<VersionId> versions) {
    List<VersionId> shown =
        shown(person, ItemAction.FIND, caseId, versions).stream().map(Shown::version).toList();
    return items.find(shown).stream().filter(version -> version.caseId().equals(caseId)).toList();
  }

  /** Whether this person could read this version now. It is recorded nowhere. */
  public boolean isOpen(PersonId person, CaseId caseId, VersionId version) {
    return kept(caseId, Set.of(person), Set.of(version)).isEmpty();
  }

  /**
   * Of these people those who could not read every one of these versions (rule 18). It is recorded
   * nowhere.
   *
   * @param people at most {@value CheckedAudience#MAX}
   * @param versions at most {@value CheckedAudience#MAX}; of none, nobody is kept
   */
  public Set<PersonId> kept(
      CaseId caseId, Collection<PersonId> people, Collection<VersionId> versions) {
    if (people.isEmpty() || versions.isEmpty()) {
      return Set.of();
    }
    CheckedAudience audience =
        access.checkAudience(caseId, Set.copyOf(versions), Set.copyOf(people));
    return people.stream()
        .filter(
            person -> !versions.stream().allMatch(version -> audience.isReadable(person, version)))
        .collect(Collectors.toSet());
  }
}
