package org.cordon.evidence.comments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.drafts.BeginDraft;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Markup;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageKind;
import org.cordon.evidence.passages.Sections;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes comments. */
@Component
class Comments {
  private static final String STRUCTURE = "COMMENT";

  private final CommentStore comments;
  private final Drafts drafts;
  private final Editing editing;
  private final Freezing freezing;
  private final WrittenVersions written;
  private final Items items;
  private final AccessClient access;
  private final IdempotentRequests idempotent;

  /** What is kept of an answer, for a request that is repeated: no content. */
  record CommentReceipt(ItemId comment) {}

  /** A comment that is to be, on a version or a passage of it. */
  record AddComment(
      PersonId person,
      ItemId paper,
      int number,
      Optional<PassageId> passage,
      String text,
      Optional<IdempotencyKey> key) {}

  Comments(
      CommentStore comments,
      Drafts drafts,
      Editing editing,
      Freezing freezing,
      WrittenVersions written,
      Items items,
      AccessClient access,
      IdempotentRequests idempotent) {
    this.comments = comments;
    this.drafts = drafts;
    this.editing = editing;
    this.freezing = freezing;
    this.written = written;
    this.items = items;
    this.access = access;
    this.idempotent = idempotent;
  }

  /**
   * Adds a comment.
   *
   * @throws Problem NOT_FOUND when the version is not there or this person may not comment on it;
   *     INVALID when the text does not fit or the version has no such passage
   */
  ShownComment add(AddComment command) {
    Optional<Version> found = items.find(command.paper(), command.number());
    VersionId asked =
        found.map(Version::id).orElseGet(() -> new VersionId(command.paper().value()));
    Decision decision = access.decide(command.person(), ItemAction.COMMENT, asked);
    Version on =
        found
            .filter(_ -> decision.permitted())
            .filter(it -> it.kind() == ItemKind.WORKING_PAPER || it.kind() == ItemKind.REPORT)
            .orElseThrow(Problem::notFound);
    command.passage().ifPresent(passage -> requirePassage(on, passage));
    WantedPassage.Checked text = wanted(command.text()).checked(Sections.none());
    Draft draft = begin(command, on, text);
    drafts.register(draft, accounts(command.person(), on), Set.of(on.id()));
    Version version = freezing.freeze(command.person(), new OpenDraft(draft, decision));
    return shown(version, command.passage());
  }

  /** A comment's content; asks nobody, so decide first. */
  ShownComment shown(Version version, Optional<PassageId> passage) {
    Passage said = written.read(version).passages().getFirst();
    return new ShownComment(
        version.item(),
        version.id(),
        passage.orElse(null),
        said.content().text(),
        Markup.html(said.content()),
        version.received().by(),
        version.received().at());
  }

  private Draft begin(AddComment command, Version on, WantedPassage.Checked text) {
    CommentReceipt receipt =
        Problem.require(
            "comment",
            idempotent
                .once(
                    command.person(),
                    command.key(),
                    "comment %s %s %s"
                        .formatted(on.id(), command.passage(), command.text().hashCode()),
                    CommentReceipt.class,
                    () ->
                        ResponseEntity.status(HttpStatus.CREATED)
                            .body(new CommentReceipt(write(command, on, text))))
                .getBody());
    return drafts.newest(receipt.comment()).orElseThrow(Problem::notFound);
  }

  /** The comment's item, draft and only passage, in one transaction. */
  private ItemId write(AddComment command, Version on, WantedPassage.Checked text) {
    Draft draft =
        drafts.begin(
            new BeginDraft(on.caseId(), ItemKind.COMMENT, STRUCTURE, title(on), command.person()));
    editing.add(
        command.person(),
        draft,
        new Editing.Sourced(text.with(List.of()), Optional.empty(), text.cleaned()));
    comments.add(draft.item(), on.id(), command.passage());
    return draft.item();
  }

  /**
   * Whoever does not write papers in the case may have given an account, and a comment may tell of
   * it: it counts as theirs (fail closed).
   */
  private Set<PersonId> accounts(PersonId author, Version on) {
    return access.decideInCase(author, CaseAction.WRITE_PAPERS, on.caseId()).permitted()
        ? Set.of()
        : Set.of(author);
  }

  private void requirePassage(Version on, PassageId passage) {
    if (written.read(on).passages().stream().noneMatch(it -> it.id().equals(passage))) {
      throw Problem.invalid("passage", "is no passage of this version.");
    }
  }

  private static WantedPassage wanted(String text) {
    return new WantedPassage(
        PassageKind.PARAGRAPH, null, text, null, null, null, null, null, null, null, null);
  }

  private static String title(Version on) {
    String title = "Comment on " + on.particulars().title();
    int most = Math.min(BeginDraft.MAX_TITLE, title.codePointCount(0, title.length()));
    return title.substring(0, title.offsetByCodePoints(0, most));
  }
}
