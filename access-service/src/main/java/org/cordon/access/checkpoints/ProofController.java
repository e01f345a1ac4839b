package org.cordon.access.checkpoints;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.ledger.Ledger;
import org.cordon.merkle.ConsistencyProof;
import org.cordon.merkle.Hash;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs from the ledger's tree (RFC 9162, sections 2.1.3 and 2.1.4). Hashes are in base64. */
@RestController
class ProofController {
  private final Checkpoints checkpoints;
  private final Ledger ledger;
  private final LedgerReaders readers;

  ProofController(Checkpoints checkpoints, Ledger ledger, LedgerReaders readers) {
    this.checkpoints = checkpoints;
    this.ledger = ledger;
    this.readers = readers;
  }

  /**
   * That an entry is in the ledger.
   *
   * @param position of the entry, from 1; the leaf's index is one less
   * @param size of the ledger that the path leads to
   * @param leaf SHA-256 over a zero byte and the entry's digest
   * @param path from beside the leaf to beside the root
   */
  record Inclusion(LedgerEntryId entry, long position, long size, String leaf, List<String> path) {}

  /**
   * That the ledger of {@code from} entries is the beginning of the one of {@code to}.
   *
   * @param path as RFC 9162 has it
   */
  record Consistency(long from, long to, List<String> path) {}

  /**
   * Proves an entry that the caller may read.
   *
   * @param size of the ledger, at most that of the newest checkpoint, which it is when left out
   */
  @GetMapping(
      path = "/api/access/ledger/proofs/inclusion",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Inclusion inclusion(
      @RequestParam LedgerEntryId entry, @RequestParam @Nullable Long size, Caller caller) {
    Optional<Set<CaseId>> cases = readers.require(caller.person(), Optional.empty());
    long position = ledger.findPosition(entry, cases).orElseThrow(Problem::notFound);
    long newest = newest();
    if (position == 0 || position > newest) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "The entry is recorded, but no checkpoint covers it yet. Try again in a few seconds.");
    }
    long upTo = size == null ? newest : size;
    if (upTo < position || upTo > newest) {
      throw Problem.invalid(
          "size", "must be from %d, the entry's position, to %d.".formatted(position, newest));
    }
    Checkpoints.Inclusion proven = checkpoints.inclusion(position, upTo);
    return new Inclusion(
        entry, position, upTo, proven.leaf().base64(), base64(proven.proof().path()));
  }

  /** Proves that nothing before {@code from} was changed up to {@code to}. */
  @GetMapping(
      path = "/api/access/ledger/proofs/consistency",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Consistency consistency(@RequestParam long from, @RequestParam long to, Caller caller) {
    readers.require(caller.person(), Optional.empty());
    long newest = newest();
    if (to < 0 || to > newest) {
      throw Problem.invalid("to", "must be from 0 to %d.".formatted(newest));
    }
    if (from < 0 || from > to) {
      throw Problem.invalid("from", "must be from 0 to %d.".formatted(to));
    }
    ConsistencyProof proof = checkpoints.consistency(from, to);
    return new Consistency(from, to, base64(proof.path()));
  }

  private long newest() {
    return checkpoints.findNewest().map(StoredCheckpoint::size).orElse(0L);
  }

  private static List<String> base64(List<Hash> path) {
    return path.stream().map(Hash::base64).toList();
  }
}
