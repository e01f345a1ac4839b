package org.cordon.gateway.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries, newest first.
 *
 * @param earlier the position before which the next page begins; empty at the ledger's beginning
 */
record Listing(List<Entry> entries, Optional<Long> earlier) {
  /** The most entries of a page. */
  private static final int SHOWN = 25;

  /** What is asked for at once, and how often: a case's entries may lie far apart. */
  private static final int STRETCH = 200;

  private static final int STRETCHES = 5;

  /** The newest entries before a position. */
  static Listing of(long end, @Nullable CaseId caseId, LedgerSource ledger) {
    Deque<Entry> found = new ArrayDeque<>();
    long start = end;
    for (int i = 0; i < STRETCHES && start > 1 && found.size() < SHOWN; i++) {
      long next = Math.max(1, start - STRETCH);
      ledger.entries(next, start, caseId).reversed().forEach(found::addLast);
      start = next;
    }
    List<Entry> shown = found.stream().limit(SHOWN).toList();
    long rest = found.size() > SHOWN ? shown.getLast().position() : start;
    return new Listing(shown, Optional.of(rest).filter(position -> position > 1));
  }
}
