package org.cordon.gateway.drafting;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.cordon.gateway.papers.Citation;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** A citation as a writer sends it: the version, and where in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WantedCitation(
    VersionId version,
    @Nullable PassageId passage,
    @Nullable Integer page,
    @Nullable String quote) {

  /** One that is there already. */
  static WantedCitation of(Citation citation) {
    return new WantedCitation(
        citation.version(), citation.passage(), citation.page(), citation.quote());
  }
}
