package org.cordon.gateway.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One block of a paper.
 *
 * @param text as it was typed
 * @param cleaned how many characters that cannot be seen were taken out when it was saved just now;
 *     null where it was only read
 * @param html the same for reading; cleaned here whatever came
 */
public record Passage(
    PassageId id,
    long revision,
    PassageKind kind,
    @Nullable Integer level,
    String text,
    String html,
    @Nullable String section,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AgencyId agency,
    @Nullable PaperPattern pattern,
    List<Citation> citations,
    List<PersonId> accountsOf,
    @Nullable Instant savedAt,
    @Nullable PersonId savedBy,
    @Nullable Integer cleaned) {
  public Passage {
    html = Markup.clean(Objects.requireNonNullElse(html, ""));
    citations = citations == null ? List.of() : List.copyOf(citations);
    accountsOf = accountsOf == null ? List.of() : List.copyOf(accountsOf);
  }

  /** The title of its section, or null. */
  public @Nullable String sectionTitle() {
    return PaperSection.title(section);
  }

  /** Its first words, to name it in lists and to screen readers. */
  public String begin() {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= 60) {
      return line.isEmpty() ? "empty passage" : line;
    }
    int space = line.lastIndexOf(' ', 60);
    return line.substring(0, space > 20 ? space : 60) + " …";
  }
}
