package org.cordon.access.labels;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.cordon.access.decisions.Moment;
import org.cordon.platform.access.MoreLabels;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.feed.Feed;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What services of Cordon add to a version, above all to a draft, and how a draft ends. Nothing is
 * taken away; what adds nothing changes nothing.
 */
@Service
class Growth {
  private final Relabelling relabelling;
  private final LabelStore store;
  private final OwnLabelStore own;
  private final Drafts drafts;
  private final RegistrationStore registrations;
  private final Feed feed;
  private final Clock clock;

  Growth(
      Relabelling relabelling,
      LabelStore store,
      OwnLabelStore own,
      Drafts drafts,
      RegistrationStore registrations,
      Feed labelsFeed,
      Clock clock) {
    this.relabelling = relabelling;
    this.store = store;
    this.own = own;
    this.drafts = drafts;
    this.registrations = registrations;
    this.feed = labelsFeed;
    this.clock = clock;
  }

  /**
   * Names sources that a version was written from; those that it has stay as they are.
   *
   * @throws Problem INVALID when one is not registered, of another case, or written from this
   *     version
   */
  @Transactional
  VersionLabels addSources(VersionId version, Set<VersionId> sources) {
    VersionLabels labels = relabelling.requireLocked(version);
    Set<VersionId> had = own.sources(version);
    Set<VersionId> more = new HashSet<>(sources);
    more.removeAll(had);
    if (more.isEmpty()) {
      return labels;
    }
    boolean here =
        store.labelsOf(more, Moment.NOW).values().stream()
                .filter(it -> it.caseId().equals(labels.caseId()))
                .count()
            == more.size();
    if (!here) {
      throw Problem.invalid("source", "is not a version that is registered in this case.");
    }
    if (!Collections.disjoint(own.downstream(labels.caseId(), version), more)) {
      throw Problem.invalid("source", "was itself written from this version.");
    }
    if (had.size() + more.size() > VersionLabels.MAX_SET) {
      throw Problem.invalid(
          "source", "would be more than the " + VersionLabels.MAX_SET + " that there may be.");
    }
    return relabelling.change(
        version, "sourceAdded", null, null, stamp -> own.addSources(version, more, true, stamp));
  }

  /** Adds to a version's own labels. */
  @Transactional
  VersionLabels grow(VersionId version, MoreLabels more) {
    more.matters().forEach(matter -> Line.require("matters", matter, MarkLabels.MAX_MATTER));
    VersionLabels labels = relabelling.requireLocked(version);
    OwnLabels before = own.require(version);
    MoreLabels whole = more.unnamedSpeaker() ? withUnnamed(more, labels.caseId()) : more;
    OwnLabels grown = before.grown(whole);
    if (grown.equals(before)) {
      return labels;
    }
    if (grown.accountsOf().size() > VersionLabels.MAX_SET
        || grown.matters().size() > VersionLabels.MAX_SET) {
      throw Problem.invalid(
          "accountsOf", "or matters would be more than " + VersionLabels.MAX_SET + ".");
    }
    return relabelling.change(
        version, "labelsAdded", null, null, stamp -> own.add(version, grown, stamp));
  }

  private MoreLabels withUnnamed(MoreLabels more, CaseId caseId) {
    Set<PersonId> accounts = new HashSet<>(more.accountsOf());
    accounts.add(own.unnamedSpeaker(caseId, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    return new MoreLabels(accounts, more.matters(), more.delicate(), more.quarantined(), false);
  }

  /**
   * Ends a draft: it bears what it holds now, and is told to the index. What is no draft stays as
   * it is.
   */
  @Transactional
  VersionLabels freeze(VersionId version) {
    VersionLabels labels = relabelling.requireLocked(version);
    if (!drafts.isDraft(version)) {
      return labels;
    }
    return relabelling.change(
        version,
        "draftFrozen",
        null,
        null,
        stamp -> {
          registrations.freeze(version, stamp.at());
          feed.append(store.newestEvent(version));
        });
  }
}
