package org.cordon.search.searching;

import java.time.LocalDate;
import java.util.Optional;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.search.query.Words;

/**
 * What is looked for.
 *
 * @param words empty for everything
 * @param limit hits on a page, 1 to 200
 */
public record SearchQuery(
    Optional<Words> words, Narrowing narrowing, SortBy sort, Optional<Cursor> after, int limit) {

  /** Only items of this case, kind, agency and type, dated from and to, both inclusive. */
  public record Narrowing(
      Optional<CaseId> caseId,
      Optional<ItemKind> kind,
      Optional<AgencyId> agency,
      Optional<String> documentType,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}
}
