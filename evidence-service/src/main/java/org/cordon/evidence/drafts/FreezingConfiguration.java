package org.cordon.evidence.drafts;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.cordon.platform.ids.VersionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that makes sure that what was closed becomes a version. */
@Configuration(proxyBeanMethods = false)
class FreezingConfiguration {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);

  @Bean
  OneTimeTask<Void> freezeDraftTask(ClosedDrafts closed) {
    return Tasks.oneTime("freeze-draft")
        .onDeadExecutionRevive()
        .onFailure(FreezingConfiguration::tryLater)
        .execute((instance, _) -> closed.finish(VersionId.from(instance.getId())));
  }

  private static void tryLater(ExecutionComplete execution, ExecutionOperations<Void> operations) {
    int failures = Math.min(execution.getExecution().consecutiveFailures, 10);
    long delay = Math.min(FIRST_RETRY.toMillis() << failures, LONGEST_RETRY.toMillis());
    operations.reschedule(execution, execution.getTimeDone().plusMillis(delay));
  }
}
