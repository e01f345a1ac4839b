package org.cordon.search.following;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.LabelChanges.LabelChange;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.search.following.EvidenceChanges.EvidenceChange;
import org.cordon.search.index.Generation;
import org.cordon.search.index.IndexWriter;
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
  private static final int AT_ONCE = 8;
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
    Map<CaseId, List<EvidenceChange>> byCase =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    EvidenceChange::caseId, LinkedHashMap::new, Collectors.toList()));
    byCase.forEach((caseId, ofCase) -> {
      Map<VersionId, Wanted> wanted = new LinkedHashMap<>();
      Map<ItemId, Set<VersionId>> items = new HashMap<>();
      for (EvidenceChange change : ofCase) {
        wanted.put(change.version(), new Wanted(change.version(), Optional.empty()));
        items.computeIfAbsent(change.item(), _ -> new HashSet<>()).add(change.version());
      }
      bringUpToDate(generation, caseId, wanted, items, reading);
    });
  }

  /** Writes what was labelled anew; what the index has with the same labels is left alone. */
  void applyLabels(Generation generation, List<LabelChange> changes, long reading) {
    Map<VersionId, VersionLabels> newest = new LinkedHashMap<>();
    changes.forEach(change -> newest.put(change.labels().version(), change.labels()));
    Map<CaseId, List<VersionLabels>> byCase =
        newest.values().stream()
            .collect(
                Collectors.groupingBy(
                    VersionLabels::caseId, LinkedHashMap::new, Collectors.toList()));
    byCase.forEach((caseId, ofCase) -> {
      Map<VersionId, Known> known =
          writer
              .ofVersions(generation, caseId, ofCase.stream().map(VersionLabels::version).toList())
              .stream()
              .collect(Collectors.toMap(Known::version, k -> k, (one, _) -> one));
      Map<VersionId, Wanted> wanted = new LinkedHashMap<>();
      Map<ItemId, Set<VersionId>> items = new HashMap<>();
      for (VersionLabels labels : ofCase) {
        Known old = known.get(labels.version());
        if (old == null || !IndexWriter.carries(old, labels)) {
          wanted.put(labels.version(), new Wanted(labels.version(), Optional.of(labels)));
          items.computeIfAbsent(labels.item(), _ -> new HashSet<>()).add(labels.version());
        }
      }
      if (!wanted.isEmpty()) {
        bringUpToDate(generation, caseId, wanted, items, reading);
      }
    });
  }

  /**
   * Writes the wanted versions and, where an item has several, those of its others that the index
   * does not know as revised yet.
   */
  private void bringUpToDate(
      Generation generation,
      CaseId caseId,
      Map<VersionId, Wanted> wanted,
      Map<ItemId, Set<VersionId>> items,
      long reading) {
    List<Known> known = writer.ofItems(generation, caseId, items.keySet());
    known.forEach(old -> items.getOrDefault(old.item(), new HashSet<>()).add(old.version()));
    Set<ItemId> revised = new HashSet<>();
    items.forEach((item, versions) -> {
      if (versions.size() > 1) {
        revised.add(item);
      }
    });
    for (Known old : known) {
      if (revised.contains(old.item()) && !old.revised()) {
        wanted.computeIfAbsent(old.version(), id -> new Wanted(id, Optional.empty()));
      }
    }
    Set<VersionId> indexed = known.stream().map(Known::version).collect(Collectors.toSet());
    new Batch(generation, caseId, revised, indexed, reading).write(wanted.values());
  }

  /** One batch of one case on its way into the index. */
  private final class Batch {
    private final Generation generation;
    private final CaseId caseId;
    private final Set<ItemId> revised;
    private final Set<VersionId> indexed;
    private final long reading;
    private final List<IndexedVersion> versions = new ArrayList<>();
    private final Set<VersionId> absent = new LinkedHashSet<>();
    private int characters;

    Batch(
        Generation generation,
        CaseId caseId,
        Set<ItemId> revised,
        Set<VersionId> indexed,
        long reading) {
      this.generation = generation;
      this.caseId = caseId;
      this.revised = revised;
      this.indexed = indexed;
      this.reading = reading;
    }

    void write(Collection<Wanted> wanted) {
      List<Wanted> queue = List.copyOf(wanted);
      for (int from = 0; from < queue.size(); from += AT_ONCE) {
        readAll(queue.subList(from, Math.min(from + AT_ONCE, queue.size()))).forEach(this::add);
        if (characters > FLUSH_CHARACTERS) {
          flush();
        }
      }
      flush();
    }

    private void add(Read read) {
      if (read.content().isPresent() && read.labels().isPresent()) {
        VersionContent content = read.content().get();
        versions.add(
            new IndexedVersion(content, read.labels().get(), revised.contains(content.item())));
        characters += content.size();
      } else if (indexed.contains(read.version())) {
        absent.add(read.version());
      }
    }

    private void flush() {
      if (!versions.isEmpty() || !absent.isEmpty()) {
        writer.write(generation, caseId, versions, absent, reading);
      }
      versions.clear();
      absent.clear();
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
