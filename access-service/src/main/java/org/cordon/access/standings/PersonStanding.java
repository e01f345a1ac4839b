package org.cordon.access.standings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where a person of a case stands.
 *
 * @param standing as recorded; NONE where nothing is
 * @param effective what holds now (rule 3)
 * @param walled whether they are kept from others' accounts now
 * @param reason null where nothing is recorded, and where it is another's and not open to whoever
 *     looks; so in the history
 * @param since when the newest was recorded; null where nothing is
 * @param revision 0 where nothing is recorded
 * @param history newest first
 * @param may what the caller may do with it: {@code tighten}, {@code manage}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonStanding(
    PersonId person,
    @Nullable String personName,
    Standing standing,
    Standing effective,
    boolean walled,
    List<String> matters,
    @Nullable String reason,
    @Nullable Instant since,
    @Nullable PersonId by,
    @Nullable String byName,
    int revision,
    List<Recorded> history,
    List<String> may) {
  public PersonStanding {
    matters = List.copyOf(matters);
    history = List.copyOf(history);
    may = List.copyOf(may);
  }

  /** The entity tag (RFC 9110). */
  String entityTag() {
    return "\"" + revision + "\"";
  }

  /** One standing of the history. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Recorded(
      Standing standing,
      List<String> matters,
      @Nullable String reason,
      Instant recordedAt,
      PersonId by,
      @Nullable String byName) {
    public Recorded {
      matters = List.copyOf(matters);
    }
  }
}
