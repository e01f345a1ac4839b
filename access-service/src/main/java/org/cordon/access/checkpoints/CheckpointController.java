package org.cordon.access.checkpoints;

import java.util.List;
import java.util.Optional;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was signed, for whoever reads the ledger or a case of it; the key, for everybody. */
@RestController
class CheckpointController {
  private final Checkpoints checkpoints;
  private final LedgerReaders readers;

  CheckpointController(Checkpoints checkpoints, LedgerReaders readers) {
    this.checkpoints = checkpoints;
    this.readers = readers;
  }

  /** The public key, {@code name+hash+base64}; write it down where the ledger's owner cannot. */
  record PublicKey(String ledger, String key) {}

  @GetMapping(path = "/api/access/ledger/key", produces = MediaType.APPLICATION_JSON_VALUE)
  PublicKey key() {
    return new PublicKey(checkpoints.key().name(), checkpoints.key().text());
  }

  /** The newest checkpoint. */
  @GetMapping(path = "/api/access/ledger/checkpoint", produces = MediaType.APPLICATION_JSON_VALUE)
  CheckpointSummary checkpoint(Caller caller) {
    return CheckpointSummary.of(newest(caller), checkpoints.key());
  }

  /** The same as the signed text alone, for tools that speak C2SP tlog-checkpoint. */
  @GetMapping(path = "/api/access/ledger/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  String note(Caller caller) {
    return newest(caller).note();
  }

  private StoredCheckpoint newest(Caller caller) {
    readers.require(caller.person(), Optional.empty());
    return checkpoints
        .findNewest()
        .orElseThrow(() ->
            new Problem(
                Problem.Kind.UNAVAILABLE,
                "The ledger has not been signed yet. Try again in a few seconds."));
  }

  /**
   * Every checkpoint, smallest first, to collect them elsewhere.
   *
   * @param after the size of the last one that the caller has
   */
  @GetMapping(path = "/api/access/ledger/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
  Page<CheckpointSummary> checkpoints(
      @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit, Caller caller) {
    readers.require(caller.person(), Optional.empty());
    PageRequest page = PageRequest.of(limit, after);
    long from = page.after().map(CheckpointController::size).orElse(-1L);
    List<StoredCheckpoint> found = checkpoints.after(from, page.limit() + 1);
    List<CheckpointSummary> items =
        found.stream()
            .limit(page.limit())
            .map(stored -> CheckpointSummary.of(stored, checkpoints.key()))
            .toList();
    return new Page<>(
        items, found.size() > page.limit() ? Long.toString(items.getLast().size()) : null);
  }

  private static long size(String after) {
    if (!after.matches("[0-9]{1,18}")) {
      throw Problem.invalid("after", "is not the size of a checkpoint.");
    }
    return Long.parseLong(after);
  }
}
