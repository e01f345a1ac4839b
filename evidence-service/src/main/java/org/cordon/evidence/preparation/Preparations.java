package org.cordon.evidence.preparation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How the people of cases are prepared, shown as far as somebody may see it. */
@Component
class Preparations {
  /** The most people of a case that can be prepared. */
  static final int MOST = 500;

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  private final AccessClient access;
  private final Audiences audiences;
  private final PreparationStore store;
  private final Notes notes;
  private final Clock clock;

  /**
   * A person's preparation as somebody may see it.
   *
   * @param decision the ledger's word on the note, where there is one to show
   */
  record Seen(Preparation.Saved saved, Optional<Notes.Note> note, Optional<Decision> decision) {}

  Preparations(
      AccessClient access, Audiences audiences, PreparationStore store, Notes notes, Clock clock) {
    this.access = access;
    this.audiences = audiences;
    this.store = store;
    this.notes = notes;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
  }

  /**
   * Those whose preparation has begun, by their ids, without the names of packs and without notes.
   *
   * @throws Problem NOT_FOUND when it is not open to them
   */
  Page<Preparation.Saved> page(PersonId reader, CaseId caseId, PageRequest request) {
    require(reader, CaseAction.READ_PREPARATION, caseId);
    Optional<PersonId> after = request.after().map(Preparations::cursor);
    List<Preparation.Saved> found = store.list(caseId, after, request.limit() + 1);
    List<Preparation.Saved> shown = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        shown.stream().map(saved -> named(saved, Optional.empty())).toList(),
        found.size() > shown.size() ? shown.getLast().person().toString() : null);
  }

  /**
   * How far one person is; of whom nobody has written anything, nothing.
   *
   * @throws Problem NOT_FOUND when it is not open to them, or that person is not in the case
   */
  Seen read(PersonId reader, CaseId caseId, PersonId person) {
    require(reader, CaseAction.READ_PREPARATION, caseId);
    Preparation.Saved saved = saved(caseId, person);
    requireKnown(caseId, saved);
    Optional<Audiences.Shown> note =
        audiences
            .shown(reader, ItemAction.READ, caseId, notes.newest(caseId, person).stream().toList())
            .stream()
            .findFirst();
    return new Seen(
        named(saved, findable(reader, caseId, saved.preparation())),
        note.map(it -> notes.require(caseId, it.version())),
        note.map(Audiences.Shown::decision));
  }

  /**
   * Changes how far a person is. A pack that whoever changes it may not find stays named.
   *
   * @return its revision now
   * @throws Problem CHANGED when somebody did first; INVALID when the pack is no version of the
   *     case that they may find; CONFLICT when {@value #MOST} people are being prepared
   */
  @Transactional
  public int change(
      PersonId by, CaseId caseId, PersonId person, Revision seen, Preparation wanted) {
    Preparation named = wanted.with(wanted.pack().map(pack -> named(by, caseId, pack)));
    store.lock(caseId);
    Preparation.Saved before = saved(caseId, person);
    requireKnown(caseId, before);
    int next = seen.next(before.revision());
    if (next == 1 && store.count(caseId) >= MOST) {
      throw new Problem(
          Problem.Kind.CONFLICT, "At most " + MOST + " people of a case can be prepared.");
    }
    store.add(
        caseId,
        new Preparation.Saved(person, next, keepHidden(by, caseId, before.preparation(), named)),
        now(),
        by);
    return next;
  }

  /** Writes a note on what a person can contribute; it is that person's account. */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionId note(PersonId by, CaseId caseId, PersonId person, String words) {
    requireKnown(caseId, saved(caseId, person));
    return notes.write(caseId, person, words, now(), by);
  }

  /**
   * Asks whether somebody may do this in a case.
   *
   * @throws Problem NOT_FOUND when they may not
   */
  void require(PersonId person, CaseAction action, CaseId caseId) {
    if (!access.decideInCase(person, action, caseId).permitted()) {
      throw Problem.notFound();
    }
  }

  /** Somebody who is in the case now, or was when they were prepared. */
  private void requireKnown(CaseId caseId, Preparation.Saved saved) {
    if (saved.revision() == 0 && access.situation(caseId).find(saved.person()).isEmpty()) {
      throw Problem.notFound();
    }
  }

  private Preparation.Pack named(PersonId by, CaseId caseId, Preparation.Pack pack) {
    List<VersionId> given = pack.version().stream().toList();
    if (!given.isEmpty() && audiences.found(by, caseId, given).isEmpty()) {
      throw Problem.invalid("pack.version", "is not there, or is not open to you.");
    }
    return pack;
  }

  private Preparation keepHidden(
      PersonId by, CaseId caseId, Preparation before, Preparation wanted) {
    Optional<VersionId> named = before.pack().flatMap(Preparation.Pack::version);
    boolean hidden = named.isPresent() && findable(by, caseId, before).isEmpty();
    return hidden
        ? wanted.with(wanted.pack().map(pack -> pack.version().isEmpty() ? pack.with(named) : pack))
        : wanted;
  }

  private Optional<VersionId> findable(PersonId reader, CaseId caseId, Preparation preparation) {
    List<VersionId> named = preparation.pack().flatMap(Preparation.Pack::version).stream().toList();
    return audiences.found(reader, caseId, named).stream().map(Version::id).findFirst();
  }

  private static Preparation.Saved named(Preparation.Saved saved, Optional<VersionId> pack) {
    return new Preparation.Saved(
        saved.person(),
        saved.revision(),
        saved.preparation().with(saved.preparation().pack().map(it -> it.with(pack))));
  }

  private Preparation.Saved saved(CaseId caseId, PersonId person) {
    return store
        .find(caseId, person)
        .orElseGet(() -> new Preparation.Saved(person, 0, Preparation.none()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static PersonId cursor(String after) {
    try {
      return PersonId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
