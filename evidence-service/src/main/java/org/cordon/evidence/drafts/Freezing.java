package org.cordon.evidence.drafts;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.Decision;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a version of a draft, in steps that each may be repeated: the draft is closed, and a job
 * queued in the same transaction; its bytes, which can change no more, are stored; the version is
 * kept; access-service is told. Whatever stops this half-way, the job goes on from there.
 */
@Component
public class Freezing {
  private static final Duration JOB_AFTER = Duration.ofSeconds(30);

  private final DraftStore drafts;
  private final ClosedDrafts closed;
  private final Scheduler scheduler;
  private final OneTimeTask<Void> freezeDraftTask;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Freezing(
      DraftStore drafts,
      ClosedDrafts closed,
      Scheduler scheduler,
      OneTimeTask<Void> freezeDraftTask,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.drafts = drafts;
    this.closed = closed;
    this.scheduler = scheduler;
    this.freezeDraftTask = freezeDraftTask;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Freezes a draft that was opened by {@link Drafts#write}. Repeating it answers as before.
   *
   * @return the version
   * @throws Problem INVALID when the draft is empty; UNAVAILABLE when a store does not answer: the
   *     draft is closed then, and the version comes to be by itself
   */
  public Version freeze(PersonId person, OpenDraft opened) {
    VersionId id = opened.draft().version();
    transactions.executeWithoutResult(_ -> close(person, drafts.lock(id), opened.decision()));
    return closed.finish(id);
  }

  private void close(PersonId person, Draft draft, Decision decision) {
    if (!draft.isOpen()) {
      return;
    }
    if (draft.order().isEmpty()) {
      throw Problem.invalid("passages", "must have at least one: nothing is written yet.");
    }
    drafts.freeze(
        draft.version(),
        new Draft.Frozen(clock.instant().truncatedTo(ChronoUnit.MICROS), person, decision.entry()));
    scheduler.schedule(
        freezeDraftTask.instance(draft.version().toString()), clock.instant().plus(JOB_AFTER));
  }
}
