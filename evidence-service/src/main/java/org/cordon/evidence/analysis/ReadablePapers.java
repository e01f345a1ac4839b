package org.cordon.evidence.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.papers.Paper;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.papers.Papers;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * The papers that an analysis is made of, each in the newest state of it that a person may read.
 * What they say is read before the decision is asked for: a draft's labels grow before its passages
 * do, so that a decision covers at least what was read.
 */
@Component
class ReadablePapers {
  /** The most papers of one part. */
  static final int MAX_PAPERS = 500;

  /** A part ends with the paper that takes it beyond so many passages. */
  static final int MAX_PASSAGES = 10_000;

  private static final Set<PaperKind> ANALYSED =
      Set.of(PaperKind.CHRONOLOGY, PaperKind.EPISODE, PaperKind.FINDING, PaperKind.RECOMMENDATIONS);
  private static final int AT_ONCE = 100;
  private static final int MOST_VERSIONS = 199;

  private final Papers papers;
  private final Drafts drafts;
  private final Items items;
  private final WrittenVersions written;
  private final WhatIsOpen open;
  private final AccessClient access;

  /**
   * A part of the papers of a case.
   *
   * @param next the paper after which the next part goes on
   */
  record Part(List<ReadPaper> papers, List<Decision> decisions, Optional<ItemId> next) {
    Part {
      papers = List.copyOf(papers);
      decisions = List.copyOf(decisions);
    }

    List<ReadPaper> of(PaperKind kind) {
      return papers.stream().filter(it -> it.is(kind)).toList();
    }
  }

  /** What there is of a paper, newest first. */
  private record States(Paper paper, Optional<Draft> draft, List<Version> versions) {
    Stream<VersionId> ids() {
      return Stream.concat(draft.map(Draft::version).stream(), versions.stream().map(Version::id));
    }
  }

  ReadablePapers(
      Papers papers,
      Drafts drafts,
      Items items,
      WrittenVersions written,
      WhatIsOpen open,
      AccessClient access) {
    this.papers = papers;
    this.drafts = drafts;
    this.items = items;
    this.written = written;
    this.open = open;
    this.access = access;
  }

  /**
   * A part of the papers, newest first; that the person reads them is decided on and recorded (rule
   * 29). A part that was overtaken is made once more, then not at all.
   *
   * @param kinds of papers, from those that are analysed
   * @throws Problem UNAVAILABLE when the second part was overtaken too
   */
  Part part(PersonId person, CaseId caseId, Set<PaperKind> kinds, Optional<ItemId> after) {
    for (int attempt = 0; attempt < 2; attempt++) {
      Gathering gathered = new Gathering();
      Optional<ItemId> from = after;
      List<Paper> batch;
      do {
        batch = papers.of(caseId, from, AT_ONCE);
        gather(
            person,
            caseId,
            batch.stream().filter(it -> kinds.contains(it.kind())).toList(),
            gathered);
        from = batch.isEmpty() ? from : Optional.of(batch.getLast().id());
      } while (batch.size() == AT_ONCE && !gathered.more);
      List<Decision> decisions =
          access.decide(
              person, ItemAction.READ, gathered.papers.stream().map(ReadPaper::version).toList());
      if (decisions.stream().allMatch(Decision::permitted)) {
        return new Part(
            gathered.papers,
            decisions,
            gathered.more ? Optional.of(gathered.papers.getLast().paper().id()) : Optional.empty());
      }
    }
    throw Problem.unavailable();
  }

  /** Papers of all the kinds that are analysed. */
  Part part(PersonId person, CaseId caseId, Optional<ItemId> after) {
    return part(person, caseId, ANALYSED, after);
  }

  private static final class Gathering {
    private final List<ReadPaper> papers = new ArrayList<>();
    private int passages;
    private boolean more;

    boolean isFull() {
      return papers.size() == MAX_PAPERS || passages >= MAX_PASSAGES;
    }

    void add(ReadPaper paper) {
      papers.add(paper);
      passages += paper.passages().size();
    }
  }

  private void gather(PersonId person, CaseId caseId, List<Paper> batch, Gathering gathered) {
    List<States> states = batch.stream().map(this::states).toList();
    Set<VersionId> readable =
        open.of(person, caseId, states.stream().flatMap(States::ids).toList());
    for (States each : states) {
      Optional<VersionId> newest = each.ids().filter(readable::contains).findFirst();
      if (newest.isPresent() && gathered.isFull()) {
        gathered.more = true;
        return;
      }
      newest.ifPresent(version -> gathered.add(read(each, version)));
    }
  }

  private States states(Paper paper) {
    return new States(paper, drafts.find(paper.id()), items.versionsOf(paper.id(), MOST_VERSIONS));
  }

  private ReadPaper read(States states, VersionId version) {
    Optional<Draft> draft = states.draft().filter(it -> it.version().equals(version));
    if (draft.isPresent()) {
      return new ReadPaper(
          states.paper(),
          version,
          draft.get().number(),
          true,
          draft.get().title(),
          drafts.passages(draft.get()));
    }
    Version found =
        states.versions().stream()
            .filter(it -> it.id().equals(version))
            .findFirst()
            .orElseThrow(Problem::unavailable);
    WrittenContent content = written.read(found);
    return new ReadPaper(
        states.paper(), version, found.number(), false, content.title(), content.passages());
  }
}
