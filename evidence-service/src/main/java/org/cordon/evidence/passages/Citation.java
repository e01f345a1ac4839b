package org.cordon.evidence.passages;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What a passage rests on: a version, or a place in it.
 *
 * @param item whose version it is
 * @param page of a document, from 1
 * @param quote the cited words, at most {@value WantedPassage#MAX_QUOTE} characters
 * @param verbatim whether those words stood in the version's text when the passage was saved,
 *     blanks and line breaks counted alike; false without a quote
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Citation(
    VersionId version,
    ItemId item,
    @Nullable PassageId passage,
    @Nullable Integer page,
    @Nullable String quote,
    boolean verbatim) {}
