package org.cordon.evidence.passages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the API shows it.
 *
 * @param text as it was typed and cleaned
 * @param html the same as HTML that holds nothing but paragraphs, lists, tables, emphasis and
 *     headings (h2 to h4)
 */
public record ShownPassage(
    PassageId id,
    int revision,
    PassageKind kind,
    @Nullable Integer level,
    String text,
    String html,
    @Nullable String section,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AgencyId agency,
    @Nullable GenericPattern pattern,
    List<Citation> citations,
    List<PersonId> accountsOf,
    Instant savedAt,
    PersonId savedBy) {

  /** Shows a passage. */
  public static ShownPassage of(Passage passage) {
    PassageContent content = passage.content();
    return new ShownPassage(
        passage.id(),
        passage.revision(),
        content.kind(),
        content.level(),
        content.text(),
        Markup.html(content),
        content.section(),
        content.from(),
        content.to(),
        content.agency(),
        content.pattern(),
        content.citations(),
        content.accountsOf(),
        passage.savedAt(),
        passage.savedBy());
  }
}
