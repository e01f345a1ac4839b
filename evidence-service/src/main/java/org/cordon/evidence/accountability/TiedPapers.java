package org.cordon.evidence.accountability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.papers.PaperDetail;
import org.cordon.evidence.papers.Papers;
import org.cordon.evidence.passages.Passage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens papers to those who write or read what is tied to a version or draft of them. */
@Component
class TiedPapers {
  private final Papers papers;
  private final Drafts drafts;
  private final Items items;
  private final WrittenVersions written;
  private final AccessClient access;

  /** A paper, and the version or draft of it that a text is tied to. */
  record Tied(PaperDetail paper, VersionId version) {}

  TiedPapers(
      Papers papers, Drafts drafts, Items items, WrittenVersions written, AccessClient access) {
    this.papers = papers;
    this.drafts = drafts;
    this.items = items;
    this.written = written;
    this.access = access;
  }

  /**
   * Opens a version or draft for somebody who writes the paper.
   *
   * @param version the newest that they may find when missing
   * @throws Problem NOT_FOUND when they may not write the paper or not read that version of it
   */
  Tied write(PersonId person, ItemId paper, @Nullable VersionId version) {
    PaperDetail detail = papers.detail(person, paper);
    List<VersionId> found = found(detail);
    VersionId to = version == null ? found.getFirst() : version;
    // One that is not of this paper is asked for under an id that names none.
    VersionId asked = found.contains(to) ? to : new VersionId(paper.value());
    boolean readable = access.decide(person, ItemAction.READ, asked).permitted();
    if (!detail.may().contains("write") || !found.contains(to) || !readable) {
      throw Problem.notFound();
    }
    return new Tied(detail, to);
  }

  /**
   * The paper and those of its versions and its draft that the person may find.
   *
   * @throws Problem NOT_FOUND when there are none
   */
  PaperDetail read(PersonId person, ItemId paper) {
    return papers.detail(person, paper);
  }

  /** The open draft and the versions, newest first. */
  static List<VersionId> found(PaperDetail detail) {
    PaperDetail.DraftLine draft = detail.draft();
    return Stream.concat(
            draft == null ? Stream.of() : Stream.of(draft.version()),
            detail.versions().stream().map(PaperDetail.VersionLine::id))
        .toList();
  }

  /**
   * Decides and records that the person reads these versions (rule 29).
   *
   * @throws Problem UNAVAILABLE when one that was open a moment ago is not any more
   */
  List<Decision> decide(PersonId person, Set<VersionId> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    List<Decision> decisions = access.decide(person, ItemAction.READ, List.copyOf(versions));
    if (!decisions.stream().allMatch(Decision::permitted)) {
      throw Problem.unavailable();
    }
    return decisions;
  }

  /**
   * Those of its versions that the person could read; not recorded, so decide on what is shown.
   *
   * @throws Problem NOT_FOUND when there are none
   */
  Set<VersionId> readable(PersonId person, PaperDetail paper) {
    List<VersionId> found = new ArrayList<>(found(paper));
    Map<Integer, List<VersionId>> parts = new TreeMap<>();
    for (int at = 0; at < found.size(); at++) {
      parts.computeIfAbsent(at / 200, _ -> new ArrayList<>()).add(found.get(at));
    }
    Set<VersionId> readable =
        parts.values().stream()
            .flatMap(part -> {
              var checked = access.checkAudience(paper.caseId(), Set.copyOf(part), Set.of(person));
              return part.stream().filter(it -> checked.isReadable(person, it));
            })
            .collect(Collectors.toUnmodifiableSet());
    if (readable.isEmpty()) {
      throw Problem.notFound();
    }
    return readable;
  }

  /**
   * A passage of that version or draft.
   *
   * @throws Problem INVALID when it has no such passage
   */
  Passage requirePassage(Tied tied, PassageId passage) {
    return passages(tied).stream()
        .filter(it -> it.id().equals(passage))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("passage", "is no passage of this version."));
  }

  private List<Passage> passages(Tied tied) {
    Optional<Draft> draft =
        drafts.find(tied.paper().id()).filter(it -> it.version().equals(tied.version()));
    return draft
        .map(drafts::passages)
        .or(() -> items.find(tied.version()).map(it -> written.read(it).passages()))
        .orElseThrow(Problem::notFound);
  }
}
