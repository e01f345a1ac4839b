package org.cordon.gateway.audience;

import java.time.Instant;
import java.util.List;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Everybody in a case beside one item.
 *
 * @param moment before which people could have seen it or did
 */
record Audience(Instant moment, List<Member> people) {

  /**
   * One person.
   *
   * @param read whether they can open it now
   * @param find whether they can come across it now
   * @param reasons what decided
   * @param couldSee when they could have opened it
   * @param saw what they were shown, newest first
   */
  record Member(
      PersonId person,
      @Nullable String personName,
      List<CaseRole> roles,
      boolean read,
      boolean find,
      @Nullable VersionId version,
      List<Reason> reasons,
      List<Stretch> couldSee,
      List<Sighting> saw) {

    /** Their name, or their id where no name is known. */
    public String name() {
      return personName == null ? person.toString() : personName;
    }
  }

  /** What a policy says about it, in plain English. */
  record Reason(String policy, String reason, boolean permits) {}

  /**
   * A time in which somebody could have opened a version.
   *
   * @param to null when it has not ended
   */
  record Stretch(VersionId version, int number, Instant from, @Nullable Instant to) {}

  /** Somebody was shown a version. */
  record Sighting(Instant at, VersionId version, String action, boolean delivered) {}

  /** Whether nobody could have opened it in the time asked for. */
  public boolean isNeverOpen() {
    return people.stream().allMatch(member -> member.couldSee().isEmpty());
  }

  /** Whether nobody was shown it in the time asked for. */
  public boolean isNeverSeen() {
    return people.stream().allMatch(member -> member.saw().isEmpty());
  }

  /** Those who can open it now. */
  public List<Member> readers() {
    return people.stream().filter(Member::read).toList();
  }

  /** Those who cannot. */
  public List<Member> others() {
    return people.stream().filter(member -> !member.read()).toList();
  }
}
