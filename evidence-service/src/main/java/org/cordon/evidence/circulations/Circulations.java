package org.cordon.evidence.circulations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.circulations.CirculationStore.CirculationLine;
import org.cordon.evidence.items.OpenItems;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.Circulated;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Sends versions round. */
@Component
class Circulations {
  private static final int LATEST_YEAR = 9999;

  private final CirculationStore store;
  private final OpenItems open;
  private final AccessClient access;
  private final Clock clock;

  /** To whom it is to go, and by when an answer is asked for. */
  record Circulate(Set<PersonId> people, Optional<LocalDate> by, boolean rehearse) {
    Circulate {
      people = Set.copyOf(people);
    }
  }

  Circulations(CirculationStore store, OpenItems open, AccessClient access, Clock clock) {
    this.store = store;
    this.open = open;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Sends a version to those who could read it then; the others need a decision first.
   *
   * @throws Problem NOT_FOUND when the version is not open to this person or they may not circulate
   *     it; INVALID when the day is past
   */
  Circulated circulate(PersonId person, ItemId paper, int number, Circulate wanted) {
    Version version = open.read(person, paper, number).version();
    wanted.by().ifPresent(this::requireNotPast);
    Circulated outcome = access.circulate(version.id(), wanted.people(), person, wanted.rehearse());
    if (!wanted.rehearse()) {
      store.add(
          version.id(),
          outcome.circulated(),
          wanted.by(),
          clock.instant().truncatedTo(ChronoUnit.MICROS),
          person);
    }
    return outcome;
  }

  /** To whom a version went, for those who write papers in the case. */
  List<CirculationLine> of(PersonId person, ItemId paper, int number) {
    Version version = open.read(person, paper, number).version();
    if (!access.decideInCase(person, CaseAction.WRITE_PAPERS, version.caseId()).permitted()) {
      throw Problem.notFound();
    }
    return store.of(version.id());
  }

  private void requireNotPast(LocalDate day) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    if (day.isBefore(today) || day.getYear() > LATEST_YEAR) {
      throw Problem.invalid("by", "must be today or a day to come.");
    }
  }
}
