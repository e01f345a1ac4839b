package org.cordon.evidence.extraction;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues versions for reading. */
@Component
public class Extraction {
  private final Scheduler scheduler;
  private final OneTimeTask<Void> readVersionTask;
  private final Clock clock;

  Extraction(Scheduler scheduler, OneTimeTask<Void> readVersionTask, Clock clock) {
    this.scheduler = scheduler;
    this.readVersionTask = readVersionTask;
    this.clock = clock;
  }

  /** Queues a version as part of the running transaction; it is read once that has committed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(VersionId version) {
    scheduler.schedule(readVersionTask.instance(version.toString()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }
}
