package org.cordon.evidence.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.cordon.evidence.extraction.worker.Frames;
import org.cordon.evidence.extraction.worker.Outcome;
import org.cordon.evidence.extraction.worker.Surroundings;
import org.cordon.evidence.items.Extracts;

/**
 * One worker process, seen from the service. What it sends is not trusted: everything is bounded.
 */
final class Worker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration HAND_OVER = Duration.ofMinutes(10);

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ScheduledExecutorService watch;
  private final Surroundings surroundings;
  private volatile boolean tooSlow;
  private int filesRead;

  private Worker(Process process, ScheduledExecutorService watch) throws IOException, WorkerLost {
    this.process = process;
    this.watch = watch;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), Frames.CHUNK));
    this.out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Frames.CHUNK));
    this.surroundings = hello();
  }

  /**
   * Starts a process and waits until it has said hello.
   *
   * @throws WorkerLost when it did not
   */
  static Worker start(List<String> command, Path folder, ScheduledExecutorService watch)
      throws IOException, WorkerLost {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8"));
    Process process = builder.start();
    try {
      return new Worker(process, watch);
    } catch (IOException | WorkerLost e) {
      end(process);
      throw e;
    }
  }

  Surroundings surroundings() {
    return surroundings;
  }

  int filesRead() {
    return filesRead;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Has the worker read one file.
   *
   * @param name a hint for what the file is; content decides
   * @param text gets the text in UTF-8
   * @throws WorkerLost when the worker ended or had to be ended; it is of no further use
   * @throws IOException when the content could not be read or the text not be taken; the worker
   *     lives on, or is not {@link #isAlive}
   */
  Reading read(String name, InputStream content, OutputStream text, int textLimit, Duration time)
      throws IOException, WorkerLost {
    filesRead++;
    handOver(name, content, textLimit, time);
    ScheduledFuture<?> limit = endAfter(time);
    try {
      return answer(text, textLimit * 4L);
    } finally {
      limit.cancel(false);
    }
  }

  private void handOver(String name, InputStream content, int textLimit, Duration time)
      throws IOException, WorkerLost {
    ScheduledFuture<?> limit = endAfter(HAND_OVER);
    try {
      send(() -> {
        out.writeByte(Frames.FILE);
        out.writeUTF(name);
        out.writeInt(textLimit);
        out.writeInt((int) time.toSeconds());
      });
      byte[] chunk = new byte[Frames.CHUNK];
      for (int n = next(content, chunk); n >= 0; n = next(content, chunk)) {
        int length = n;
        send(() -> {
          out.writeInt(length);
          out.write(chunk, 0, length);
        });
      }
      send(() -> {
        out.writeInt(Frames.END);
        out.flush();
      });
    } finally {
      limit.cancel(false);
    }
  }

  /** Reads from the content; when that fails the worker is told to forget the file. */
  private int next(InputStream content, byte[] chunk) throws IOException, WorkerLost {
    try {
      int n = content.read(chunk);
      while (n == 0) {
        n = content.read(chunk);
      }
      return n;
    } catch (IOException | RuntimeException e) {
      send(() -> {
        out.writeInt(Frames.ABANDONED);
        out.flush();
      });
      throw e;
    }
  }

  private Reading answer(OutputStream text, long mostBytes) throws IOException, WorkerLost {
    byte[] chunk = new byte[Frames.CHUNK];
    long left = mostBytes;
    while (true) {
      int frame = receive(in::read);
      switch (frame) {
        case Frames.TEXT -> {
          int length = receive(in::readInt);
          if (length < 0 || length > Frames.CHUNK || length > left) {
            throw lost();
          }
          left -= length;
          receive(() -> {
            in.readFully(chunk, 0, length);
            return length;
          });
          text.write(chunk, 0, length);
        }
        case Frames.RESULT -> {
          return receive(this::result);
        }
        default -> throw lost();
      }
    }
  }

  private Reading result() throws IOException {
    Outcome outcome = outcome(in.readUTF());
    boolean truncated = in.readBoolean();
    String mediaType = bounded(in.readUTF(), Frames.METADATA_NAME);
    int pairs = in.readInt();
    if (pairs < 0 || pairs > Frames.METADATA_PAIRS) {
      throw new IOException("a result out of bounds");
    }
    List<Extracts.MetadataEntry> metadata = new ArrayList<>(pairs);
    for (int i = 0; i < pairs; i++) {
      metadata.add(
          new Extracts.MetadataEntry(
              bounded(in.readUTF(), 2 * Frames.METADATA_NAME),
              bounded(in.readUTF(), 2 * Frames.METADATA_VALUE)));
    }
    return new Reading(outcome, truncated, mediaType, metadata);
  }

  private static Outcome outcome(String name) throws IOException {
    try {
      return Outcome.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("a result that is none", e);
    }
  }

  private static String bounded(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }

  private Surroundings hello() throws WorkerLost {
    ScheduledFuture<?> limit = endAfter(START);
    try {
      return receive(() -> {
        if (in.read() != Frames.HELLO) {
          throw new IOException("no hello");
        }
        return Surroundings.read(in);
      });
    } finally {
      limit.cancel(false);
    }
  }

  private interface Sending {
    void send() throws IOException;
  }

  private interface Receiving<T> {
    T receive() throws IOException;
  }

  private void send(Sending sending) throws WorkerLost {
    try {
      sending.send();
    } catch (IOException _) {
      throw lost();
    }
  }

  private <T> T receive(Receiving<T> receiving) throws WorkerLost {
    try {
      return receiving.receive();
    } catch (IOException _) {
      throw lost();
    }
  }

  private ScheduledFuture<?> endAfter(Duration time) {
    return watch.schedule(
        () -> {
          tooSlow = true;
          end(process);
        },
        time.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Why the worker is gone; it is ended if it still runs. */
  private WorkerLost lost() {
    try {
      if (tooSlow) {
        return new WorkerLost(WorkerLost.Cause.TOO_SLOW);
      }
      boolean ended = process.waitFor(2, TimeUnit.SECONDS);
      return new WorkerLost(
          ended && process.exitValue() == Frames.OUT_OF_MEMORY_STATUS
              ? WorkerLost.Cause.TOO_MUCH_MEMORY
              : WorkerLost.Cause.CRASHED);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new WorkerLost(WorkerLost.Cause.CRASHED);
    } finally {
      end(process);
    }
  }

  @Override
  public void close() {
    end(process);
  }

  /** A worker under another user does not die with the process that shut it in. */
  private static void end(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
