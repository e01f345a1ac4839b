package org.cordon.evidence.preparation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cordon.evidence.items.Delivery;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.idempotency.RequestDigest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.requests.Revision;
import org.cordon.platform.security.Caller;
import org.cordon.platform.texts.Prose;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the people of a case are prepared. */
@RestController
@RequestMapping("/api/evidence/cases/{case}/preparation")
class PreparationController {
  private final Preparations preparations;
  private final IdempotentRequests requests;
  private final Delivery delivery;

  PreparationController(Preparations preparations, IdempotentRequests requests, Delivery delivery) {
    this.preparations = preparations;
    this.requests = requests;
    this.delivery = delivery;
  }

  /** A pack as it is sent and shown. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PackBody(
      @Nullable VersionId version,
      @Nullable LocalDate sentOn,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate acknowledgedOn) {

    static PackBody of(Preparation.Pack pack) {
      return new PackBody(
          pack.version().orElse(null),
          pack.sentOn(),
          pack.receivedOn().orElse(null),
          pack.acknowledgedOn().orElse(null));
    }
  }

  /** An introduction as it is sent and shown. */
  record IntroductionBody(Preparation.@Nullable How how, @Nullable LocalDate on) {}

  /** A note, for those who may read it. */
  record NoteBody(VersionId version, String text, Instant writtenAt, PersonId writtenBy) {

    static NoteBody of(Notes.Note note) {
      return new NoteBody(note.version(), note.words(), note.writtenAt(), note.writtenBy());
    }
  }

  /**
   * How far a person is, in a list.
   *
   * @param complete they have the pack and were introduced
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PreparationSummary(
      PersonId person,
      @Nullable PackBody pack,
      @Nullable IntroductionBody introduced,
      @Nullable String support,
      boolean complete,
      int revision) {

    static PreparationSummary of(Preparation.Saved saved, LocalDate today) {
      Preparation preparation = saved.preparation();
      return new PreparationSummary(
          saved.person(),
          preparation.pack().map(PackBody::of).orElse(null),
          preparation.introduced().map(it -> new IntroductionBody(it.how(), it.on())).orElse(null),
          preparation.support().orElse(null),
          preparation.isComplete(today),
          saved.revision());
    }
  }

  /** The same of one person, with the newest note. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PreparationDetail(@JsonUnwrapped PreparationSummary summary, @Nullable NoteBody note) {}

  /** How far a person is, as a caller wants it on record. */
  record WantedPreparation(
      @Nullable PackBody pack, @Nullable IntroductionBody introduced, @Nullable String support) {

    Preparation checked(LocalDate today) {
      return new Preparation(
          Optional.ofNullable(pack)
              .map(it ->
                  Preparation.Pack.of(
                      it.version(), it.sentOn(), it.receivedOn(), it.acknowledgedOn(), today)),
          Optional.ofNullable(introduced)
              .map(it -> Preparation.Introduction.of(it.how(), it.on(), today)),
          Preparation.support(support));
    }
  }

  /** What was saved. */
  record PreparationSaved(PersonId person, int revision) {}

  /** A note to write. */
  record WantedNote(@Nullable String text) {}

  /** The note that was written. */
  record NoteWritten(VersionId version) {}

  @GetMapping
  Page<PreparationSummary> page(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Page<Preparation.Saved> page =
        preparations.page(caller.person(), caseId, PageRequest.of(limit, after));
    LocalDate today = preparations.today();
    return new Page<>(
        page.items().stream().map(it -> PreparationSummary.of(it, today)).toList(), page.next());
  }

  @GetMapping(value = "/{person}", produces = MediaType.APPLICATION_JSON_VALUE)
  void one(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      HttpServletResponse response)
      throws IOException {
    Preparations.Seen seen = preparations.read(caller.person(), caseId, person);
    response.setHeader(HttpHeaders.ETAG, Revision.tag(seen.saved().revision()));
    delivery.json(
        seen.decision().stream().toList(),
        new PreparationDetail(
            PreparationSummary.of(seen.saved(), preparations.today()),
            seen.note().map(NoteBody::of).orElse(null)),
        response);
  }

  @PutMapping("/{person}")
  ResponseEntity<PreparationSaved> change(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedPreparation wanted) {
    preparations.require(caller.person(), CaseAction.MANAGE_PREPARATION, caseId);
    int revision =
        preparations.change(
            caller.person(),
            caseId,
            person,
            Revision.require(ifMatch),
            wanted.checked(preparations.today()));
    return ResponseEntity.ok()
        .eTag(Revision.tag(revision))
        .body(new PreparationSaved(person, revision));
  }

  @PostMapping("/{person}/notes")
  ResponseEntity<NoteWritten> note(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @PathVariable PersonId person,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedNote wanted) {
    preparations.require(caller.person(), CaseAction.MANAGE_PREPARATION, caseId);
    String words = Prose.require("text", wanted.text(), Notes.MAX);
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        RequestDigest.of("note " + caseId + " " + person, words),
        NoteWritten.class,
        () ->
            ResponseEntity.created(
                    URI.create("/api/evidence/cases/" + caseId + "/preparation/" + person))
                .body(new NoteWritten(preparations.note(caller.person(), caseId, person, words))));
  }
}
