package org.cordon.evidence.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;

/**
 * A line of an agenda.
 *
 * @param paper the paper that it is about, if any: whoever may not find it does not see the line
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AgendaLine(@Nullable String text, @Nullable VersionId paper) {
  static final int MAX_TEXT = 300;

  AgendaLine checked(int number) {
    return new AgendaLine(Line.require("agenda[" + number + "].text", text, MAX_TEXT), paper);
  }

  Optional<VersionId> tiedTo() {
    return Optional.ofNullable(paper);
  }
}
