package org.cordon.evidence.papers;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.IfMatch;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.OpenedAccounts;
import org.cordon.evidence.drafts.WantedAnswers;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.ClosedTo;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open draft of a paper as a whole: reading it, its title, and for whom it has closed. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/draft")
class PaperDraftController {
  private final Papers papers;
  private final Drafts drafts;
  private final Editing editing;
  private final OpenedAccounts opened;
  private final ShownSources sources;
  private final AccessClient access;
  private final Delivery delivery;

  /** A title that is to be; 1 to 300 characters. */
  record WantedTitle(@Nullable String title) {}

  /** Title and its revision, which is also the ETag. */
  record TitleBody(String title, int revision) {}

  /** Somebody from whom the draft has come to be kept. */
  record ClosedLine(PersonId person, List<String> roles, List<ClosingLine> because) {}

  /**
   * Through what.
   *
   * @param source null for what is marked on the draft itself
   * @param title when who looks may find the source
   * @param reasons the ids of the policies that close it
   */
  record ClosingLine(
      @Nullable VersionId source,
      @Nullable ItemId item,
      @Nullable String title,
      List<String> reasons) {}

  PaperDraftController(
      Papers papers,
      Drafts drafts,
      Editing editing,
      OpenedAccounts opened,
      ShownSources sources,
      AccessClient access,
      Delivery delivery) {
    this.papers = papers;
    this.drafts = drafts;
    this.editing = editing;
    this.opened = opened;
    this.sources = sources;
    this.access = access;
    this.delivery = delivery;
  }

  /** The draft with its passages; {@link DraftBody} is what is written. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  void draft(Caller caller, @PathVariable ItemId paper, HttpServletResponse response)
      throws IOException {
    OpenDraft open = drafts.read(caller.person(), papers.require(caller.person(), paper).id());
    DraftBody body = body(caller.person(), open);
    delivery.json(open.decision(), body, response);
  }

  /** Begins the next draft from the newest version. */
  @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<PaperDetail.DraftLine> begin(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
    Draft begun = papers.beginNext(caller.person(), paper, IdempotencyKey.of(key));
    return ResponseEntity.created(URI.create("/api/evidence/papers/" + paper + "/draft"))
        .body(PaperDetail.DraftLine.of(begun));
  }

  @PutMapping("/title")
  ResponseEntity<TitleBody> title(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedTitle wanted) {
    Draft draft = drafts.write(papers.writing(caller.person(), paper)).draft();
    Draft titled =
        editing.retitle(draft, IfMatch.of(ifMatch), Problem.require("title", wanted.title()));
    return ResponseEntity.ok()
        .eTag("\"" + titled.titleRevision() + "\"")
        .body(new TitleBody(titled.title(), titled.titleRevision()));
  }

  /** For whom the draft has become closed, for those who may write it and read who is who. */
  @GetMapping("/closed")
  Page<ClosedLine> closed(Caller caller, @PathVariable ItemId paper) {
    Draft draft = write(caller, paper);
    if (!access.decideInCase(caller.person(), CaseAction.READ_PEOPLE, draft.caseId()).permitted()) {
      throw Problem.notFound();
    }
    List<ClosedTo.ClosedPerson> people =
        access.closedTo(draft.version(), Set.of()).people().stream()
            .filter(it -> !it.open())
            .toList();
    List<Version> because =
        sources.versions(
            people.stream()
                .flatMap(it -> it.causes().stream())
                .flatMap(it -> Optional.ofNullable(it.source()).stream())
                .distinct()
                .toList());
    Map<VersionId, String> titles = sources.titles(caller.person(), because);
    return Page.whole(
        people.stream()
            .map(it ->
                new ClosedLine(
                    it.person(),
                    it.roles(),
                    it.causes().stream().map(cause -> line(cause, because, titles)).toList()))
            .toList());
  }

  /** The accounts that the caller opened since the draft began. */
  @GetMapping("/opened")
  Page<OpenedAccounts.Opened> opened(Caller caller, @PathVariable ItemId paper) {
    return Page.whole(opened.of(caller.person(), write(caller, paper)));
  }

  /** Says of them whether they were used; what was becomes a source at once. */
  @PutMapping("/opened")
  Page<OpenedAccounts.Opened> answer(
      Caller caller, @PathVariable ItemId paper, @RequestBody WantedAnswers wanted) {
    Draft draft = write(caller, paper);
    opened.answer(caller.person(), draft, wanted.checked());
    return Page.whole(opened.of(caller.person(), draft));
  }

  /** Who else wrote in the draft since it began, and who has still to answer. */
  @GetMapping("/writers")
  Page<OpenedAccounts.Writer> writers(Caller caller, @PathVariable ItemId paper) {
    return Page.whole(opened.others(caller.person(), write(caller, paper)));
  }

  private Draft write(Caller caller, ItemId paper) {
    Writing writing = papers.writing(caller.person(), paper);
    Draft draft = drafts.write(writing).draft();
    if (!draft.isOpen()) {
      throw Problem.notFound();
    }
    return draft;
  }

  private DraftBody body(PersonId person, OpenDraft open) {
    Draft draft = open.draft();
    List<Passage> passages = drafts.passages(person, open);
    List<Version> from =
        sources
            .versions(access.labels(draft.version()).map(VersionLabels::sources).orElse(Set.of()))
            .stream()
            .filter(it -> !it.item().equals(draft.item()))
            .toList();
    Map<VersionId, String> titles = sources.titles(person, from);
    return DraftBody.of(
        draft,
        passages.stream().map(ShownPassage::of).toList(),
        from.stream()
            .filter(it -> titles.containsKey(it.id()))
            .map(it ->
                new DraftBody.SourceLine(
                    it.id(), it.item(), Objects.requireNonNull(titles.get(it.id()))))
            .toList());
  }

  private static ClosingLine line(
      ClosedTo.ClosingCause cause, List<Version> because, Map<VersionId, String> titles) {
    VersionId source = cause.source();
    ItemId item =
        because.stream()
            .filter(it -> it.id().equals(source))
            .map(Version::item)
            .findFirst()
            .orElse(null);
    return new ClosingLine(
        source, item, source == null ? null : titles.get(source), cause.policies());
  }
}
