package org.cordon.access.labels;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.cordon.access.decisions.Moment;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.feed.Feed;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what labels are made of, and with it the labels of the version and of everything
 * downstream, in one transaction: nothing is answered in between. Whether somebody may do so is
 * decided before.
 */
@Service
class Relabelling {
  private final LabelStore store;
  private final OwnLabelStore own;
  private final Drafts drafts;
  private final RegistrationStore registrations;
  private final Ledger ledger;
  private final Feed feed;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Relabelling(
      LabelStore store,
      OwnLabelStore own,
      Drafts drafts,
      RegistrationStore registrations,
      Ledger ledger,
      Feed labelsFeed,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.own = own;
    this.drafts = drafts;
    this.registrations = registrations;
    this.ledger = ledger;
    this.feed = labelsFeed;
    this.events = events;
    this.clock = clock;
  }

  /** Marks something on a version's own labels. */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels mark(VersionId version, MarkLabels marks, PersonId by) {
    if (marks.loosens()) {
      drafts.requireFrozen(version);
    }
    return change(
        version,
        "labelsMarked",
        by,
        marks.reason(),
        stamp -> {
          VersionLabels labels = require(version);
          MarkLabels whole =
              marks.wall()
                  ? marks.walledFrom(own.unnamedSpeaker(labels.caseId(), stamp.at()))
                  : marks;
          own.add(version, own.require(version).marked(whole), stamp);
        });
  }

  /** Sends a version to people. */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels circulate(VersionId version, Set<PersonId> people, PersonId by) {
    return change(
        version,
        "circulated",
        by,
        null,
        stamp -> own.add(version, own.require(version).circulated(people), stamp));
  }

  /**
   * Takes a source away.
   *
   * @throws Problem INVALID when it is not one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels removeSource(VersionId version, VersionId source, String reason, PersonId by) {
    drafts.requireFrozen(version);
    return change(
        version,
        "sourceRemoved",
        by,
        reason,
        stamp -> {
          requireSource(version, source);
          own.addSources(version, Set.of(source), false, stamp);
        });
  }

  /**
   * Clears a version of an account that it inherits through a source (rule 4).
   *
   * @throws Problem INVALID when it does not come through that source
   */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels clear(
      VersionId version, VersionId source, PersonId account, String reason, PersonId by) {
    drafts.requireFrozen(version);
    return change(
        version,
        "accountCleared",
        by,
        reason,
        stamp -> {
          requireSource(version, source);
          if (!require(source).accountsOf().contains(account)) {
            throw Problem.invalid("account", "does not come through that source.");
          }
          if (!own.cleared(version).getOrDefault(source, Set.of()).contains(account)) {
            own.clear(version, source, account, true, stamp);
          }
        });
  }

  /**
   * Withdraws a clearance: the account comes through that source again, here and downstream.
   *
   * @throws Problem INVALID when the version is not cleared of it there
   */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels withdrawClearance(
      VersionId version, VersionId source, PersonId account, String reason, PersonId by) {
    return change(
        version,
        "clearanceWithdrawn",
        by,
        reason,
        stamp -> {
          if (!own.cleared(version).getOrDefault(source, Set.of()).contains(account)) {
            throw Problem.invalid("account", "is not cleared through that source.");
          }
          own.clear(version, source, account, false, stamp);
        });
  }

  /**
   * Records that an agency consents to this version being shown on (rule 8).
   *
   * @throws Problem INVALID when its consent is not waited for
   */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels consent(
      VersionId version, AgencyId agency, String givenBy, String reason, PersonId by) {
    drafts.requireFrozen(version);
    return change(
        version,
        "consentRecorded",
        by,
        reason,
        stamp -> {
          if (!require(version).originators().contains(agency)) {
            throw Problem.invalid("agency", "is not one whose consent this version waits for.");
          }
          own.consent(version, agency, givenBy, stamp);
        });
  }

  /**
   * Does the work, records what it was and labels anew what it bears on, in the running
   * transaction.
   *
   * @param by null for a service of Cordon
   */
  VersionLabels change(
      VersionId version,
      String what,
      @Nullable PersonId by,
      @Nullable String reason,
      Consumer<OwnLabelStore.Stamp> work) {
    VersionLabels before = requireLocked(version);
    Instant now = now();
    work.accept(new OwnLabelStore.Stamp(now, by, reason));
    ledger.append(
        new LedgerEvent.Changed(
            by, what, new LedgerEvent.Place(before.caseId(), before.item(), version, null), null));
    relabel(before, now);
    return require(version);
  }

  /** Works out anew what a version and everything downstream of it hold, sources first. */
  private void relabel(VersionLabels changed, Instant now) {
    List<VersionId> downstream = own.downstream(changed.caseId(), changed.version());
    Map<VersionId, VersionLabels> held =
        new HashMap<>(store.labelsOf(Set.copyOf(downstream), Moment.NOW));
    Set<VersionId> growing = registrations.drafts(downstream);
    for (VersionId version : downstream) {
      VersionLabels before = held.get(version);
      if (before == null) {
        throw new IllegalStateException("a version downstream without labels");
      }
      Set<VersionId> sources = own.sources(version);
      Inheritance inheritance =
          new Inheritance(
              own.require(version),
              store.labelsOf(sources, Moment.NOW).values(),
              own.cleared(version),
              own.consents(version));
      boolean draft = growing.contains(version);
      VersionLabels after = draft ? inheritance.ofDraft(before) : inheritance.of(before);
      if (!after.equals(before)) {
        record(before, after, draft, now);
      }
    }
  }

  /** No index is told of a draft. */
  private void record(VersionLabels before, VersionLabels after, boolean draft, Instant now) {
    UUID event = Uuids.timeOrdered();
    store.addLabels(event, store.revision(after.version()) + 1, after, now);
    if (!draft) {
      feed.append(event);
    }
    ledger.append(
        new LedgerEvent.Changed(
            null,
            "relabelled",
            new LedgerEvent.Place(after.caseId(), after.item(), after.version(), null),
            null));
    Set<PersonId> added = new HashSet<>(after.accountsOf());
    added.removeAll(before.accountsOf());
    events.publishEvent(new VersionRelabelled(after, added));
  }

  private void requireSource(VersionId version, VersionId source) {
    if (!own.sources(version).contains(source)) {
      throw Problem.invalid("source", "is not one that this version was written from.");
    }
  }

  /** A version's labels, which nobody else changes until the transaction ends. */
  VersionLabels requireLocked(VersionId version) {
    store.lock(require(version).caseId(), true);
    return require(version);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private VersionLabels require(VersionId version) {
    return store.labelsOf(Set.of(version), Moment.NOW).values().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }
}
