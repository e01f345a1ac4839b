package org.cordon.search.following;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.LabelChanges.LabelChange;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.search.following.EvidenceChanges.EvidenceChange;
import org.cordon.search.index.Generation;
import org.cordon.search.index.IndexWriter;
import org.cordon.search.index.IndexWriter.Change;
import org.cordon.search.index.IndexWriter.Known;
import org.cordon.search.index.IndexedVersion;
import org.cordon.search.index.VersionContent;
import org.springframework.stereotype.Component;

/**
 * Turns changes into writes. Versions are read a few at a time and written as soon as a few million
 * characters are together, so that a long batch of long texts does not fill the memory.
 */
@Component
class Applier {
  private static final int AT_ONCE = 4;
  private static final int FLUSH_CHARACTERS = 3_000_000;

  private final EvidenceClient evidence;
  private final AccessClient access;
  private final IndexWriter writer;

  Applier(EvidenceClient evidence, AccessClient access, IndexWriter writer) {
    this.evidence = evidence;
    this.access = access;
    this.writer = writer;
  }

  /** A version to bring up to date, with its labels if they came with the change. */
  private record Wanted(VersionId version, Optional<VersionLabels> labels) {}

  /** What was read of a version; either part may be missing. */
  private record Read(
      VersionId version, Optional<VersionContent> content, Optional<VersionLabels> labels) {}

  /** Writes what changed in evidence-service. */
  void applyEvidence(Generation generation, List<EvidenceChange> changes, long reading) {
    Map<CaseId, Map<VersionId, Wanted>> byCase = new LinkedHashMap<>();
    for (EvidenceChange change : changes) {
      byCase
          .computeIfAbsent(change.caseId(), _ -> new LinkedHashMap<>())
          .put(change.version(), new Wanted(change.version(), Optional.empty()));
    }
    byCase.forEach((caseId, wanted) ->
        new Batch(generation, caseId, known(generation, caseId, wanted.keySet()), reading)
            .write(List.copyOf(wanted.values())));
  }

  /** Writes what was labelled anew; what the index has with the same labels is left alone. */
  void applyLabels(Generation generation, List<LabelChange> changes, long reading) {
    Map<CaseId, Map<VersionId, VersionLabels>> byCase = new LinkedHashMap<>();
    for (LabelChange change : changes) {
      byCase
          .computeIfAbsent(change.labels().caseId(), _ -> new LinkedHashMap<>())
          .put(change.labels().version(), change.labels());
    }
    byCase.forEach((caseId, labels) -> {
      Map<VersionId, Known> known = known(generation, caseId, labels.keySet());
      List<Wanted> wanted =
          labels.values().stream()
              .filter(now -> {
                Known old = known.get(now.version());
                return old == null || !old.carries(now);
              })
              .map(now -> new Wanted(now.version(), Optional.of(now)))
              .toList();
      new Batch(generation, caseId, known, reading).write(wanted);
    });
  }

  private Map<VersionId, Known> known(
      Generation generation, CaseId caseId, Collection<VersionId> versions) {
    return writer.known(generation, caseId, versions).stream()
        .collect(Collectors.toMap(Known::version, known -> known, (one, _) -> one));
  }

  /** One batch of one case on its way into the index. */
  private final class Batch {
    private final Generation generation;
    private final CaseId caseId;
    private final Map<VersionId, Known> known;
    private final long reading;
    private final List<Change> changes = new ArrayList<>();
    private int characters;

    Batch(Generation generation, CaseId caseId, Map<VersionId, Known> known, long reading) {
      this.generation = generation;
      this.caseId = caseId;
      this.known = known;
      this.reading = reading;
    }

    void write(List<Wanted> queue) {
      for (int from = 0; from < queue.size(); from += AT_ONCE) {
        readAll(queue.subList(from, Math.min(from + AT_ONCE, queue.size()))).forEach(this::add);
        if (characters > FLUSH_CHARACTERS) {
          flush();
        }
      }
      flush();
    }

    /** What either service does not know is taken out, if it is there. */
    private void add(Read read) {
      Optional<Known> old = Optional.ofNullable(known.get(read.version()));
      Optional<IndexedVersion> now =
          read.content()
              .flatMap(content -> read.labels().map(labels -> new IndexedVersion(content, labels)));
      if (now.isEmpty() ? old.isPresent() : old.isEmpty() || !old.get().is(now.get())) {
        changes.add(new Change(read.version(), now, old));
        characters += now.map(version -> version.content().size()).orElse(0);
      }
    }

    private void flush() {
      if (!changes.isEmpty()) {
        writer.write(generation, caseId, changes, reading);
      }
      changes.clear();
      characters = 0;
    }
  }

  private List<Read> readAll(List<Wanted> wanted) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Read>> reads =
          wanted.stream().map(one -> threads.submit(() -> read(one))).toList();
      List<Read> done = new ArrayList<>(reads.size());
      for (Future<Read> read : reads) {
        done.add(read.get());
      }
      return done;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Problem problem ? problem : Problem.unavailable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable();
    }
  }

  private Read read(Wanted wanted) {
    Optional<VersionContent> content = evidence.version(wanted.version());
    Optional<VersionLabels> labels =
        content.isEmpty() || wanted.labels().isPresent()
            ? wanted.labels()
            : access.labels(wanted.version());
    return new Read(wanted.version(), content, labels);
  }
}
