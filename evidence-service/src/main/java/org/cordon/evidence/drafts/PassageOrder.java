package org.cordon.evidence.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;

/** The order of passages as a value: each change gives a new one. */
final class PassageOrder {
  private PassageOrder() {}

  /** With a passage at the end. */
  static List<PassageId> appended(List<PassageId> order, PassageId passage) {
    List<PassageId> changed = without(order, passage);
    changed.add(passage);
    return changed;
  }

  /**
   * With a passage right after another, or first when there is none.
   *
   * @throws Problem INVALID when the other one is not there
   */
  static List<PassageId> placed(
      List<PassageId> order, PassageId passage, Optional<PassageId> after) {
    if (after.filter(passage::equals).isPresent()) {
      throw Problem.invalid("after", "must be another passage.");
    }
    List<PassageId> changed = without(order, passage);
    int at = after.map(changed::indexOf).orElse(-1);
    if (after.isPresent() && at < 0) {
      throw Problem.invalid("after", "is no passage of this draft.");
    }
    changed.add(at + 1, passage);
    return changed;
  }

  /** Without a passage. */
  static List<PassageId> without(List<PassageId> order, PassageId passage) {
    List<PassageId> changed = new ArrayList<>(order);
    changed.remove(passage);
    return changed;
  }
}
