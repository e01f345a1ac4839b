package org.cordon.evidence.papers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/** Titles of versions that a paper rests on, for those who may find them. */
@Component
public class ShownSources {
  private final Items items;
  private final AccessClient access;

  ShownSources(Items items, AccessClient access) {
    this.items = items;
    this.access = access;
  }

  /** These versions in a lasting order; those that are not there are left out. */
  public List<Version> versions(Collection<VersionId> ids) {
    return items.find(
        ids.stream().sorted(java.util.Comparator.comparing(VersionId::value)).toList());
  }

  /** The titles that this person may find; each is decided on and recorded (rule 29). */
  public Map<VersionId, String> titles(PersonId person, List<Version> versions) {
    Set<VersionId> found = found(person, versions.stream().map(Version::id).toList());
    return versions.stream()
        .filter(it -> found.contains(it.id()))
        .collect(Collectors.toMap(Version::id, it -> it.particulars().title(), (one, _) -> one));
  }

  /** Which of these this person may find; each is decided on and recorded (rule 29). */
  public Set<VersionId> found(PersonId person, List<VersionId> versions) {
    if (versions.isEmpty()) {
      return Set.of();
    }
    List<Decision> decisions = access.decide(person, ItemAction.FIND, versions);
    return IntStream.range(0, versions.size())
        .filter(i -> decisions.get(i).permitted())
        .mapToObj(versions::get)
        .collect(Collectors.toUnmodifiableSet());
  }
}
