package org.cordon.evidence.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cordon.evidence.objects.AbandonedParts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what uploads left behind that were cut off by a crash. */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {
  private static final Duration EVERY = Duration.ofMinutes(10);

  @Bean
  RecurringTask<Void> sweepArrivalsTask(
      Arrivals arrivals, AbandonedParts parts, EvidenceProperties properties, Clock clock) {
    return Tasks.recurring("sweep-arrivals", FixedDelay.of(EVERY))
        .execute((_, _) -> {
          Instant before = clock.instant().minus(properties.longestUpload());
          arrivals.sweep(before);
          parts.remove(before);
        });
  }
}
