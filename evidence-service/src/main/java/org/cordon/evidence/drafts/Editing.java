package org.cordon.evidence.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes drafts that were opened by {@link Drafts#write}. Writers of different passages never
 * stand in each other's way; of two who change the same passage, the second is told (412).
 * Repeating one's own change, because its answer was lost, answers as before.
 */
@Component
public class Editing {
  private final DraftStore drafts;
  private final PassageStore passages;
  private final Sourcing sourcing;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Editing(
      DraftStore drafts,
      PassageStore passages,
      Sourcing sourcing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.drafts = drafts;
    this.passages = passages;
    this.sourcing = sourcing;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** A new passage that was looked at and may be saved: its sources are named. */
  public record Sourced(PassageContent content, Optional<PassageId> after, int cleaned) {}

  /**
   * Looks at a new passage and names what it rests on; {@link #add} saves it.
   *
   * @throws Problem INVALID when it does not fit; CONFLICT when the draft is frozen
   */
  public Sourced source(Writing writing, Draft draft, WantedPassage wanted) {
    requireOpen(draft);
    WantedPassage.Checked checked = wanted.checked(writing.sections());
    return new Sourced(
        sourcing.source(writing.person(), draft, checked, Optional.empty()),
        Optional.ofNullable(wanted.after()),
        checked.cleaned());
  }

  /** Saves a new passage, in the running transaction when there is one. */
  public Passage add(PersonId writer, Draft opened, Sourced sourced) {
    return inLock(
        opened,
        draft -> {
          Passage passage = new Passage(PassageId.create(), 1, sourced.content(), now(), writer);
          List<PassageId> order =
              sourced.after().isPresent()
                  ? PassageOrder.placed(draft.order(), passage.id(), sourced.after())
                  : PassageOrder.appended(draft.order(), passage.id());
          arrange(draft, order, draft.characters() + sourced.content().length());
          passages.add(draft, new PassageState(passage, false));
          return passage;
        });
  }

  /** A saved passage as it was added under that revision; for an answer that is repeated. */
  public Passage find(Draft draft, PassageId passage, int revision) {
    return passages
        .find(draft, passage, revision)
        .map(PassageState::passage)
        .orElseThrow(Problem::notFound);
  }

  /**
   * Saves a passage anew.
   *
   * @throws Problem NOT_FOUND when the draft has no such passage; CHANGED when the writer saw an
   *     older state; CONFLICT when the draft is frozen
   */
  public SavedPassage save(
      Writing writing, Draft opened, PassageId id, IfMatch seen, WantedPassage wanted) {
    requireOpen(opened);
    PassageState before = passages.newest(opened, id).orElseThrow(Problem::notFound);
    if (wanted.after() != null) {
      throw Problem.invalid("after", "is for new passages; move this one instead.");
    }
    WantedPassage.Checked checked = wanted.checked(writing.sections());
    PassageContent content =
        sourcing.source(writing.person(), opened, checked, Optional.of(before.passage().content()));
    Passage saved =
        inLock(
            opened,
            draft -> {
              PassageState newest = passages.newest(draft, id).orElseThrow(Problem::notFound);
              if (isRepeated(newest, seen, writing.person(), content)) {
                return newest.passage();
              }
              requireSeen(newest, seen);
              return saveNext(draft, newest, content, writing.person());
            });
    return new SavedPassage(saved, checked.cleaned());
  }

  /**
   * Takes a passage out; its states stay, and it can be restored.
   *
   * @throws Problem as {@link #save}
   */
  public void remove(PersonId writer, Draft opened, PassageId id, IfMatch seen) {
    inLock(
        opened,
        draft -> {
          PassageState newest = passages.newest(draft, id).orElseThrow(Problem::notFound);
          Passage passage = newest.passage();
          boolean repeated =
              newest.removed()
                  && passage.revision() == seen.revision() + 1
                  && passage.savedBy().equals(writer);
          if (!repeated) {
            requireSeen(newest, seen);
            arrange(
                draft,
                PassageOrder.without(draft.order(), id),
                draft.characters() - passage.content().length());
            passages.add(draft, new PassageState(next(passage, passage.content(), writer), true));
          }
          return passage;
        });
  }

  /**
   * Puts back what a passage said under an earlier revision, or puts back one that was taken out,
   * at the end or after another one. Nothing changes when it says that already.
   *
   * @param revision which; the newest when empty
   * @throws Problem NOT_FOUND when there is no such revision; INVALID when {@code after} is not
   *     there
   */
  public Passage restore(
      PersonId writer,
      Draft opened,
      PassageId id,
      Optional<Integer> revision,
      Optional<PassageId> after) {
    return inLock(
        opened,
        draft -> {
          PassageState newest = passages.newest(draft, id).orElseThrow(Problem::notFound);
          PassageContent wanted =
              revision.isEmpty()
                  ? newest.passage().content()
                  : find(draft, id, revision.get()).content();
          if (!newest.removed()) {
            return wanted.equals(newest.passage().content())
                ? newest.passage()
                : saveNext(draft, newest, wanted, writer);
          }
          List<PassageId> order =
              after.isPresent()
                  ? PassageOrder.placed(draft.order(), id, after)
                  : PassageOrder.appended(draft.order(), id);
          arrange(draft, order, draft.characters() + wanted.length());
          Passage restored = next(newest.passage(), wanted, writer);
          passages.add(draft, new PassageState(restored, false));
          return restored;
        });
  }

  /**
   * Moves a passage right after another, or to the beginning.
   *
   * @throws Problem NOT_FOUND when it is not in the draft; INVALID when the other one is not
   */
  public void place(Draft opened, PassageId id, Optional<PassageId> after) {
    inLock(
        opened,
        draft -> {
          if (!draft.order().contains(id)) {
            throw Problem.notFound();
          }
          arrange(draft, PassageOrder.placed(draft.order(), id, after), draft.characters());
          return id;
        });
  }

  /**
   * Changes the title.
   *
   * @param seen the revision of the title that the writer saw
   * @param wanted 1 to 300 characters
   * @return the draft as it is then
   */
  public Draft retitle(Draft opened, IfMatch seen, String wanted) {
    String title = Line.require("title", wanted, BeginDraft.MAX_TITLE);
    return inLock(
        opened,
        draft -> {
          boolean repeated =
              draft.titleRevision() == seen.revision() + 1 && draft.title().equals(title);
          if (!repeated) {
            if (draft.titleRevision() != seen.revision()) {
              throw IfMatch.changed();
            }
            drafts.retitle(draft.version(), title);
          }
          return drafts.lock(draft.version());
        });
  }

  private Passage saveNext(
      Draft draft, PassageState newest, PassageContent content, PersonId writer) {
    Passage passage = newest.passage();
    arrange(
        draft, draft.order(), draft.characters() - passage.content().length() + content.length());
    Passage saved = next(passage, content, writer);
    passages.add(draft, new PassageState(saved, false));
    return saved;
  }

  private void arrange(Draft draft, List<PassageId> order, int characters) {
    if (order.size() > Draft.MAX_PASSAGES) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          "A draft has at most %,d passages.".formatted(Draft.MAX_PASSAGES));
    }
    if (characters > Draft.MAX_CHARACTERS) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          "A draft has at most %,d characters.".formatted(Draft.MAX_CHARACTERS));
    }
    drafts.arrange(draft.version(), order, characters);
  }

  private <T> T inLock(Draft opened, Function<Draft, T> change) {
    T changed =
        transactions.execute(_ -> {
          Draft draft = drafts.lock(opened.version());
          requireOpen(draft);
          return change.apply(draft);
        });
    if (changed == null) {
      throw new IllegalStateException("a change gave nothing");
    }
    return changed;
  }

  private static void requireOpen(Draft draft) {
    if (!draft.isOpen()) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "This draft was frozen into version %d and cannot change any more. Begin the next draft."
              .formatted(draft.number()));
    }
  }

  private static boolean isRepeated(
      PassageState newest, IfMatch seen, PersonId writer, PassageContent content) {
    Passage passage = newest.passage();
    return !newest.removed()
        && passage.revision() == seen.revision() + 1
        && passage.savedBy().equals(writer)
        && passage.content().equals(content);
  }

  private static void requireSeen(PassageState newest, IfMatch seen) {
    if (newest.removed() || newest.passage().revision() != seen.revision()) {
      throw IfMatch.changed();
    }
  }

  private Passage next(Passage before, PassageContent content, PersonId writer) {
    return new Passage(before.id(), before.revision() + 1, content, now(), writer);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
