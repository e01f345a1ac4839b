package org.cordon.access.labels;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Moment;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.ledger.LedgerEvent.Place;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a registration goes on: a draft is frozen into the version that it was registered as; what
 * came to nothing is abandoned. While it is a draft it is read by decisions alone: no list holds it
 * and nothing is opened by it.
 */
@Component
class Drafts {
  private final RegistrationStore registrations;
  private final LabelStore store;
  private final OwnLabelStore own;
  private final Ledger ledger;
  private final Clock clock;

  Drafts(
      RegistrationStore registrations,
      LabelStore store,
      OwnLabelStore own,
      Ledger ledger,
      Clock clock) {
    this.registrations = registrations;
    this.store = store;
    this.own = own;
    this.ledger = ledger;
    this.clock = clock;
  }

  boolean isDraft(VersionId version) {
    return !registrations.drafts(Set.of(version)).isEmpty();
  }

  /**
   * What opens something to somebody is for what can no longer change.
   *
   * @throws Problem CONFLICT when it is a draft
   */
  void requireFrozen(VersionId version) {
    if (isDraft(version)) {
      throw conflict("This is a draft and can still change. Freeze it first.");
    }
  }

  /**
   * That a version may be registered, its registration being locked.
   *
   * @throws Problem CONFLICT when it was abandoned, or the item has a draft; of a draft also when
   *     its number is not the next of its item. INVALID when it is circulated or published, or the
   *     newest version of its item is not among its sources
   */
  void requireFit(VersionLabels declared, boolean draft) {
    Optional<RegistrationStore.Newest> newest = registrations.newest(declared.item());
    if (newest.filter(it -> isDraft(it.version())).isPresent()) {
      throw conflict("This item has a draft. Freeze it first.");
    }
    if (!draft) {
      return;
    }
    int next = newest.map(it -> it.number() + 1).orElse(1);
    if (declared.number() != next) {
      throw conflict("A draft of this item would be its version " + next + ".");
    }
    if (!newest.map(it -> declared.sources().contains(it.version())).orElse(true)) {
      throw Problem.invalid("sources", "must name the newest version of the item.");
    }
    if (!declared.circulatedTo().isEmpty() || declared.publishedToBoard()) {
      throw Problem.invalid("circulatedTo", "must be empty: a draft goes to nobody.");
    }
  }

  /**
   * @throws Problem CONFLICT when its registration was abandoned
   */
  void requireNotAbandoned(VersionId version) {
    if (registrations.isAbandoned(version)) {
      throw conflict("This version was abandoned and is not registered any more.");
    }
  }

  /**
   * Abandons a registration; one that was never made cannot be made after that, so that a request
   * that comes late changes nothing. Doing so again changes nothing.
   *
   * @throws Problem CONFLICT when it is a draft that was frozen, or something was written from it
   */
  @Transactional
  void abandon(VersionId version) {
    registrations.lock(version);
    if (registrations.isAbandoned(version)) {
      return;
    }
    Place place =
        store.labelsOf(Set.of(version), Moment.NOW).values().stream()
            .findFirst()
            .map(this::requireAlone)
            .orElseGet(() -> Place.asked(version));
    registrations.abandon(version, now());
    ledger.append(new LedgerEvent.Changed(null, "registrationAbandoned", place, null));
  }

  private Place requireAlone(VersionLabels labels) {
    store.lock(labels.caseId(), true);
    registrations.lock(labels.item());
    if (registrations.isFrozenDraft(labels.version())) {
      throw conflict("This draft was frozen into a version, which is kept.");
    }
    if (own.downstream(labels.caseId(), labels.version()).size() > 1) {
      throw conflict("Something was written from this version.");
    }
    return new Place(labels.caseId(), labels.item(), labels.version(), null);
  }

  /** Makes a draft of what was registered just now. */
  @Transactional(propagation = Propagation.MANDATORY)
  void begin(VersionId version, Instant at) {
    registrations.addDraft(version, at);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem conflict(String message) {
    return new Problem(Problem.Kind.CONFLICT, message);
  }
}
