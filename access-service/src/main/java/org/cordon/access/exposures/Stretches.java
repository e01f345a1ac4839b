package org.cordon.access.exposures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;

/** Gathers, moment after moment, the times in which one person could have read versions. */
final class Stretches {
  private final List<AudienceSummary.Stretch> ended = new ArrayList<>();
  private final Map<VersionId, AudienceSummary.Stretch> open = new HashMap<>();
  private final Map<Asked, Boolean> before = new HashMap<>();

  private record Asked(PersonFacts person, VersionLabels version) {}

  /** The same question is decided once: facts that did not change have the same answer. */
  boolean remembered(PersonFacts person, VersionLabels version, BooleanSupplier decide) {
    return before.computeIfAbsent(new Asked(person, version), _ -> decide.getAsBoolean());
  }

  /** What held from this moment on; moments come in order. */
  void at(Instant moment, VersionLabels version, boolean readable) {
    if (readable) {
      open.computeIfAbsent(
          version.version(), id -> new AudienceSummary.Stretch(id, version.number(), moment, null));
    } else {
      AudienceSummary.Stretch stretch = open.remove(version.version());
      if (stretch != null) {
        ended.add(
            new AudienceSummary.Stretch(
                stretch.version(), stretch.number(), stretch.from(), moment));
      }
    }
  }

  /** All of them, oldest first; those that are open have no end. */
  List<AudienceSummary.Stretch> all() {
    List<AudienceSummary.Stretch> all = new ArrayList<>(ended);
    all.addAll(open.values());
    all.sort(
        Comparator.comparing(AudienceSummary.Stretch::from)
            .thenComparing(AudienceSummary.Stretch::number));
    return all;
  }
}
