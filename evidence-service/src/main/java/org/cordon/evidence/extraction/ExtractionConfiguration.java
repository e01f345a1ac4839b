package org.cordon.evidence.extraction;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.cordon.platform.ids.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that reads one version. A job whose service was killed is taken up again when its
 * heartbeat has been missing for 20 seconds.
 */
@Configuration(proxyBeanMethods = false)
class ExtractionConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractionConfiguration.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);

  @Bean
  OneTimeTask<Void> readVersionTask(ReadVersion reader) {
    return Tasks.oneTime("read-version")
        .onDeadExecutionRevive()
        .onFailure(ExtractionConfiguration::tryLater)
        .execute((instance, _) -> run(reader, VersionId.from(instance.getId())));
  }

  /** So that the first file does not wait for a worker to start, and the isolation is known. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> workerWarmUp(WorkerPool workers) {
    return _ ->
        Thread.ofVirtual()
            .start(() -> {
              try {
                workers.warmUp();
              } catch (IOException e) {
                LOG.error("no worker can be started, so no text can be read: {}", e.getMessage());
              }
            });
  }

  private static void run(ReadVersion reader, VersionId version) {
    try {
      reader.read(version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service is stopping", e);
    }
  }

  private static void tryLater(ExecutionComplete execution, ExecutionOperations<Void> operations) {
    int failures = Math.min(execution.getExecution().consecutiveFailures, 10);
    long delay = Math.min(FIRST_RETRY.toMillis() << failures, LONGEST_RETRY.toMillis());
    operations.reschedule(execution, execution.getTimeDone().plusMillis(delay));
  }
}
