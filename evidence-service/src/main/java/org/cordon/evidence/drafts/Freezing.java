package org.cordon.evidence.drafts;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.Decision;
import org.cordon.platform.ids.PersonId;
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
  private final PassageStore passages;
  private final Sourcing sourcing;
  private final OpenedAccounts accounts;
  private final ClosedDrafts closed;
  private final Scheduler scheduler;
  private final OneTimeTask<Void> freezeDraftTask;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** A draft as its writers answered for it: with so many saved states of passages. */
  public record Settled(OpenDraft opened, long saved) {}

  Freezing(
      DraftStore drafts,
      PassageStore passages,
      Sourcing sourcing,
      OpenedAccounts accounts,
      ClosedDrafts closed,
      Scheduler scheduler,
      OneTimeTask<Void> freezeDraftTask,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.drafts = drafts;
    this.passages = passages;
    this.sourcing = sourcing;
    this.accounts = accounts;
    this.closed = closed;
    this.scheduler = scheduler;
    this.freezeDraftTask = freezeDraftTask;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Holds what the writers of a draft opened against what they say of it. What was written in one
   * go, by whoever freezes it, needs none of this.
   *
   * @param answers to the accounts that whoever freezes it opened since the draft began
   * @throws Problem INVALID when one of them is missing; CONFLICT when another writer's is
   */
  public Settled settle(PersonId person, OpenDraft opened, List<OpenedAccounts.Answered> answers) {
    Settled settled = new Settled(opened, passages.saved(opened.draft()));
    if (opened.draft().isOpen()) {
      accounts.settle(person, opened.draft(), answers);
    }
    return settled;
  }

  /** The same as {@link #freeze(PersonId, Settled)} for what was written in one go. */
  public Version freeze(PersonId person, OpenDraft opened) {
    return freeze(person, new Settled(opened, passages.saved(opened.draft())));
  }

  /**
   * Freezes a draft that was opened by {@link Drafts#write}. Repeating it answers as before.
   *
   * @return the version
   * @throws Problem INVALID when the draft is empty; CONFLICT when somebody saved since it was
   *     settled; UNAVAILABLE when a store does not answer: the draft is closed then, and the
   *     version comes to be by itself
   */
  public Version freeze(PersonId person, Settled settled) {
    Draft draft = settled.opened().draft();
    if (draft.isOpen()) {
      sourcing.compare(draft, passages.current(draft));
    }
    transactions.executeWithoutResult(_ -> {
      Draft locked = drafts.lock(draft.version());
      if (locked.isOpen()) {
        requireAsSeen(draft, locked, settled.saved());
        close(person, locked, settled.opened().decision());
      }
    });
    return closed.finish(draft.version());
  }

  private void requireAsSeen(Draft seen, Draft locked, long saved) {
    if (seen.titleRevision() != locked.titleRevision() || passages.saved(locked) != saved) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "Somebody saved in this draft just now. Look at it, then make the version.");
    }
  }

  private void close(PersonId person, Draft draft, Decision decision) {
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
