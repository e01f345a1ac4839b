package org.cordon.platform.access;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.VersionId;

/**
 * What a person had been shown in a case before a moment (rule 11).
 *
 * @param exposures oldest first; the newest {@value #MAX} when there are more
 * @param whole false when there are older ones
 */
public record PriorExposures(List<PriorExposure> exposures, boolean whole) {
  /** The most that are told. */
  public static final int MAX = 5_000;

  public PriorExposures {
    exposures = List.copyOf(exposures);
  }

  /**
   * One time of being shown one version.
   *
   * @param action {@code read} or {@code find}
   */
  public record PriorExposure(LedgerEntryId entry, VersionId version, Instant at, String action) {}
}
