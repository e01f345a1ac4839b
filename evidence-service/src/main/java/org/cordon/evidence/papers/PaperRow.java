package org.cordon.evidence.papers;

import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a row of a list.
 *
 * @param draft the open draft, when the person may find it
 * @param newest the newest version that they may find
 */
public record PaperRow(
    ItemId id,
    PaperKind kind,
    String title,
    PaperDetail.@Nullable DraftLine draft,
    PaperDetail.@Nullable VersionLine newest) {}
