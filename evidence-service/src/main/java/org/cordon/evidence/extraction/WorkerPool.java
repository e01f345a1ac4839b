package org.cordon.evidence.extraction;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.cordon.evidence.extraction.worker.Surroundings;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.EncryptionProperties;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * As many workers as are configured; a lost one is replaced, and a file that lost two is given up.
 */
@Component
public class WorkerPool implements AutoCloseable {
  /** A worker is replaced after so many files, so that what a library leaks does not add up. */
  private static final int FILES_A_WORKER = 2_000;

  private final ExtractionProperties properties;
  private final EvidenceStore store;
  private final SealedBytes seals;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("worker-watch").factory());
  private final WorkerLauncher launcher;
  private final Semaphore places;
  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private volatile @Nullable Surroundings surroundings;
  private volatile boolean closed;

  /** A worker's answer, with the text as it is to be stored. */
  record Extracted(Reading reading, Bytes sealedText) {}

  WorkerPool(
      ExtractionProperties properties,
      EncryptionProperties encryption,
      EvidenceStore store,
      SealedBytes seals)
      throws IOException {
    this.properties = properties;
    this.store = store;
    this.seals = seals;
    this.launcher = new WorkerLauncher(properties, encryption.keyFile(), watch);
    this.places = new Semaphore(properties.workers());
  }

  /**
   * Has a worker read a version's content. A worker that crashes or runs out of memory is tried
   * once more with a fresh one; time that ran out is not given twice.
   *
   * @throws WorkerLost when it came to no answer
   * @throws IOException when the content or a worker could not be had: try again later
   */
  Extracted extract(Version version) throws IOException, WorkerLost, InterruptedException {
    places.acquire();
    try {
      try {
        return attempt(version, takeIdle());
      } catch (WorkerLost first) {
        if (first.reason() == WorkerLost.Cause.TOO_SLOW) {
          throw first;
        }
        return attempt(version, Optional.empty());
      }
    } finally {
      places.release();
    }
  }

  /** What the newest worker saw around itself; empty while none has started. */
  public Optional<Surroundings> surroundings() {
    return Optional.ofNullable(surroundings);
  }

  /** Starts a worker ahead of the first file. */
  void warmUp() throws IOException {
    idle.push(startFresh());
  }

  private Extracted attempt(Version version, Optional<Worker> known)
      throws IOException, WorkerLost {
    Worker worker = known.isPresent() ? known.get() : startFresh();
    boolean usable = false;
    try (InputStream content = store.open(version.content(), version.received().content());
        SealedBytes.Sealing text = seals.seal(version.content().with(ObjectName.Part.TEXT))) {
      Reading reading =
          worker.read(
              version.received().fileName(),
              content,
              text.plain(),
              properties.text(),
              properties.time());
      usable = true;
      return new Extracted(reading, text.bytes());
    } finally {
      if (usable && worker.filesRead() < FILES_A_WORKER && !closed) {
        idle.push(worker);
      } else {
        worker.close();
      }
    }
  }

  private Optional<Worker> takeIdle() {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      if (worker.isAlive()) {
        return Optional.of(worker);
      }
      worker.close();
    }
    return Optional.empty();
  }

  private Worker startFresh() throws IOException {
    Worker worker = launcher.start();
    surroundings = worker.surroundings();
    return worker;
  }

  @Override
  public void close() {
    closed = true;
    List<Worker> left = new ArrayList<>(idle);
    idle.clear();
    left.forEach(Worker::close);
    watch.shutdownNow();
    launcher.close();
  }
}
