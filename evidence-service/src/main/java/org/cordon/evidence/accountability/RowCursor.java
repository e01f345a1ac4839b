package org.cordon.evidence.accountability;

import java.util.UUID;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.problems.Problem;

/** A cursor of the lists here: the last row that was shown. */
final class RowCursor {
  private RowCursor() {}

  static UUID read(String after) {
    try {
      return Uuids.parse(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
