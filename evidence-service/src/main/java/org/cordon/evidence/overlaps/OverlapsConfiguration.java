package org.cordon.evidence.overlaps;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.cordon.platform.ids.VersionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that reads the words of one version, and the one that catches up with versions of before.
 */
@Configuration(proxyBeanMethods = false)
class OverlapsConfiguration {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

  @Bean
  OneTimeTask<Void> readWordsTask(ReadWords reader) {
    return Tasks.oneTime("read-words")
        .onDeadExecutionRevive()
        .onFailure(OverlapsConfiguration::tryLater)
        .execute((instance, _) -> reader.read(VersionId.from(instance.getId())));
  }

  @Bean
  RecurringTask<Void> catchUpWordsTask(ReadWords reader) {
    return Tasks.recurring("catch-up-words", FixedDelay.of(EVERY))
        .execute((_, _) -> reader.catchUp());
  }

  private static void tryLater(ExecutionComplete execution, ExecutionOperations<Void> operations) {
    int failures = Math.min(execution.getExecution().consecutiveFailures, 10);
    long delay = Math.min(FIRST_RETRY.toMillis() << failures, LONGEST_RETRY.toMillis());
    operations.reschedule(execution, execution.getTimeDone().plusMillis(delay));
  }
}
