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
  private final Ledger ledger;
  private final Feed feed;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Relabelling(
      LabelStore store,
      OwnLabelStore own,
      Ledger ledger,
      Feed labelsFeed,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.own = own;
    this.ledger = ledger;
    this.feed = labelsFeed;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Until the transaction ends nobody else changes labels in the case of this version.
   *
   * @throws Problem NOT_FOUND when it is not registered
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void lock(VersionId version) {
    store.lock(require(version).caseId(), true);
  }

  /** Marks something on a version's own labels. */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels mark(VersionId version, MarkLabels marks, PersonId by) {
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
   * Names a source that a version was written from.
   *
   * @param by null for a service of Cordon
   * @throws Problem INVALID when the source is not registered, of another case, or written from
   *     this version
   */
  @Transactional
  VersionLabels addSource(VersionId version, VersionId source, @Nullable PersonId by) {
    return change(
        version,
        "sourceAdded",
        by,
        null,
        stamp -> {
          VersionLabels labels = require(version);
          VersionLabels from =
              store.labelsOf(Set.of(source), Moment.NOW).values().stream()
                  .filter(it -> it.caseId().equals(labels.caseId()))
                  .findFirst()
                  .orElseThrow(() ->
                      Problem.invalid(
                          "source", "is not a version that is registered in this case."));
          if (own.downstream(labels.caseId(), version).contains(from.version())) {
            throw Problem.invalid("source", "was itself written from this version.");
          }
          if (own.sources(version).size() >= VersionLabels.MAX_SET) {
            throw Problem.invalid(
                "source",
                "would be one more than the " + VersionLabels.MAX_SET + " that there may be.");
          }
          if (!own.sources(version).contains(source)) {
            own.addSources(version, Set.of(source), true, stamp);
          }
        });
  }

  /**
   * Takes a source away.
   *
   * @throws Problem INVALID when it is not one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  VersionLabels removeSource(VersionId version, VersionId source, String reason, PersonId by) {
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
          own.clear(version, source, account, stamp);
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

  private VersionLabels change(
      VersionId version,
      String what,
      @Nullable PersonId by,
      @Nullable String reason,
      Consumer<OwnLabelStore.Stamp> work) {
    VersionLabels before = require(version);
    store.lock(before.caseId(), true);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
    for (VersionId version : downstream) {
      VersionLabels before = held.get(version);
      if (before == null) {
        throw new IllegalStateException("a version downstream without labels");
      }
      Set<VersionId> sources = own.sources(version);
      VersionLabels after =
          new Inheritance(
                  own.require(version),
                  store.labelsOf(sources, Moment.NOW).values(),
                  own.cleared(version),
                  own.consents(version))
              .of(before);
      if (!after.equals(before)) {
        record(before, after, now);
      }
    }
  }

  private void record(VersionLabels before, VersionLabels after, Instant now) {
    UUID event = Uuids.timeOrdered();
    store.addLabels(event, store.revision(after.version()) + 1, after, now);
    feed.append(event);
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

  private VersionLabels require(VersionId version) {
    return store.labelsOf(Set.of(version), Moment.NOW).values().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }
}
