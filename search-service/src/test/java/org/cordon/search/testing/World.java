package org.cordon.search.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.VersionContent;
import org.jspecify.annotations.Nullable;

/**
 * What evidence-service and access-service know in a test. Decisions and filters mean what {@link
 * Filter#matches} says.
 */
public final class World {
  /** One entry of evidence-service's feed. */
  public record EvidenceEntry(long position, VersionId version, ItemId item, CaseId caseId) {}

  private final Map<VersionId, VersionContent> contents = new LinkedHashMap<>();
  private final Map<VersionId, VersionLabels> labels = new LinkedHashMap<>();
  private final Map<VersionId, Long> labelledAt = new HashMap<>();
  private final List<EvidenceEntry> evidenceFeed = new ArrayList<>();
  private final List<VersionId> labelFeed = new ArrayList<>();
  private final Map<PersonId, PersonFilter> filters = new HashMap<>();
  private final List<VersionId> decided = new ArrayList<>();
  private final Set<VersionId> denied = new HashSet<>();
  private Predicate<VersionId> failing = version -> false;
  private boolean accessDown;

  /** Adds a version as uploads do: labels first, then the version. */
  public synchronized void add(VersionContent content, VersionLabels itsLabels) {
    label(itsLabels);
    announce(content, itsLabels.caseId());
  }

  /** Adds a version to evidence-service alone, or moves on its state. */
  public synchronized void announce(VersionContent content, CaseId caseId) {
    contents.put(content.version(), content);
    evidenceFeed.add(
        new EvidenceEntry(evidenceFeed.size() + 1, content.version(), content.item(), caseId));
    notifyAll();
  }

  /** Registers or changes labels. */
  public synchronized void label(VersionLabels itsLabels) {
    labels.put(itsLabels.version(), itsLabels);
    labelFeed.add(itsLabels.version());
    labelledAt.put(itsLabels.version(), (long) labelFeed.size());
    notifyAll();
  }

  /** Changes the labels that a version has. */
  public synchronized void relabel(VersionId version, UnaryOperator<VersionLabels> change) {
    label(change.apply(java.util.Objects.requireNonNull(labels.get(version))));
  }

  /** Takes a version away from both services, with an entry in each feed. */
  public synchronized void remove(VersionId version) {
    VersionContent content = contents.remove(version);
    VersionLabels old = labels.remove(version);
    if (content != null && old != null) {
      evidenceFeed.add(
          new EvidenceEntry(evidenceFeed.size() + 1, version, content.item(), old.caseId()));
    }
    notifyAll();
  }

  /** What a person may find from now on. */
  public synchronized void permit(
      PersonId person, Filter filter, Set<CaseId> cases, Set<CaseId> ranks) {
    filters.put(person, new PersonFilter(filter, cases, ranks, Set.of()));
  }

  /** Decisions about this version are denials, whatever the filter says: as after a race. */
  public synchronized void deny(VersionId version) {
    denied.add(version);
  }

  /** Takes back a {@link #deny}. */
  public synchronized void allowAgain(VersionId version) {
    denied.remove(version);
  }

  /** Which versions evidence-service fails to give. */
  public synchronized void failFor(Predicate<VersionId> versions) {
    failing = versions;
  }

  /** Whether access-service answers nothing but 500. */
  public synchronized void accessDown(boolean down) {
    accessDown = down;
  }

  synchronized boolean isAccessDown() {
    return accessDown;
  }

  /** The versions that access-service was asked about, in order. */
  public synchronized List<VersionId> decided() {
    return List.copyOf(decided);
  }

  public synchronized long evidencePosition() {
    return evidenceFeed.size();
  }

  public synchronized long labelPosition() {
    return labelFeed.size();
  }

  synchronized boolean isFailing(VersionId version) {
    return failing.test(version);
  }

  synchronized @Nullable VersionContent content(VersionId version) {
    return contents.get(version);
  }

  synchronized Optional<VersionLabels> labels(VersionId version) {
    return Optional.ofNullable(labels.get(version));
  }

  synchronized List<EvidenceEntry> evidenceAfter(long after, int limit, long waitSeconds) {
    awaitMore(() -> evidenceFeed.size() > after, waitSeconds);
    return List.copyOf(
        evidenceFeed.subList(
            (int) Math.min(after, evidenceFeed.size()),
            (int) Math.min(after + limit, evidenceFeed.size())));
  }

  synchronized LabelChanges labelsAfter(long after, int limit, long waitSeconds) {
    awaitMore(() -> labelFeed.size() > after, waitSeconds);
    List<LabelChanges.LabelChange> changes = new ArrayList<>();
    long end = Math.min(after + limit, labelFeed.size());
    for (long position = after + 1; position <= end; position++) {
      VersionLabels now = labels.get(labelFeed.get((int) position - 1));
      if (now != null) {
        changes.add(new LabelChanges.LabelChange(position, now));
      }
    }
    return new LabelChanges(changes, Math.max(after, end));
  }

  private void awaitMore(java.util.function.BooleanSupplier more, long seconds) {
    long end = System.nanoTime() + Math.min(seconds, 5) * 1_000_000_000L;
    while (!more.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      try {
        wait(left);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  synchronized PersonFilter filter(PersonId person, long indexed) {
    PersonFilter base =
        filters.getOrDefault(
            person, new PersonFilter(Filter.nothing(), Set.of(), Set.of(), Set.of()));
    Set<VersionId> excluded = new HashSet<>();
    labelledAt.forEach((version, position) -> {
      if (position > indexed) {
        excluded.add(version);
      }
    });
    return new PersonFilter(base.expression(), base.cases(), base.ranks(), excluded);
  }

  synchronized boolean decide(PersonId person, VersionId version) {
    decided.add(version);
    VersionLabels known = labels.get(version);
    PersonFilter filter = filters.get(person);
    return known != null
        && filter != null
        && !denied.contains(version)
        && filter.cases().contains(known.caseId())
        && filter.expression().matches(known.fields());
  }

  /** A plain document, for tests that care about its words alone. */
  public static VersionContent document(String title, String text) {
    return content(VersionId.create(), ItemId.create(), 1, title, text, null);
  }

  public static VersionContent content(
      VersionId version,
      ItemId item,
      int number,
      String title,
      @Nullable String text,
      @Nullable LocalDate date) {
    return new VersionContent(
        version, item, number, title, date, null, null, null, null, null, null, "READY", text);
  }
}
