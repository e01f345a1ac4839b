package org.cordon.gateway.papers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a passage has something from.
 *
 * @param quote the words that are quoted, or null
 * @param verbatim whether those words stand in the version; null before that was looked up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Citation(
    VersionId version,
    ItemId item,
    @Nullable PassageId passage,
    @Nullable Integer page,
    @Nullable String quote,
    @Nullable Boolean verbatim) {

  /** Whether it quotes words that the source does not have in this form. */
  @JsonIgnore
  public boolean isMisquoted() {
    return quote != null && Boolean.FALSE.equals(verbatim);
  }
}
