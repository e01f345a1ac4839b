package org.cordon.evidence.overlaps;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.cordon.evidence.items.ExtractionState;
import org.cordon.evidence.items.Extracts;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.FingerprintKeys;
import org.cordon.evidence.objects.KeyedHash;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.IntegrityFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the fingerprints of one version's text, all or none; doing it again changes nothing. */
@Component
class ReadWords {
  private static final Logger LOG = LoggerFactory.getLogger(ReadWords.class);
  private static final int AT_ONCE = 100;

  private final Items items;
  private final Extracts extracts;
  private final FingerprintStore store;
  private final FingerprintKeys keys;
  private final TransactionTemplate transactions;

  ReadWords(
      Items items,
      Extracts extracts,
      FingerprintStore store,
      FingerprintKeys keys,
      PlatformTransactionManager transactions) {
    this.items = items;
    this.extracts = extracts;
    this.store = store;
    this.keys = keys;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Reads the version's text; a version without one is left. */
  void read(VersionId id) {
    Optional<Version> ready =
        items.find(id).filter(version -> version.state() instanceof ExtractionState.Ready);
    ready.ifPresent(this::read);
  }

  /**
   * Reads every version that nobody has read, oldest first.
   *
   * @return how many are left that could not be read now
   */
  int catchUp() {
    int left = 0;
    List<VersionId> unread = store.unread(AT_ONCE);
    while (unread.size() > left) {
      left = 0;
      for (VersionId version : unread) {
        if (!isReadNow(version)) {
          left++;
        }
      }
      unread = store.unread(AT_ONCE + left);
    }
    return left;
  }

  /** One that fails does not keep the others waiting. */
  private boolean isReadNow(VersionId version) {
    try {
      read(version);
      return true;
    } catch (RuntimeException notNow) {
      LOG.warn(
          "the words of version {} are not read yet: {}",
          version,
          notNow.getClass().getSimpleName());
      return false;
    }
  }

  private void read(Version version) {
    try {
      transactions.executeWithoutResult(
          _ -> store.add(version, true).ifPresent(text -> keepFingerprints(version, text)));
    } catch (IntegrityFailure altered) {
      LOG.error("INTEGRITY FAILURE: {}", altered.getMessage(), altered);
      transactions.executeWithoutResult(_ -> store.add(version, false));
    }
  }

  private void keepFingerprints(Version version, FingerprintStore.TextId text) {
    Reader words = extracts.text(version).map(Extracts.Text::reader).orElseGet(Reader::nullReader);
    Batches batches = new Batches(fingerprints -> store.add(text, fingerprints));
    try (words) {
      fingerprints(words, keys.of(version.caseId()), batches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batches.end();
  }

  /** The fingerprints of a text in order; some may come more than once. */
  static void fingerprints(Reader text, KeyedHash hash, LongConsumer to) throws IOException {
    Winnowing winnowing = new Winnowing(to);
    Shingles shingles = new Shingles(hash, winnowing::add);
    Words.read(text, shingles::add);
    winnowing.end();
  }

  /** Collects fingerprints so that one statement keeps many. */
  private static final class Batches implements LongConsumer {
    private final Consumer<long[]> to;
    private final long[] collected = new long[10_000];
    private int count;

    Batches(Consumer<long[]> to) {
      this.to = to;
    }

    @Override
    public void accept(long fingerprint) {
      collected[count] = fingerprint;
      count++;
      if (count == collected.length) {
        end();
      }
    }

    void end() {
      if (count > 0) {
        to.accept(Arrays.copyOf(collected, count));
        count = 0;
      }
    }
  }
}
