package org.cordon.access.decisions;

import java.util.Map;
import java.util.Set;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/** Where decisions take the effective disclosures from. */
public interface DisclosuresHeld {

  /**
   * The versions that an effective disclosure opens to each of these people as of a moment, in one
   * query; somebody without any may be missing.
   */
  Map<PersonId, Set<VersionId>> effectiveFor(Set<PersonId> people, Moment moment);
}
