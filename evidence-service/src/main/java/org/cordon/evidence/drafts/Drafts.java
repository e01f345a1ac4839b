package org.cordon.evidence.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Passage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins drafts and opens them to those who may read or write them; {@link Editing} changes them.
 */
@Component
public class Drafts {
  private final DraftStore drafts;
  private final PassageStore passages;
  private final Items items;
  private final AccessClient access;
  private final Audiences audiences;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Drafts(
      DraftStore drafts,
      PassageStore passages,
      Items items,
      AccessClient access,
      Audiences audiences,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.drafts = drafts;
    this.passages = passages;
    this.items = items;
    this.access = access;
    this.audiences = audiences;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Adds a new item with its first draft to the running transaction. Nobody can see it before
   * {@link #register} was called, once that transaction has committed.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Draft begin(BeginDraft command) {
    Draft draft = command.draft(now());
    items.addItem(
        new Items.NewItem(
            draft.item(), draft.caseId(), draft.kind(), draft.begunAt(), draft.begunBy()));
    drafts.add(draft);
    return draft;
  }

  /**
   * Registers a draft with access-service under the id that it will bear as a version, unless it is
   * registered: a request that was cut off is made good by its repetition.
   *
   * @param accountsOf whose accounts it holds from the beginning
   * @param sources what it is written from, besides the newest version of its item
   */
  public void register(Draft draft, Set<PersonId> accountsOf, Set<VersionId> sources) {
    if (access.labels(draft.version()).isEmpty()) {
      Set<VersionId> from = new HashSet<>(sources);
      items.newest(draft.item()).ifPresent(newest -> from.add(newest.id()));
      access.registerDraft(
          new VersionLabels(
              draft.version(),
              draft.item(),
              draft.number(),
              draft.caseId(),
              draft.kind(),
              accountsOf,
              Set.of(),
              false,
              false,
              Set.of(),
              Set.of(),
              from,
              false));
    }
  }

  /**
   * Begins the next draft from the newest version: the same passages, written from that version.
   *
   * @throws Problem NOT_FOUND when the newest version is not open to the writer or they may not
   *     write; CONFLICT when there is an open draft
   */
  public Draft beginNext(Writing writing) {
    Version newest = newestFor(writing);
    Optional<Draft> before = drafts.newest(writing.item());
    if (before.filter(Draft::isOpen).isPresent()) {
      Draft open = before.get();
      if (!access.decide(writing.person(), ItemAction.READ, open.version()).permitted()
          && access.labels(open.version()).isPresent()) {
        throw Problem.notFound();
      }
      if (!open.begunBy().equals(writing.person()) || access.labels(open.version()).isPresent()) {
        throw new Problem(Problem.Kind.CONFLICT, "There is a draft already. Write in that one.");
      }
      register(open, Set.of(), Set.of());
      return open;
    }
    Draft frozen =
        before.filter(it -> it.version().equals(newest.id())).orElseThrow(Problem::unavailable);
    Draft next = next(frozen, writing.person());
    boolean added =
        Boolean.TRUE.equals(
            transactions.execute(_ -> {
              boolean first = drafts.add(next);
              if (first) {
                passages
                    .current(frozen)
                    .forEach(it -> passages.add(next, new PassageState(it, false)));
              }
              return first;
            }));
    if (!added) {
      throw new Problem(Problem.Kind.CONFLICT, "There is a draft already. Write in that one.");
    }
    register(next, Set.of(), Set.of());
    return next;
  }

  /**
   * The open draft of an item, for reading.
   *
   * @throws Problem NOT_FOUND when there is none or it is not open to this person
   */
  public OpenDraft read(PersonId person, ItemId item) {
    return opened(person, item, drafts.newest(item).filter(Draft::isOpen));
  }

  /**
   * The newest draft of an item, for writing; it may have been frozen in the meantime.
   *
   * @throws Problem NOT_FOUND when there is none, or this person may not read or not write it
   */
  public OpenDraft write(Writing writing) {
    OpenDraft opened = opened(writing.person(), writing.item(), drafts.newest(writing.item()));
    Decision decision =
        access.decideInCase(writing.person(), writing.action(), opened.draft().caseId());
    if (!decision.permitted()) {
      throw Problem.notFound();
    }
    return new OpenDraft(opened.draft(), decision);
  }

  /** The newest draft of an item, open or frozen; asks nobody. */
  public Optional<Draft> newest(ItemId item) {
    return drafts.newest(item);
  }

  /** The open draft of an item; asks nobody, so decide before anything of it is shown. */
  public Optional<Draft> find(ItemId item) {
    return drafts.newest(item).filter(Draft::isOpen);
  }

  /** The passages of a draft in their order; asks nobody. */
  public List<Passage> passages(Draft draft) {
    return passages.current(draft);
  }

  /**
   * The passages of a draft that a person was permitted to read, unless it closed to them since:
   * what was saved after that decision may come from a source that keeps them out. Sources are
   * named before a passage is stored, so asking after reading misses none.
   *
   * @throws Problem NOT_FOUND when it closed
   */
  public List<Passage> passages(PersonId person, OpenDraft open) {
    List<Passage> read = passages.current(open.draft());
    requireStillOpen(person, open.draft());
    return read;
  }

  /**
   * Asked after something of a draft was read, before it is shown; nothing is recorded.
   *
   * @throws Problem NOT_FOUND when the draft closed to them since it was decided on
   */
  public void requireStillOpen(PersonId person, Draft draft) {
    if (!audiences.isOpen(person, draft.caseId(), draft.version())) {
      throw Problem.notFound();
    }
  }

  /** Saved states of a passage before a revision, newest first; asks nobody. */
  public List<PassageState> revisions(Draft draft, PassageId passage, int before, int limit) {
    return passages.before(draft, passage, before, limit);
  }

  /** Absent and forbidden take the same steps and leave the same kind of record. */
  private OpenDraft opened(PersonId person, ItemId item, Optional<Draft> draft) {
    VersionId asked = draft.map(Draft::version).orElseGet(() -> new VersionId(item.value()));
    Decision decision = access.decide(person, ItemAction.READ, asked);
    return draft
        .filter(_ -> decision.permitted())
        .map(found -> new OpenDraft(found, decision))
        .orElseThrow(Problem::notFound);
  }

  private Version newestFor(Writing writing) {
    Optional<Version> newest = items.newest(writing.item());
    VersionId asked =
        newest.map(Version::id).orElseGet(() -> new VersionId(writing.item().value()));
    boolean readable = access.decide(writing.person(), ItemAction.READ, asked).permitted();
    Version version = newest.filter(_ -> readable).orElseThrow(Problem::notFound);
    if (!access.decideInCase(writing.person(), writing.action(), version.caseId()).permitted()) {
      throw Problem.notFound();
    }
    return version;
  }

  private Draft next(Draft frozen, PersonId by) {
    return new Draft(
        VersionId.create(),
        frozen.item(),
        frozen.caseId(),
        frozen.kind(),
        frozen.structure(),
        frozen.number() + 1,
        frozen.title(),
        1,
        frozen.order(),
        frozen.characters(),
        now(),
        by,
        Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
