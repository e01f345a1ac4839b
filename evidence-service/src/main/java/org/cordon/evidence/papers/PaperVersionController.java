package org.cordon.evidence.papers;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.drafts.Freezing;
import org.cordon.evidence.drafts.OpenDraft;
import org.cordon.evidence.drafts.WantedAnswers;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.items.OpenItems;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.access.Decision;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a paper: freezing the draft into one, reading one, comparing two. */
@RestController
@RequestMapping("/api/evidence/papers/{paper}")
class PaperVersionController {
  private static final String DRAFT = "draft";

  private final Papers papers;
  private final Drafts drafts;
  private final Freezing freezing;
  private final WrittenVersions written;
  private final OpenItems open;
  private final Delivery delivery;

  /** The version that a draft became. */
  record FrozenBody(VersionId id, int number, String sha256) {}

  /** A version with its passages. */
  record VersionBody(
      VersionId version, int number, String title, List<ShownPassage> passages, String sha256) {}

  /** Two contents, compared. */
  record ComparisonBody(String from, String to, List<Comparison.ComparedRow> rows) {}

  private record Side(String name, List<Passage> passages, Decision decision) {}

  PaperVersionController(
      Papers papers,
      Drafts drafts,
      Freezing freezing,
      WrittenVersions written,
      OpenItems open,
      Delivery delivery) {
    this.papers = papers;
    this.drafts = drafts;
    this.freezing = freezing;
    this.written = written;
    this.open = open;
    this.delivery = delivery;
  }

  /** Freezes the draft; repeating it answers as before. */
  @ApiResponse(responseCode = "201", description = "Frozen", useReturnTypeSchema = true)
  @PostMapping("/versions")
  ResponseEntity<FrozenBody> freeze(
      Caller caller, @PathVariable ItemId paper, @RequestBody WantedAnswers wanted) {
    OpenDraft found = drafts.write(papers.writing(caller.person(), paper));
    Version version =
        freezing.freeze(caller.person(), freezing.settle(caller.person(), found, wanted.checked()));
    return ResponseEntity.created(
            URI.create("/api/evidence/papers/%s/versions/%d".formatted(paper, version.number())))
        .body(
            new FrozenBody(version.id(), version.number(), version.received().content().sha256()));
  }

  /** One version; {@link VersionBody} is what is written. */
  @GetMapping(value = "/versions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  void version(
      Caller caller,
      @PathVariable ItemId paper,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    OpenItems.OpenVersion readable = open.read(caller.person(), paper, number);
    Version version = readable.version();
    WrittenContent content = content(version);
    VersionBody body =
        new VersionBody(
            version.id(),
            version.number(),
            content.title(),
            content.passages().stream().map(ShownPassage::of).toList(),
            version.received().content().sha256());
    delivery.json(readable.decision(), body, response);
  }

  /** Two versions, or a version and the open draft; {@link ComparisonBody} is what is written. */
  @GetMapping(value = "/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
  void comparison(
      Caller caller,
      @PathVariable ItemId paper,
      @RequestParam String from,
      @RequestParam String to,
      HttpServletResponse response)
      throws IOException {
    Side before = side(caller.person(), paper, "from", from);
    Side after = side(caller.person(), paper, "to", to);
    delivery.json(
        List.of(before.decision(), after.decision()),
        new ComparisonBody(
            before.name(), after.name(), Comparison.rows(before.passages(), after.passages())),
        response);
  }

  private Side side(PersonId person, ItemId paper, String field, String name) {
    if (name.equals(DRAFT)) {
      OpenDraft draft = drafts.read(person, papers.require(person, paper).id());
      return new Side(name, drafts.passages(person, draft), draft.decision());
    }
    int number =
        number(name)
            .orElseThrow(
                () -> Problem.invalid(field, "must be the number of a version, or \"draft\"."));
    OpenItems.OpenVersion readable = open.read(person, paper, number);
    return new Side(name, content(readable.version()).passages(), readable.decision());
  }

  private static Optional<Integer> number(String name) {
    return name.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
  }

  /** What is no paper shows no passages. */
  private WrittenContent content(Version version) {
    if (papers.find(version.item()).isEmpty()) {
      throw Problem.notFound();
    }
    return written.read(version);
  }
}
