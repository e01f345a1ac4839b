package org.cordon.evidence.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The accounts that writers opened since a draft began: what they may have written from without
 * citing it. Whoever wrote in the draft answers for each, after they last saved, before it is
 * frozen; those used become sources. What somebody opened who can answer no more counts as used.
 */
@Component
public class OpenedAccounts {
  private static final int MOST_PAGES = 40;

  private final AccessClient access;
  private final Audiences audiences;
  private final Items items;
  private final DraftStore drafts;
  private final AnswerStore answers;
  private final Clock clock;

  /**
   * An account that was opened: a version, or another draft that holds one.
   *
   * @param title null for those who may not find it now
   * @param cited whether it is among the draft's sources already
   * @param used what they said of it since they last saved; null when they have still to say
   */
  public record Opened(
      VersionId version,
      ItemId item,
      @Nullable String title,
      boolean cited,
      @Nullable Boolean used) {

    boolean isSettled() {
      return cited || used != null;
    }
  }

  /** A writer's word on one of them. */
  public record Answered(VersionId version, boolean used) {}

  /** Who wrote in a draft, and whether nothing of what they opened waits for their answer. */
  public record Writer(PersonId person, boolean answered) {}

  OpenedAccounts(
      AccessClient access,
      Audiences audiences,
      Items items,
      DraftStore drafts,
      AnswerStore answers,
      Clock clock) {
    this.access = access;
    this.audiences = audiences;
    this.items = items;
    this.drafts = drafts;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * The accounts that this person was shown since the draft began, as they may be shown to them
   * now, the first {@value CheckedAudience#MAX} with their titles. A version of the draft's own
   * item is one when it holds an account that the draft does not.
   */
  public List<Opened> of(PersonId person, Draft draft) {
    List<Opened> opened = opened(person, draft);
    Set<VersionId> found =
        audiences
            .shown(
                person,
                ItemAction.FIND,
                draft.caseId(),
                opened.stream().map(Opened::version).limit(CheckedAudience.MAX).toList())
            .stream()
            .map(Audiences.Shown::version)
            .collect(Collectors.toSet());
    return opened.stream()
        .map(it ->
            found.contains(it.version())
                ? it
                : new Opened(it.version(), it.item(), null, it.cited(), it.used()))
        .toList();
  }

  /** Who else than this person wrote in the draft since it began. */
  public List<Writer> others(PersonId person, Draft draft) {
    return answers.writers(draft).stream()
        .filter(writer -> !writer.equals(person))
        .map(writer ->
            new Writer(writer, !isAwaited(writer, draft, unsettled(opened(writer, draft)))))
        .toList();
  }

  /** Keeps a writer's answers, and names what they used as sources; answers to others go unread. */
  public void answer(PersonId person, Draft draft, List<Answered> given) {
    keep(person, draft, opened(person, draft), given);
  }

  /**
   * Holds what all writers said against what they opened.
   *
   * @param given what whoever freezes the draft says now
   * @throws Problem INVALID when they have not answered for all that they opened; CONFLICT when
   *     another writer has not
   */
  void settle(PersonId person, Draft draft, List<Answered> given) {
    List<Opened> own = opened(person, draft);
    keep(person, draft, own, given);
    Set<VersionId> answered = given.stream().map(Answered::version).collect(Collectors.toSet());
    if (!answered.containsAll(unsettled(own))) {
      throw Problem.invalid(
          "opened",
          "must say of each account that you opened since the draft began whether you used it.");
    }
    boolean waiting = false;
    for (PersonId writer : answers.writers(draft)) {
      Set<VersionId> left = writer.equals(person) ? Set.of() : unsettled(opened(writer, draft));
      if (isAwaited(writer, draft, left)) {
        waiting = true;
      } else {
        name(draft, left);
      }
    }
    if (waiting) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "Others who wrote in this draft have still to say which of the accounts that they opened"
              + " they used. Ask them to.");
    }
  }

  /** Whoever cannot read the draft any more is shown no question about it. */
  private boolean isAwaited(PersonId writer, Draft draft, Set<VersionId> left) {
    return !left.isEmpty() && audiences.isOpen(writer, draft.caseId(), draft.version());
  }

  private void keep(PersonId person, Draft draft, List<Opened> opened, List<Answered> given) {
    Set<VersionId> asked =
        opened.stream().filter(it -> !it.cited()).map(Opened::version).collect(Collectors.toSet());
    List<Answered> counting = given.stream().filter(it -> asked.contains(it.version())).toList();
    name(
        draft,
        counting.stream()
            .filter(Answered::used)
            .map(Answered::version)
            .collect(Collectors.toSet()));
    counting.forEach(it -> answers.add(draft, person, it));
  }

  private static Set<VersionId> unsettled(List<Opened> opened) {
    return opened.stream()
        .filter(it -> !it.isSettled())
        .map(Opened::version)
        .collect(Collectors.toSet());
  }

  private void name(Draft draft, Set<VersionId> used) {
    if (!used.isEmpty()) {
      access.addSources(draft.version(), used);
    }
  }

  private List<Opened> opened(PersonId person, Draft draft) {
    VersionLabels held = access.labels(draft.version()).orElseThrow(Problem::notFound);
    Map<VersionId, Boolean> said = answers.answers(draft, person);
    Set<VersionId> read = read(person, draft);
    List<Opened> opened = new ArrayList<>();
    for (Version version : items.find(List.copyOf(read))) {
      opened.add(
          new Opened(
              version.id(),
              version.item(),
              version.particulars().title(),
              held.sources().contains(version.id()),
              said.get(version.id())));
    }
    for (VersionId version : read) {
      drafts
          .find(version)
          .filter(Draft::isOpen)
          .map(it ->
              new Opened(
                  it.version(),
                  it.item(),
                  it.title(),
                  held.sources().contains(it.version()),
                  said.get(it.version())))
          .ifPresent(opened::add);
    }
    return opened.stream()
        .filter(it -> !it.version().equals(draft.version()) && holdsAccount(it, draft, held))
        .toList();
  }

  private boolean holdsAccount(Opened opened, Draft draft, VersionLabels held) {
    Optional<VersionLabels> labels = access.labels(opened.version());
    return labels.isPresent()
        && !labels.get().accountsOf().isEmpty()
        && !(opened.item().equals(draft.item())
            && held.accountsOf().containsAll(labels.get().accountsOf()));
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
