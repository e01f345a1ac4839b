package org.cordon.access.checkpoints;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cordon.platform.problems.IntegrityFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Runs rounds of {@link Integration}, one a second: an entry is under a signature about a second
 * after it got its position. When something does not fit it alerts and tries again every minute;
 * decisions go on being recorded meanwhile, but nothing more is signed.
 */
final class Integrator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Integrator.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_ALERTS = Duration.ofMinutes(1);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final Integration integration;
  private final Semaphore stop = new Semaphore(0);
  private final Thread thread;

  Integrator(Integration integration) {
    this.integration = integration;
    this.thread = Thread.ofVirtual().name("ledger-checkpoints").start(this::follow);
  }

  private void follow() {
    try {
      Duration wait = Duration.ZERO;
      while (!stop.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait after it. */
  private Duration round() {
    try {
      return integration.round() < Integration.AT_ONCE ? BETWEEN_ROUNDS : Duration.ZERO;
    } catch (IntegrityFailure broken) {
      LOG.error("ALERT: nothing more is signed: {}", broken.getMessage());
      return BETWEEN_ALERTS;
    } catch (DataIntegrityViolationException inTheWay) {
      LOG.error("ALERT: nothing more is signed: what stands in the tables was not put there so");
      return BETWEEN_ALERTS;
    } catch (DataAccessException | TransactionException notNow) {
      LOG.warn("the ledger could not be signed: {}", notNow.getClass().getSimpleName());
      return BETWEEN_ROUNDS;
    }
  }

  /** Ends after the round that runs. */
  @Override
  public void close() {
    stop.release();
    try {
      thread.join(STOPPING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
