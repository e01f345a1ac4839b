package org.cordon.evidence.passages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;

/**
 * One saved state of a passage.
 *
 * @param id the same in every draft and version of its item
 * @param revision 1 when it was first saved, then one more with each save
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passage(
    PassageId id,
    int revision,
    @JsonUnwrapped PassageContent content,
    Instant savedAt,
    PersonId savedBy) {

  /** The value of {@code ETag}: its revision in quotes. */
  public String entityTag() {
    return "\"" + revision + "\"";
  }
}
