package org.cordon.evidence.passages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What a passage says. It has been through {@link WantedPassage#checked}, so it is clean and within
 * its limits.
 *
 * @param level 1 to 3 of a heading, otherwise null
 * @param text the small markup of {@link Markup}
 * @param section a key of the structure of what is written
 * @param from the day, or the first day, that it tells of
 * @param to the last day
 * @param agency whose part it tells of
 * @param accountsOf whose accounts its writer says it holds, in the order of their ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PassageContent(
    PassageKind kind,
    @Nullable Integer level,
    String text,
    @Nullable String section,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AgencyId agency,
    @Nullable GenericPattern pattern,
    List<Citation> citations,
    List<PersonId> accountsOf) {

  public PassageContent {
    citations = List.copyOf(citations);
    accountsOf = List.copyOf(accountsOf);
  }

  /** Plain text of the given kind, for what a service writes by itself. */
  public static PassageContent plain(PassageKind kind, String text) {
    return new PassageContent(kind, null, text, null, null, null, null, null, List.of(), List.of());
  }

  /** The versions that it cites. */
  public Set<VersionId> cited() {
    return citations.stream()
        .map(Citation::version)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** How many characters (code points) its text has. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** The people in the order of their ids, each once. */
  static List<PersonId> inOrder(List<PersonId> people) {
    TreeSet<PersonId> ordered = new TreeSet<>(java.util.Comparator.comparing(PersonId::toString));
    ordered.addAll(people);
    return List.copyOf(ordered);
  }
}
