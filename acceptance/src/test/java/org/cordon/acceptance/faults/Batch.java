package org.cordon.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.material.Material;
import org.cordon.stack.processes.Pause;

/**
 * Many documents on their way by two senders at once, each with its own key, title and bytes; what
 * was not acknowledged is sent again with the same key.
 */
final class Batch {
  private static final int SENDERS = 2;
  private static final int NOTES = 24;
  private final Api api;
  private final Account sender;
  private final String caseId;
  private final List<Upload> uploads;
  private final ConcurrentLinkedQueue<Upload> waiting;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  Batch(Api api, Account sender, String caseId) {
    this.api = api;
    this.sender = sender;
    this.caseId = caseId;
    this.uploads = make();
    this.waiting = new ConcurrentLinkedQueue<>(uploads);
  }

  private static List<Upload> make() {
    var files = Material.isWhole() ? Material.files() : List.<java.nio.file.Path>of();
    if (!files.isEmpty()) {
      return files.stream()
          .map(file -> Upload.of(Material.name(file), Material.bytes(file), Material.name(file)))
          .toList();
    }
    return IntStream.range(0, NOTES).mapToObj(Batch::note).toList();
  }

  private static Upload note(int number) {
    var text =
        "Note %d of the batch: ".formatted(number) + "the visit was recorded. ".repeat(2_000);
    return Upload.ofText("note-%02d.txt".formatted(number), text, "Note %02d".formatted(number));
  }

  void start() {
    for (int i = 0; i < SENDERS; i++) {
      threads.add(Thread.ofVirtual().start(this::send));
    }
  }

  private void send() {
    for (var next = waiting.poll(); next != null && !stopped; next = waiting.poll()) {
      var upload = next;
      var answer = api.tryAdd(sender, caseId, upload);
      if (answer.isPresent() && answer.get().status() == 201) {
        acknowledged.put(upload.key(), answer.get().json().path("item").asString());
      } else {
        answer
            .filter(refused -> refused.status() < 500 && refused.status() != 401)
            .filter(refused -> refused.status() != 409 && refused.status() != 429)
            .ifPresent(refused -> {
              throw new AssertionError("An upload was refused: " + refused);
            });
        waiting.add(upload);
        Pause.briefly();
      }
    }
  }

  void awaitAcknowledged(int count, Duration limit) {
    Await.until(
        limit,
        count + " uploads are acknowledged, " + acknowledged.size() + " are",
        () -> acknowledged.size() >= count);
  }

  /** Returns when every document has been acknowledged. */
  void finish(Duration limit) {
    try {
      awaitAcknowledged(uploads.size(), limit);
    } finally {
      stopped = true;
    }
  }

  int size() {
    return uploads.size();
  }

  List<Upload> uploads() {
    return uploads;
  }

  /** Item ids by the key of the upload, as acknowledged. */
  Map<String, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }
}
