package org.cordon.evidence.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * The accounts that a writer opened since a draft began: what they may have written from without
 * citing it. Each is answered for before the draft is frozen; those used become sources.
 */
@Component
public class OpenedAccounts {
  private static final int MOST_PAGES = 40;

  private final AccessClient access;
  private final Items items;
  private final DraftStore drafts;
  private final Clock clock;

  /**
   * An account that was opened: a version, or another draft that holds one.
   *
   * @param title not decided on: show it to those who may find it
   * @param cited whether it is among the draft's sources already
   */
  public record Opened(VersionId version, ItemId item, String title, boolean cited) {}

  /** A writer's word on one of them. */
  public record Answered(VersionId version, boolean used) {}

  OpenedAccounts(AccessClient access, Items items, DraftStore drafts, Clock clock) {
    this.access = access;
    this.items = items;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** The accounts that this person was shown since the draft began; versions of its item aside. */
  public List<Opened> of(PersonId person, Draft draft) {
    Set<VersionId> sources =
        access.labels(draft.version()).map(VersionLabels::sources).orElseThrow(Problem::notFound);
    Set<VersionId> read = read(person, draft);
    List<Opened> opened = new ArrayList<>();
    for (Version version : items.find(List.copyOf(read))) {
      opened.add(
          new Opened(
              version.id(),
              version.item(),
              version.particulars().title(),
              sources.contains(version.id())));
    }
    for (VersionId version : read) {
      drafts
          .find(version)
          .filter(Draft::isOpen)
          .map(
              it -> new Opened(it.version(), it.item(), it.title(), sources.contains(it.version())))
          .ifPresent(opened::add);
    }
    return opened.stream()
        .filter(it -> !it.item().equals(draft.item()) && holdsAccount(it.version()))
        .toList();
  }

  /**
   * Holds a writer's answers against what they opened, and names what they used as sources.
   *
   * @throws Problem INVALID when one was opened and is neither cited nor answered for
   */
  public void settle(PersonId person, Draft draft, List<Answered> answers) {
    List<Opened> opened = of(person, draft);
    Set<VersionId> used = new LinkedHashSet<>();
    for (Opened each : opened) {
      if (!each.cited() && answer(each.version(), answers)) {
        used.add(each.version());
      }
    }
    if (!used.isEmpty()) {
      access.addSources(draft.version(), used);
    }
  }

  private static boolean answer(VersionId version, List<Answered> answers) {
    List<Boolean> given =
        answers.stream().filter(it -> it.version().equals(version)).map(Answered::used).toList();
    if (given.isEmpty()) {
      throw Problem.invalid(
          "opened",
          "must say of each account that you opened since the draft began whether you used it.");
    }
    return given.contains(true);
  }

  private boolean holdsAccount(VersionId version) {
    return access.labels(version).filter(it -> !it.accountsOf().isEmpty()).isPresent();
  }

  /** Walks back through what the person was shown until the draft began. */
  private Set<VersionId> read(PersonId person, Draft draft) {
    Set<VersionId> read = new LinkedHashSet<>();
    Instant before = clock.instant().plus(Duration.ofSeconds(1));
    for (int page = 0; page < MOST_PAGES; page++) {
      PriorExposures shown = access.exposures(draft.caseId(), person, before);
      shown.exposures().stream()
          .filter(it -> it.action().equals("read") && !it.at().isBefore(draft.begunAt()))
          .forEach(it -> read.add(it.version()));
      if (shown.whole() || shown.exposures().getFirst().at().isBefore(draft.begunAt())) {
        return read;
      }
      before = shown.exposures().getFirst().at();
    }
    throw Problem.unavailable();
  }
}
