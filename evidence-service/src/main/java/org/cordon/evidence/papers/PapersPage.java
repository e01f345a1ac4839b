package org.cordon.evidence.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Lists the papers of a case that a person may find. Hidden ones leave no trace: what could be
 * shown is found by a check that is not recorded, and what is shown is decided on and recorded
 * first (rule 29). A page that was overtaken is made once more, then not at all.
 */
@Component
class PapersPage {
  private static final int AT_ONCE = 50;
  private static final int MOST_VERSIONS = 200;

  private final PaperStore papers;
  private final Drafts drafts;
  private final Items items;
  private final AccessClient access;

  /** A paper and what of it may be found. */
  private record Found(Paper paper, Optional<Draft> draft, Optional<Version> newest) {
    boolean isSomething() {
      return draft.isPresent() || newest.isPresent();
    }

    List<VersionId> shown() {
      return Stream.concat(draft.map(Draft::version).stream(), newest.map(Version::id).stream())
          .toList();
    }

    PaperRow row() {
      String title =
          draft
              .map(Draft::title)
              .or(() -> newest.map(it -> it.particulars().title()))
              .orElseThrow();
      return new PaperRow(
          paper.id(),
          paper.kind(),
          title,
          draft.map(PaperDetail.DraftLine::of).orElse(null),
          newest.map(PaperDetail.VersionLine::of).orElse(null));
    }
  }

  PapersPage(PaperStore papers, Drafts drafts, Items items, AccessClient access) {
    this.papers = papers;
    this.drafts = drafts;
    this.items = items;
    this.access = access;
  }

  Page<PaperRow> page(
      PersonId person, CaseId caseId, Optional<PaperKind> kind, PageRequest request) {
    if (!access.decideSearch(person, caseId).permitted()) {
      throw Problem.notFound();
    }
    Optional<ItemId> after = request.after().map(PapersPage::cursor);
    for (int attempt = 0; attempt < 2; attempt++) {
      List<Found> found = found(person, caseId, kind, after, request.limit() + 1);
      List<Found> shown = found.subList(0, Math.min(found.size(), request.limit()));
      if (permits(person, shown.stream().flatMap(it -> it.shown().stream()).toList())) {
        String next = found.size() > shown.size() ? shown.getLast().paper().id().toString() : null;
        return new Page<>(shown.stream().map(Found::row).toList(), next);
      }
    }
    throw Problem.unavailable();
  }

  private List<Found> found(
      PersonId person, CaseId caseId, Optional<PaperKind> kind, Optional<ItemId> from, int most) {
    List<Found> found = new ArrayList<>();
    Optional<ItemId> after = from;
    List<Paper> batch;
    do {
      batch = papers.of(caseId, kind, after, AT_ONCE);
      for (Paper paper : batch) {
        Found each = find(person, paper);
        if (each.isSomething() && found.size() < most) {
          found.add(each);
        }
      }
      after = batch.isEmpty() ? after : Optional.of(batch.getLast().id());
    } while (batch.size() == AT_ONCE && found.size() < most);
    return found;
  }

  private Found find(PersonId person, Paper paper) {
    Optional<Draft> draft = drafts.find(paper.id());
    List<Version> versions = items.versionsOf(paper.id(), MOST_VERSIONS - 1);
    Set<VersionId> asked =
        Stream.concat(draft.map(Draft::version).stream(), versions.stream().map(Version::id))
            .collect(java.util.stream.Collectors.toSet());
    if (asked.isEmpty()) {
      return new Found(paper, Optional.empty(), Optional.empty());
    }
    CheckedAudience checked = access.checkAudience(paper.caseId(), asked, Set.of(person));
    return new Found(
        paper,
        draft.filter(it -> checked.isReadable(person, it.version())),
        versions.stream().filter(it -> checked.isReadable(person, it.id())).findFirst());
  }

  private boolean permits(PersonId person, List<VersionId> versions) {
    return access.decide(person, ItemAction.FIND, versions).stream().allMatch(Decision::permitted);
  }

  private static ItemId cursor(String after) {
    try {
      return ItemId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
