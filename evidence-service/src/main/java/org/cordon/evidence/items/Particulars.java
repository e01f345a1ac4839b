package org.cordon.evidence.items;

import java.time.LocalDate;
import java.util.Optional;
import org.cordon.platform.ids.AgencyId;

/**
 * What a version says of itself, given by whoever added it.
 *
 * @param title 1 to 300 characters
 * @param date the day the document bears
 * @param agency whom it came from
 */
public record Particulars(
    String title,
    Optional<LocalDate> date,
    Optional<AgencyId> agency,
    Optional<String> author,
    Optional<String> documentType,
    Optional<String> description) {}
