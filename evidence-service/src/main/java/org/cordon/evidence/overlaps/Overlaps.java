package org.cordon.evidence.overlaps;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.cordon.evidence.items.TextReady;
import org.cordon.evidence.objects.FingerprintKeys;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the versions of a case that a text shares words with. */
@Component
public class Overlaps {
  /** The longest text that is compared, in characters. */
  public static final int LONGEST_TEXT = 5_000_000;

  private static final long[] NONE = {};

  private final FingerprintStore store;
  private final FingerprintKeys keys;
  private final Scheduler scheduler;
  private final OneTimeTask<Void> readWordsTask;
  private final Clock clock;

  Overlaps(
      FingerprintStore store,
      FingerprintKeys keys,
      Scheduler scheduler,
      OneTimeTask<Void> readWordsTask,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.scheduler = scheduler;
    this.readWordsTask = readWordsTask;
    this.clock = clock;
  }

  /**
   * The versions of the case that share a run of words with the text, those that share most first.
   * Every shared run of nine words is found, of six to eight many, of fewer none. It permits
   * nothing: the caller may hear of versions that a person may not.
   *
   * @param text at most {@value #LONGEST_TEXT} characters
   * @param except versions that are not looked for
   * @throws Problem TOO_LARGE when the text is longer
   */
  public List<Overlap> of(CaseId caseId, String text, Set<VersionId> except) {
    return of(caseId, text, "", except);
  }

  /**
   * The same without the runs of words that another text holds too.
   *
   * @param answered of any length; covered words are counted as if its runs were not in the text
   */
  List<Overlap> of(CaseId caseId, String text, String answered, Set<VersionId> except) {
    if (text.length() > LONGEST_TEXT) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          "A text can have at most %,d characters.".formatted(LONGEST_TEXT));
    }
    long[] runs = without(runs(caseId, text), answered.isEmpty() ? NONE : runs(caseId, answered));
    if (runs.length == 0) {
      return List.of();
    }
    return store.holding(caseId, runs).stream()
        .filter(overlap -> !except.contains(overlap.version()))
        .toList();
  }

  /**
   * Whether every text that the case has is compared with; false for the seconds after a text
   * became ready, and while those of an older installation are read.
   */
  public boolean isComplete(CaseId caseId) {
    return store.unread(caseId).isEmpty();
  }

  /** Part of the transaction that makes a text ready; its words are read once that committed. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TextReady ready) {
    scheduler.scheduleIfNotExists(
        readWordsTask.instance(ready.version().toString()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  private static long[] without(long[] runs, long[] others) {
    if (others.length == 0) {
      return runs;
    }
    Set<Long> left = new HashSet<>();
    LongStream.of(others).forEach(left::add);
    return LongStream.of(runs).filter(run -> !left.contains(run)).toArray();
  }

  private long[] runs(CaseId caseId, String text) {
    LongStream.Builder runs = LongStream.builder();
    Shingles shingles = new Shingles(keys.of(caseId), runs);
    try {
      Words.read(new StringReader(text), shingles::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return runs.build().toArray();
  }
}
