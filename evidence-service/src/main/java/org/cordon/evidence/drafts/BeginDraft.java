package org.cordon.evidence.drafts;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.texts.Line;

/**
 * A person begins a new written item.
 *
 * @param structure the key of the structure whose sections its passages name
 * @param title 1 to {@value #MAX_TITLE} characters
 */
public record BeginDraft(
    CaseId caseId, ItemKind kind, String structure, String title, PersonId by) {
  public static final int MAX_TITLE = 300;

  public BeginDraft {
    title = Line.require("title", title, MAX_TITLE);
  }

  Draft draft(Instant at) {
    return new Draft(
        VersionId.create(),
        ItemId.create(),
        caseId,
        kind,
        structure,
        1,
        title,
        1,
        List.of(),
        0,
        at,
        by,
        java.util.Optional.empty());
  }
}
