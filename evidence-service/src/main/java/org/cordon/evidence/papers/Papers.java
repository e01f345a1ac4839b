package org.cordon.evidence.papers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.evidence.drafts.BeginDraft;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Begins papers and shows what a person may find of one. */
@Component
public class Papers {
  private static final int MOST_VERSIONS = 199;

  private final PaperStore papers;
  private final Drafts drafts;
  private final Items items;
  private final AccessClient access;
  private final IdempotentRequests idempotent;

  /** Whose accounts a paper holds from the beginning, and which versions it is written from. */
  public record WrittenFrom(Set<PersonId> accountsOf, Set<VersionId> sources) {
    public WrittenFrom {
      accountsOf = Set.copyOf(accountsOf);
      sources = Set.copyOf(sources);
    }
  }

  /** What is kept of an answer to a repeated request. */
  record PaperReceipt(ItemId paper) {}

  Papers(
      PaperStore papers,
      Drafts drafts,
      Items items,
      AccessClient access,
      IdempotentRequests idempotent) {
    this.papers = papers;
    this.drafts = drafts;
    this.items = items;
    this.access = access;
    this.idempotent = idempotent;
  }

  /**
   * Begins a paper with an empty draft.
   *
   * @throws Problem NOT_FOUND when this person may not write such a paper in the case
   */
  public PaperDetail begin(
      PersonId person, CaseId caseId, PaperKind kind, String title, Optional<IdempotencyKey> key) {
    return begin(person, caseId, kind, title, key, new WrittenFrom(Set.of(), Set.of()));
  }

  /**
   * The same for a paper that is known to come from something before anything is written.
   *
   * @throws Problem NOT_FOUND when this person may not write such a paper in the case
   */
  public PaperDetail begin(
      PersonId person,
      CaseId caseId,
      PaperKind kind,
      String title,
      Optional<IdempotencyKey> key,
      WrittenFrom from) {
    BeginDraft command = new BeginDraft(caseId, ItemKind.WORKING_PAPER, kind.name(), title, person);
    if (!access.decideInCase(person, kind.writing(), caseId).permitted()) {
      throw Problem.notFound();
    }
    PaperReceipt receipt =
        Problem.require(
            "paper",
            idempotent
                .once(
                    person,
                    key,
                    "paper %s %s %s".formatted(caseId, kind, command.title()),
                    PaperReceipt.class,
                    () -> ResponseEntity.status(HttpStatus.CREATED).body(add(command, kind)))
                .getBody());
    Draft draft = drafts.newest(receipt.paper()).orElseThrow(Problem::notFound);
    if (draft.number() > 1) {
      // Asked again long after: they are told what they may find of it by now.
      return detail(person, receipt.paper());
    }
    drafts.register(draft, from.accountsOf(), from.sources());
    return new PaperDetail(
        draft.item(),
        caseId,
        kind,
        command.title(),
        PaperDetail.DraftLine.of(draft),
        List.of(),
        List.of("write", "freeze"));
  }

  /**
   * Begins the next draft of a paper from its newest version.
   *
   * @throws Problem as {@link Drafts#beginNext}
   */
  Draft beginNext(PersonId person, ItemId item, Optional<IdempotencyKey> key) {
    Writing writing = writing(person, item);
    String request = "draft " + item;
    boolean repeated =
        key.flatMap(it -> idempotent.find(person, it, request, PaperReceipt.class)).isPresent();
    if (repeated) {
      return drafts.write(writing).draft();
    }
    Draft begun = drafts.beginNext(writing);
    key.ifPresent(it ->
        idempotent.record(
            person,
            it,
            request,
            ResponseEntity.status(HttpStatus.CREATED).body(new PaperReceipt(item))));
    return begun;
  }

  /**
   * Papers of a case, newest first, after one of them; asks nobody, so decide before anything of
   * them is shown.
   */
  public List<Paper> of(CaseId caseId, Optional<ItemId> after, int limit) {
    return papers.of(caseId, Optional.empty(), after, limit);
  }

  /** A paper by its id; asks nobody, so decide before anything of it is shown. */
  public Optional<Paper> find(ItemId item) {
    return papers.find(item);
  }

  /**
   * Who writes in a paper.
   *
   * @throws Problem NOT_FOUND when there is no such paper
   */
  Writing writing(PersonId person, ItemId item) {
    Paper paper = require(person, item);
    return new Writing(person, item, paper.kind().writing(), paper.kind().sections());
  }

  /**
   * A paper by its id. One that is not there is asked for under an id that names none: recorded and
   * refused like one that is walled.
   *
   * @throws Problem NOT_FOUND when there is none
   */
  Paper require(PersonId person, ItemId item) {
    Optional<Paper> paper = papers.find(item);
    if (paper.isEmpty()) {
      access.decide(person, ItemAction.READ, new VersionId(item.value()));
    }
    return paper.orElseThrow(Problem::notFound);
  }

  /**
   * A paper as far as this person may find it.
   *
   * @throws Problem NOT_FOUND when they may find nothing of it; absent and forbidden take the same
   *     steps
   */
  public PaperDetail detail(PersonId person, ItemId item) {
    Optional<Paper> paper = papers.find(item);
    Optional<Draft> draft = paper.flatMap(it -> drafts.find(it.id()));
    List<Version> versions = paper.isEmpty() ? List.of() : items.versionsOf(item, MOST_VERSIONS);
    Set<VersionId> found =
        found(
            person,
            item,
            paper,
            Stream.concat(draft.map(Draft::version).stream(), versions.stream().map(Version::id))
                .toList());
    Optional<Draft> openDraft = draft.filter(it -> found.contains(it.version()));
    List<Version> openVersions = versions.stream().filter(it -> found.contains(it.id())).toList();
    String title =
        openDraft
            .map(Draft::title)
            .or(() -> openVersions.stream().findFirst().map(it -> it.particulars().title()))
            .orElseThrow(Problem::notFound);
    return new PaperDetail(
        item,
        paper.orElseThrow(Problem::notFound).caseId(),
        paper.get().kind(),
        title,
        openDraft.map(PaperDetail.DraftLine::of).orElse(null),
        openVersions.stream().map(PaperDetail.VersionLine::of).toList(),
        may(person, paper.get(), openDraft, openVersions));
  }

  private PaperReceipt add(BeginDraft command, PaperKind kind) {
    Draft draft = drafts.begin(command);
    papers.add(new Paper(draft.item(), draft.caseId(), kind));
    return new PaperReceipt(draft.item());
  }

  /** Hidden versions are not asked for: with nothing to find, one refusal is recorded (rule 2). */
  private Set<VersionId> found(
      PersonId person, ItemId item, Optional<Paper> paper, List<VersionId> there) {
    List<VersionId> open =
        paper.isEmpty() || there.isEmpty() ? List.of() : readable(person, paper.get(), there);
    List<VersionId> asked = open.isEmpty() ? List.of(new VersionId(item.value())) : open;
    List<Decision> decisions = access.decide(person, ItemAction.FIND, asked);
    Set<VersionId> found = new HashSet<>();
    for (int i = 0; i < open.size(); i++) {
      if (decisions.get(i).permitted()) {
        found.add(open.get(i));
      }
    }
    return found;
  }

  private List<VersionId> readable(PersonId person, Paper paper, List<VersionId> there) {
    CheckedAudience checked =
        access.checkAudience(paper.caseId(), Set.copyOf(there), Set.of(person));
    return there.stream().filter(version -> checked.isReadable(person, version)).toList();
  }

  private List<String> may(
      PersonId person, Paper paper, Optional<Draft> draft, List<Version> versions) {
    List<String> may = new ArrayList<>();
    if (access.decideInCase(person, paper.kind().writing(), paper.caseId()).permitted()) {
      may.add("write");
      draft.ifPresent(_ -> may.add("freeze"));
    }
    if (!versions.isEmpty()
        && access.decide(person, ItemAction.COMMENT, versions.getFirst().id()).permitted()) {
      may.add("comment");
    }
    return may;
  }
}
