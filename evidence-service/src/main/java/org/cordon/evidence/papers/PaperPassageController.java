package org.cordon.evidence.papers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.IfMatch;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.PassageState;
import org.cordon.evidence.drafts.SavedPassage;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The passages of a paper's draft. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}/draft/passages")
class PaperPassageController {
  private final Papers papers;
  private final Drafts drafts;
  private final Editing editing;
  private final IdempotentRequests idempotent;
  private final Delivery delivery;

  /** A passage as it was saved, and how many characters were taken out of its text. */
  record SavedBody(@JsonUnwrapped ShownPassage passage, int cleaned) {}

  /** What is kept of an answer, for a request that is repeated: no content. */
  record PassageReceipt(PassageId passage, int cleaned) {}

  /** Where a passage goes: after another one, or first. */
  record WantedPlacing(@Nullable PassageId after) {}

  /**
   * What is put back.
   *
   * @param revision the newest when missing
   * @param after of a passage that was taken out: where it goes; the end when missing
   */
  record WantedRestoring(@Nullable Integer revision, @Nullable PassageId after) {}

  /** A saved state, and whether the passage was taken out by it. */
  record RevisionLine(@JsonUnwrapped ShownPassage passage, boolean removed) {}

  PaperPassageController(
      Papers papers,
      Drafts drafts,
      Editing editing,
      IdempotentRequests idempotent,
      Delivery delivery) {
    this.papers = papers;
    this.drafts = drafts;
    this.editing = editing;
    this.idempotent = idempotent;
    this.delivery = delivery;
  }

  @ApiResponse(responseCode = "201", description = "Saved", useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<SavedBody> add(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedPassage wanted) {
    Writing writing = papers.writing(caller.person(), paper);
    Draft draft = drafts.write(writing).draft();
    String request = "passage %s %s".formatted(draft.version(), wanted.toString().hashCode());
    Optional<IdempotencyKey> known = IdempotencyKey.of(key);
    Optional<PassageReceipt> before =
        known
            .flatMap(it -> idempotent.find(caller.person(), it, request, PassageReceipt.class))
            .flatMap(it -> Optional.ofNullable(it.getBody()));
    if (before.isPresent()) {
      return created(paper, editing.find(draft, before.get().passage(), 1), before.get().cleaned());
    }
    Editing.Sourced sourced = editing.source(writing, draft, wanted);
    PassageReceipt receipt =
        Problem.require(
            "passage",
            idempotent
                .once(
                    caller.person(),
                    known,
                    request,
                    PassageReceipt.class,
                    () ->
                        ResponseEntity.status(HttpStatus.CREATED)
                            .body(
                                new PassageReceipt(
                                    editing.add(caller.person(), draft, sourced).id(),
                                    sourced.cleaned())))
                .getBody());
    return created(paper, editing.find(draft, receipt.passage(), 1), receipt.cleaned());
  }

  @PutMapping("/{passage}")
  ResponseEntity<SavedBody> save(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable PassageId passage,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedPassage wanted) {
    Writing writing = papers.writing(caller.person(), paper);
    Draft draft = drafts.write(writing).draft();
    SavedPassage saved = editing.save(writing, draft, passage, IfMatch.of(ifMatch), wanted);
    return ok(saved.passage(), saved.cleaned());
  }

  @DeleteMapping("/{passage}")
  ResponseEntity<Void> remove(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable PassageId passage,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Draft draft = drafts.write(papers.writing(caller.person(), paper)).draft();
    editing.remove(caller.person(), draft, passage, IfMatch.of(ifMatch));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{passage}/place")
  ResponseEntity<Void> place(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable PassageId passage,
      @RequestBody WantedPlacing wanted) {
    Draft draft = drafts.write(papers.writing(caller.person(), paper)).draft();
    editing.place(draft, passage, Optional.ofNullable(wanted.after()));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{passage}/restore")
  ResponseEntity<SavedBody> restore(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable PassageId passage,
      @RequestBody(required = false) @Nullable WantedRestoring wanted) {
    Draft draft = drafts.write(papers.writing(caller.person(), paper)).draft();
    WantedRestoring given = wanted == null ? new WantedRestoring(null, null) : wanted;
    return ok(
        editing.restore(
            caller.person(),
            draft,
            passage,
            Optional.ofNullable(given.revision()),
            Optional.ofNullable(given.after())),
        0);
  }

  /** Every saved state, newest first, in pages; {@link RevisionLine} is what is written. */
  @GetMapping(value = "/{passage}/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
  void revisions(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable PassageId passage,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    PageRequest request = PageRequest.of(limit, after);
    OpenDraft open = drafts.read(caller.person(), papers.require(caller.person(), paper).id());
    List<PassageState> found =
        drafts.revisions(
            open.draft(),
            passage,
            request.after().map(PaperPassageController::cursor).orElse(Integer.MAX_VALUE),
            request.limit() + 1);
    drafts.requireStillOpen(caller.person(), open.draft());
    if (found.isEmpty() && request.after().isEmpty()) {
      throw Problem.notFound();
    }
    List<PassageState> shown = found.subList(0, Math.min(found.size(), request.limit()));
    Page<RevisionLine> page =
        new Page<>(
            shown.stream()
                .map(it -> new RevisionLine(ShownPassage.of(it.passage()), it.removed()))
                .toList(),
            found.size() > shown.size()
                ? String.valueOf(shown.getLast().passage().revision())
                : null);
    delivery.json(open.decision(), page, response);
  }

  private static ResponseEntity<SavedBody> created(ItemId paper, Passage passage, int cleaned) {
    return ResponseEntity.created(
            URI.create("/api/evidence/papers/%s/draft/passages/%s".formatted(paper, passage.id())))
        .eTag(passage.entityTag())
        .body(new SavedBody(ShownPassage.of(passage), cleaned));
  }

  private static ResponseEntity<SavedBody> ok(Passage passage, int cleaned) {
    return ResponseEntity.ok()
        .eTag(passage.entityTag())
        .body(new SavedBody(ShownPassage.of(passage), cleaned));
  }

  private static int cursor(String after) {
    try {
      return Integer.parseInt(after);
    } catch (NumberFormatException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
