package org.cordon.access.exposures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Who can see an item and why, who could have seen it before a moment, and who did (rule 29).
 *
 * @param moment the one before which; when none was asked for, the one at which it was answered
 * @param people everybody who is or was in the case, by name
 */
record AudienceSummary(
    ItemId item, @JsonProperty("case") CaseId caseId, Instant moment, List<Member> people) {
  AudienceSummary {
    people = List.copyOf(people);
  }

  /**
   * One person.
   *
   * @param roles those held now
   * @param read whether they may read a version of it now
   * @param find whether they may come across it now
   * @param version the newest that they may read now
   * @param reasons which policies say so, of the newest version
   * @param couldSee the stretches of time in which they could have read it, oldest first
   * @param saw when they were shown it, newest first
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
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
    Member {
      roles = List.copyOf(roles);
      reasons = List.copyOf(reasons);
      couldSee = List.copyOf(couldSee);
      saw = List.copyOf(saw);
    }
  }

  /** A policy that decided, in plain English; the policy is empty when nothing permits. */
  record Reason(String policy, String reason, boolean permits) {}

  /**
   * A time in which somebody could have read a version.
   *
   * @param to null when it had not ended
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Stretch(VersionId version, int number, Instant from, @Nullable Instant to) {}

  /** Somebody was shown a version, or a title or snippet of it. */
  record Sighting(
      Instant at, VersionId version, String action, boolean delivered, LedgerEntryId entry) {}
}
