package org.cordon.gateway.standings;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands in the proceedings.
 *
 * @param standing as recorded
 * @param effective what holds now: whoever takes part is a potential witness by themselves while
 *     criminal proceedings are live (rule 3)
 * @param walled whether they are kept from others' accounts now
 * @param since null when nothing was recorded
 * @param history newest first
 * @param may what whoever looks may do: "tighten", "manage"
 */
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
    long revision,
    List<Change> history,
    List<String> may) {

  /** A standing that was recorded. */
  public record Change(
      Standing standing,
      List<String> matters,
      @Nullable String reason,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {}

  /** The standings that whoever looks may set: all, those that close more, or none. */
  public List<Standing> offered() {
    return List.of(Standing.values()).stream()
        .filter(wanted ->
            may.contains("manage") || (may.contains("tighten") && wanted.compareTo(standing) > 0))
        .toList();
  }

  /** Their name, or their id where no name is known. */
  public String name() {
    return personName == null ? person.toString() : personName;
  }
}
