package org.cordon.platform.access;

import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/** Which of some people could read which of some versions of a case now (rule 18). */
public record CheckedAudience(List<CheckedPerson> people) {
  /** The most people, and the most versions, that are checked at once. */
  public static final int MAX = 200;

  public CheckedAudience {
    people = List.copyOf(people);
  }

  /** Whether it was checked that this person could read this version. */
  public boolean isReadable(PersonId person, VersionId version) {
    return people.stream()
        .filter(it -> it.person().equals(person))
        .flatMap(it -> it.versions().stream())
        .anyMatch(it -> it.version().equals(version) && it.readable());
  }

  /** One of the people, with each of the versions. */
  public record CheckedPerson(PersonId person, List<CheckedVersion> versions) {
    public CheckedPerson {
      versions = List.copyOf(versions);
    }
  }

  /**
   * One of the versions.
   *
   * @param policies the ids of the policies that say so; none when nothing opens it
   */
  public record CheckedVersion(VersionId version, boolean readable, List<String> policies) {
    public CheckedVersion {
      policies = List.copyOf(policies);
    }
  }
}
