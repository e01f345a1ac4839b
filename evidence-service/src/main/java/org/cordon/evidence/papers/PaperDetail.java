package org.cordon.evidence.papers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.items.Version;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A paper as far as the person may find it.
 *
 * @param title of the draft when they may find that, otherwise of the newest version they may find
 * @param versions that they may find, newest first
 * @param may {@code write} (the draft, or the next one), {@code freeze} (the draft), {@code
 *     comment} (on the newest version)
 */
public record PaperDetail(
    ItemId id,
    @JsonProperty("case") CaseId caseId,
    PaperKind kind,
    String title,
    @Nullable DraftLine draft,
    List<VersionLine> versions,
    List<String> may) {

  /** The open draft. */
  public record DraftLine(VersionId version, int number, Instant begunAt, PersonId begunBy) {
    static DraftLine of(Draft draft) {
      return new DraftLine(draft.version(), draft.number(), draft.begunAt(), draft.begunBy());
    }
  }

  /** One version. */
  public record VersionLine(
      VersionId id, int number, String sha256, Instant frozenAt, PersonId frozenBy) {
    static VersionLine of(Version version) {
      return new VersionLine(
          version.id(),
          version.number(),
          version.received().content().sha256(),
          version.received().at(),
          version.received().by());
    }
  }
}
