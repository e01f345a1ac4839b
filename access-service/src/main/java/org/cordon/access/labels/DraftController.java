package org.cordon.access.labels;

import java.util.Set;
import org.cordon.platform.access.Members;
import org.cordon.platform.access.MoreLabels;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What services of Cordon add to a registered version, and how its registration goes on. */
@RestController
@RequestMapping("/internal/labels/{version}")
class DraftController {
  private final Growth growth;
  private final Drafts drafts;

  DraftController(Growth growth, Drafts drafts) {
    this.growth = growth;
    this.drafts = drafts;
  }

  /** Versions that another was written from: one, or a list of at most 200. */
  record WantedSources(@Nullable VersionId source, @Nullable Set<@Nullable VersionId> sources) {
    Set<VersionId> checked() {
      Set<VersionId> checked = Members.of("sources", sources);
      if (source != null) {
        checked.add(source);
      }
      return Members.some("sources", checked);
    }
  }

  /** Names more sources; everything downstream is labelled anew before the answer. */
  @PostMapping("/sources")
  VersionLabels addSources(@PathVariable VersionId version, @RequestBody WantedSources wanted) {
    return growth.addSources(version, wanted.checked());
  }

  /** Adds to its own labels; everything downstream is labelled anew before the answer. */
  @PostMapping("/accounts")
  VersionLabels addAccounts(@PathVariable VersionId version, @RequestBody MoreLabels more) {
    return growth.grow(version, more);
  }

  /** Ends a draft. */
  @PostMapping("/freeze")
  VersionLabels freeze(@PathVariable VersionId version) {
    return growth.freeze(version);
  }

  /** Abandons a registration. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void abandon(@PathVariable VersionId version) {
    drafts.abandon(version);
  }
}
