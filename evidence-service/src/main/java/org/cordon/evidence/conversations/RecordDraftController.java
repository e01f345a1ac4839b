package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Editing;
import org.cordon.evidence.drafts.IfMatch;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.OpenedAccounts;
import org.cordon.evidence.drafts.SavedPassage;
import org.cordon.evidence.drafts.WantedAnswers;
import org.cordon.evidence.drafts.Writing;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a record, passage by passage. */
@RestController
@RequestMapping("/api/evidence/conversations/{conversation}/record/draft")
class RecordDraftController {
  private final Records records;
  private final Quarantine quarantine;
  private final QuarantineStore quarantined;
  private final Drafts drafts;
  private final Editing editing;
  private final OpenedAccounts opened;

  /** Where a passage goes: after another one, or to the beginning when null. */
  record WantedRecordPlace(@Nullable PassageId after) {}

  /**
   * A passage as it was saved.
   *
   * @param passage null for one that was kept out of the record
   * @param cleaned how many characters were taken out of its text
   * @param quarantined what is kept out of the record, in words; empty when nothing is
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record SavedInRecord(@Nullable ShownPassage passage, int cleaned, String quarantined) {}

  RecordDraftController(
      Records records,
      Quarantine quarantine,
      QuarantineStore quarantined,
      Drafts drafts,
      Editing editing,
      OpenedAccounts opened) {
    this.records = records;
    this.quarantine = quarantine;
    this.quarantined = quarantined;
    this.drafts = drafts;
    this.editing = editing;
    this.opened = opened;
  }

  @GetMapping
  RecordDraftView read(Caller caller, @PathVariable("conversation") ConversationId id) {
    OpenDraft open = drafts.read(caller.person(), records.itemOf(id));
    RecordDraftView read = view(open.draft());
    drafts.requireStillOpen(caller.person(), open.draft());
    return read;
  }

  /** Begins the next draft from the newest version, to put something right. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RecordDraftView begin(Caller caller, @PathVariable("conversation") ConversationId id) {
    return view(drafts.beginNext(records.writing(caller.person(), id)));
  }

  /** Adds a passage; one that went outside the guide is kept out for the approving officer. */
  @PostMapping("/passages")
  ResponseEntity<SavedInRecord> add(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestParam(required = false, defaultValue = "false") boolean outsideGuide,
      @RequestBody WantedPassage wanted) {
    PersonId by = caller.person();
    if (outsideGuide) {
      String words = quarantine.keepOut(by, id, wanted);
      return ResponseEntity.status(HttpStatus.CREATED).body(new SavedInRecord(null, 0, words));
    }
    Writing writing = records.writing(by, id);
    Draft draft = drafts.write(writing).draft();
    Editing.Sourced sourced = editing.source(writing, draft, wanted);
    SavedPassage saved = new SavedPassage(editing.add(by, draft, sourced), sourced.cleaned());
    return answer(HttpStatus.CREATED, draft, saved);
  }

  @PutMapping("/passages/{passage}")
  ResponseEntity<SavedInRecord> save(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable PassageId passage,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedPassage wanted) {
    Writing writing = records.writing(caller.person(), id);
    Draft draft = drafts.write(writing).draft();
    return answer(
        HttpStatus.OK, draft, editing.save(writing, draft, passage, IfMatch.of(ifMatch), wanted));
  }

  @DeleteMapping("/passages/{passage}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable PassageId passage,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    OpenDraft opened = drafts.write(records.writing(caller.person(), id));
    editing.remove(caller.person(), opened.draft(), passage, IfMatch.of(ifMatch));
  }

  @PostMapping("/passages/{passage}/place")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void place(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @PathVariable PassageId passage,
      @RequestBody WantedRecordPlace wanted) {
    OpenDraft opened = drafts.write(records.writing(caller.person(), id));
    editing.place(opened.draft(), passage, Optional.ofNullable(wanted.after()));
  }

  /** The accounts that the caller opened since the draft began. */
  @GetMapping("/opened")
  Page<OpenedAccounts.Opened> opened(
      Caller caller, @PathVariable("conversation") ConversationId id) {
    return Page.whole(opened.of(caller.person(), write(caller, id)));
  }

  /** Says of them whether they were used; what was becomes a source at once. */
  @PutMapping("/opened")
  Page<OpenedAccounts.Opened> answerFor(
      Caller caller,
      @PathVariable("conversation") ConversationId id,
      @RequestBody WantedAnswers wanted) {
    Draft draft = write(caller, id);
    opened.answer(caller.person(), draft, wanted.checked());
    return Page.whole(opened.of(caller.person(), draft));
  }

  /** Who else wrote in the draft since it began, and who has still to answer. */
  @GetMapping("/writers")
  Page<OpenedAccounts.Writer> writers(
      Caller caller, @PathVariable("conversation") ConversationId id) {
    return Page.whole(opened.others(caller.person(), write(caller, id)));
  }

  private Draft write(Caller caller, ConversationId id) {
    Draft draft = drafts.write(records.writing(caller.person(), id)).draft();
    if (!draft.isOpen()) {
      throw Problem.notFound();
    }
    return draft;
  }

  private ResponseEntity<SavedInRecord> answer(HttpStatus status, Draft draft, SavedPassage saved) {
    return ResponseEntity.status(status)
        .eTag(saved.passage().entityTag())
        .body(
            new SavedInRecord(
                ShownPassage.of(saved.passage()),
                saved.cleaned(),
                quarantined.waitingInWords(draft.item())));
  }

  private RecordDraftView view(Draft draft) {
    return new RecordDraftView(
        draft.item(),
        draft.version(),
        draft.number(),
        draft.title(),
        drafts.passages(draft).stream().map(ShownPassage::of).toList(),
        quarantined.waitingInWords(draft.item()));
  }
}
