package org.cordon.evidence.extraction;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.cordon.evidence.custody.Custody;
import org.cordon.evidence.custody.CustodyEntry;
import org.cordon.evidence.extraction.worker.Outcome;
import org.cordon.evidence.items.ExtractionState;
import org.cordon.evidence.items.Extracts;
import org.cordon.evidence.items.FailureReason;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.IntegrityFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one version from RECEIVED to READY or FAILED; doing it again changes nothing. */
@Component
class ReadVersion {
  private static final Logger LOG = LoggerFactory.getLogger(ReadVersion.class);

  private final Items items;
  private final Extracts extracts;
  private final Custody custody;
  private final WorkerPool workers;
  private final ExtractionProperties properties;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ReadVersion(
      Items items,
      Extracts extracts,
      Custody custody,
      WorkerPool workers,
      ExtractionProperties properties,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.items = items;
    this.extracts = extracts;
    this.custody = custody;
    this.workers = workers;
    this.properties = properties;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Reads the version.
   *
   * @throws IOException when content or workers cannot be had just now: try again later
   */
  void read(VersionId id) throws IOException, InterruptedException {
    Optional<Version> found = items.find(id);
    if (found.isEmpty() || found.get().state().isFinal()) {
      return;
    }
    Version version = found.get();
    if (version.received().content().size() > properties.largest().toBytes()) {
      fail(version, FailureReason.TOO_LARGE, Optional.empty());
      return;
    }
    if (version.state() instanceof ExtractionState.Waiting) {
      transactions.executeWithoutResult(_ -> items.move(id, new ExtractionState.Extracting()));
    }
    try {
      finish(version, workers.extract(version));
    } catch (WorkerLost lost) {
      fail(version, reasonOf(lost), Optional.empty());
    } catch (IntegrityFailure altered) {
      LOG.error("INTEGRITY FAILURE: {}", altered.getMessage(), altered);
      fail(version, FailureReason.ALTERED, Optional.empty());
    }
  }

  private void finish(Version version, WorkerPool.Extracted extracted) {
    Reading reading = extracted.reading();
    Optional<FailureReason> failure = reasonOf(reading.outcome());
    if (failure.isPresent()) {
      fail(version, failure.get(), Optional.of(reading.mediaType()));
      return;
    }
    transactions.executeWithoutResult(_ -> {
      if (items.move(version.id(), new ExtractionState.Ready(reading.mediaType()))) {
        extracts.keep(
            version,
            new Extracts.NewExtract(
                extracted.sealedText(),
                reading.truncated(),
                reading.metadata(),
                Extracts.Source.TIKA));
        record(
            version,
            CustodyEntry.Event.EXTRACTED,
            "Text and metadata were read from a copy. By its content the file is "
                + reading.mediaType()
                + ".");
      }
    });
  }

  private void fail(Version version, FailureReason reason, Optional<String> mediaType) {
    transactions.executeWithoutResult(_ -> {
      if (items.move(version.id(), new ExtractionState.Failed(reason, mediaType))) {
        record(version, CustodyEntry.Event.EXTRACTION_FAILED, reason.sentence());
      }
    });
  }

  private void record(Version version, CustodyEntry.Event event, String detail) {
    custody.record(
        new CustodyEntry(
            version.id(),
            clock.instant(),
            event,
            Optional.empty(),
            version.received().content().sha256(),
            detail,
            Optional.empty()));
  }

  private static FailureReason reasonOf(WorkerLost lost) {
    return switch (lost.reason()) {
      case TOO_SLOW -> FailureReason.TOO_SLOW;
      case TOO_MUCH_MEMORY -> FailureReason.TOO_MUCH_MEMORY;
      case CRASHED -> FailureReason.CRASHED;
    };
  }

  private static Optional<FailureReason> reasonOf(Outcome outcome) {
    return switch (outcome) {
      case READ -> Optional.empty();
      case ENCRYPTED -> Optional.of(FailureReason.ENCRYPTED);
      case DAMAGED -> Optional.of(FailureReason.DAMAGED);
      case BOMB, NO_SPACE -> Optional.of(FailureReason.BOMB);
      case UNSUPPORTED -> Optional.of(FailureReason.UNSUPPORTED);
    };
  }
}
