package org.cordon.access.labels;

import java.time.Duration;
import java.util.Set;
import org.cordon.platform.access.ClosedTo;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.access.Members;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Labels, for the services that hold and index what is labelled. */
@RestController
@RequestMapping("/internal/labels")
class LabelController {
  private static final int MAX_CHANGES = 1_000;
  private static final int MAX_WAIT_SECONDS = 30;

  private final Labels labels;
  private final Closing closing;

  LabelController(Labels labels, Closing closing) {
    this.labels = labels;
    this.closing = closing;
  }

  /**
   * A version, and sources that it does not have yet.
   *
   * @param addSources at most 200; none to ask about the version as it is
   */
  record WantedClosing(
      @Nullable VersionId version, @Nullable Set<@Nullable VersionId> addSources) {}

  @PutMapping("/{version}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void register(
      @PathVariable VersionId version,
      @RequestParam(defaultValue = "false") boolean draft,
      @RequestBody VersionLabels declared) {
    if (!version.equals(declared.version())) {
      throw Problem.invalid("version", "must be the version of the address.");
    }
    labels.register(declared, draft);
  }

  @GetMapping("/{version}")
  VersionLabels one(@PathVariable VersionId version) {
    return labels.find(version).orElseThrow(Problem::notFound);
  }

  /**
   * From whom of the case it is or would be kept, and why. Nothing is recorded: the caller is a
   * service of Cordon, and shows of it only what who looks may see.
   */
  @PostMapping("/closed")
  ClosedTo closed(@RequestBody WantedClosing wanted) {
    return closing.of(
        Problem.require("version", wanted.version()),
        Members.of("addSources", wanted.addSources()));
  }

  @GetMapping("/changes")
  LabelChanges changes(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(defaultValue = "0") int wait)
      throws InterruptedException {
    if (after < 0) {
      throw Problem.invalid("after", "must not be negative.");
    }
    if (limit < 1 || limit > MAX_CHANGES) {
      throw Problem.invalid("limit", "must be between 1 and " + MAX_CHANGES + ".");
    }
    if (wait < 0 || wait > MAX_WAIT_SECONDS) {
      throw Problem.invalid("wait", "must be between 0 and " + MAX_WAIT_SECONDS + " seconds.");
    }
    return labels.changes(after, limit, Duration.ofSeconds(wait));
  }
}
