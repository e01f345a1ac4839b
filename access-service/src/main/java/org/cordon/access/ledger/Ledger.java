package org.cordon.access.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of who asked for what, what was answered, what was delivered and what changed. */
@Service
public class Ledger {
  private final LedgerStore store;
  private final PlacedStore placed;
  private final Clock clock;

  Ledger(LedgerStore store, PlacedStore placed, Clock clock) {
    this.store = store;
    this.placed = placed;
    this.clock = clock;
  }

  /**
   * Adds entries to the running transaction, so that they are durable exactly when what they record
   * is. There must be one.
   *
   * @return their ids, in the order of the events
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<LedgerEntryId> append(List<? extends LedgerEvent> events) {
    return add(events);
  }

  /**
   * Adds entries for decisions with which nothing else need be committed. They are durable when
   * this returns, unless a transaction is running: then when that is. It is one statement, so
   * beginning a transaction for it and ending it would only cost two more.
   *
   * @return their ids, in the order of the decisions
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<LedgerEntryId> record(List<LedgerEvent.Decided> decisions) {
    return add(decisions);
  }

  private List<LedgerEntryId> add(List<? extends LedgerEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    if (events.size() == 1) {
      return List.of(add(events.getFirst()));
    }
    Instant now = now();
    List<LedgerEntry> entries =
        events.stream().map(event -> new LedgerEntry(LedgerEntryId.create(), now, event)).toList();
    store.add(entries);
    return entries.stream().map(LedgerEntry::id).toList();
  }

  /** The same for one event. */
  @Transactional(propagation = Propagation.MANDATORY)
  public LedgerEntryId append(LedgerEvent event) {
    return add(event);
  }

  private LedgerEntryId add(LedgerEvent event) {
    LedgerEntry entry = new LedgerEntry(LedgerEntryId.create(), now(), event);
    store.add(entry);
    return entry.id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Records that what an entry permitted was delivered whole. Doing so again changes nothing.
   *
   * @throws Problem NOT_FOUND when no such entry permitted anything
   */
  @Transactional
  public void confirmDelivery(LedgerEntryId entry) {
    LedgerEvent.Delivered delivered = store.findPermitted(entry).orElseThrow(Problem::notFound);
    append(delivered);
  }

  /** Who was shown what in a case, newest first. */
  @Transactional(readOnly = true)
  public List<Exposure> exposures(ExposureQuery query) {
    return store.exposures(query);
  }

  /**
   * Placed entries from {@code start} up to, not including, {@code end}.
   *
   * @param cases only those of these cases; empty for all
   */
  @Transactional(readOnly = true)
  public List<PlacedEntry> entries(long start, long end, Optional<Set<CaseId>> cases) {
    return placed.entries(start, end, cases);
  }

  /**
   * What a check from outside needs of the entries after a position, oldest first.
   *
   * @param upTo the last position
   * @param limit the most to answer
   * @param cases only those of these cases; an entry that is gone is of none. Empty for all
   */
  @Transactional(readOnly = true)
  public List<StoredEntry> stored(long after, long upTo, int limit, Optional<Set<CaseId>> cases) {
    return placed.stored(after, upTo, limit, cases);
  }

  /**
   * Gives positions to committed entries that wait for one, at most {@code most}, as part of the
   * running transaction; the caller sees to it that one instance alone does so at a time.
   *
   * @return them, in order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<StoredDigest> place(int most) {
    return placed.place(most);
  }

  /** The digests after a position, oldest first, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<StoredDigest> digests(long after, int limit) {
    return placed.digests(after, limit);
  }

  /**
   * The position of an entry; 0 when it is durable and has none yet, empty when there is no such
   * entry.
   *
   * @param cases only if it is of these cases; empty for all
   */
  @Transactional(readOnly = true)
  public Optional<Long> findPosition(LedgerEntryId entry, Optional<Set<CaseId>> cases) {
    return placed.findPosition(entry, cases);
  }

  /** Entries that were put into the table past the ledger, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<LedgerEntryId> strays(int limit) {
    return placed.strays(limit).stream().map(LedgerEntryId::new).toList();
  }
}
