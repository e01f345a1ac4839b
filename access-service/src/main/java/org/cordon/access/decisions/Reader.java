package org.cordon.access.decisions;

import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the proceedings, standings or lists of a case: what to offer them, and
 * which free texts they read. Why something was decided may retell an account, so it is not for
 * everybody who sees that it was; whoever wrote a text reads it (rule 2).
 *
 * @param may {@code tighten} and {@code manage}, each where they may
 * @param readsReasons whether they read why something was decided
 * @param readsTerms whether they read what is in issue and what was agreed
 */
public record Reader(PersonId person, List<String> may, boolean readsReasons, boolean readsTerms) {
  public Reader {
    may = List.copyOf(may);
  }

  /** A reason as this reader sees it: null where it is another's and not open to them. */
  public @Nullable String reason(@Nullable String text, PersonId author) {
    return readsReasons || author.equals(person) ? text : null;
  }

  /** The same of a description or a term. */
  public @Nullable String term(@Nullable String text, PersonId author) {
    return readsTerms || author.equals(person) ? text : null;
  }
}
