package org.cordon.evidence.drafts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.evidence.items.Extracts;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Citation;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.evidence.passages.Verbatim;
import org.cordon.evidence.passages.WantedCitation;
import org.cordon.evidence.passages.WantedPassage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.MoreLabels;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Looks at what a passage cites and holds, and tells access-service before the passage is saved: a
 * label too many closes something that need not be closed, one too few would open it.
 */
@Component
class Sourcing {
  private final AccessClient access;
  private final Items items;
  private final Extracts extracts;
  private final UncitedSources uncited;

  Sourcing(AccessClient access, Items items, Extracts extracts, UncitedSources uncited) {
    this.access = access;
    this.items = items;
    this.extracts = extracts;
    this.uncited = uncited;
  }

  /**
   * The content with its citations as they turned out. What it newly cites was decided on, and
   * everything that it newly rests on is among the draft's labels, when this returns.
   *
   * @param before what the passage said until now
   * @throws Problem INVALID when something cited is not there, is not of this case or is not open
   *     to the writer: the answer is the same; or when it repeats words of what is closed to them
   */
  PassageContent source(
      PersonId writer, Draft draft, WantedPassage.Checked wanted, Optional<PassageContent> before) {
    Set<VersionId> cited =
        wanted.citations().stream().map(Sourcing::cited).collect(Collectors.toSet());
    Map<VersionId, Version> versions = versions(draft, cited);
    List<Citation> same = before.map(PassageContent::citations).orElse(List.of());
    // Of what is cited already, only the same words again are nothing new to the writer.
    Set<VersionId> unchanged =
        wanted.citations().stream()
            .filter(each -> same.stream().anyMatch(each::isOf))
            .map(Sourcing::cited)
            .collect(Collectors.toSet());
    wanted.citations().stream()
        .filter(each -> same.stream().noneMatch(each::isOf))
        .map(Sourcing::cited)
        .forEach(unchanged::remove);
    requireReadable(writer, without(cited, unchanged));
    if (versions.size() < cited.size()) {
      throw notThere();
    }
    PassageContent content =
        wanted.with(
            wanted.citations().stream()
                .map(each ->
                    citation(each, Problem.require("version", versions.get(cited(each))), same))
                .toList());
    name(writer, draft, content, before);
    return content;
  }

  /**
   * Compares what was written in a draft once more before it becomes a version: with what came into
   * the case since. Passages that were taken over from the version before were compared with that.
   */
  void compare(Draft draft, List<Passage> passages) {
    Set<VersionId> sources =
        uncited.of(
            draft,
            UncitedSources.words(
                draft.title(),
                passages.stream().filter(it -> !it.savedAt().isBefore(draft.begunAt())).toList()));
    if (!sources.isEmpty()) {
      access.addSources(draft.version(), sources);
    }
  }

  /**
   * Names sources and accounts to access-service. All that a changed passage cites is named, what
   * it cited before too: in this draft it may not be a source yet.
   */
  private void name(
      PersonId writer, Draft draft, PassageContent content, Optional<PassageContent> before) {
    Set<VersionId> sources = new HashSet<>();
    if (before
        .filter(it -> it.text().equals(content.text()))
        .filter(it -> it.citations().equals(content.citations()))
        .isEmpty()) {
      sources.addAll(uncited.openTo(writer, draft, UncitedSources.words(content)));
      sources.addAll(content.cited());
    }
    sources.remove(draft.version());
    if (!sources.isEmpty()) {
      access.addSources(draft.version(), sources);
    }
    Set<PersonId> accounts = new HashSet<>(content.accountsOf());
    before.ifPresent(it -> accounts.removeAll(Set.copyOf(it.accountsOf())));
    if (!accounts.isEmpty()) {
      access.addLabels(draft.version(), MoreLabels.accountsOf(accounts));
    }
  }

  private void requireReadable(PersonId writer, Set<VersionId> cited) {
    if (!cited.isEmpty()
        && !access.decide(writer, ItemAction.READ, List.copyOf(cited)).stream()
            .allMatch(Decision::permitted)) {
      throw notThere();
    }
  }

  /** The cited versions of the draft's case; a draft is no version yet. */
  private Map<VersionId, Version> versions(Draft draft, Set<VersionId> cited) {
    return items.find(List.copyOf(cited)).stream()
        .filter(version -> version.caseId().equals(draft.caseId()))
        .collect(Collectors.toMap(Version::id, Function.identity()));
  }

  private Citation citation(WantedCitation wanted, Version version, List<Citation> known) {
    Citation unchecked =
        new Citation(
            version.id(), version.item(), wanted.passage(), wanted.page(), wanted.quote(), false);
    return known.stream()
        .filter(it -> it.version().equals(version.id()))
        .filter(it -> java.util.Objects.equals(it.quote(), wanted.quote()))
        .findFirst()
        .map(it -> with(unchecked, it.verbatim()))
        .orElseGet(() -> with(unchecked, isVerbatim(wanted, version)));
  }

  private boolean isVerbatim(WantedCitation wanted, Version version) {
    String quote = wanted.quote();
    if (quote == null) {
      return false;
    }
    Optional<Extracts.Text> text = extracts.text(version);
    if (text.isEmpty()) {
      return false;
    }
    try (Reader reader = text.get().reader()) {
      return Verbatim.occurs(quote, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Citation with(Citation citation, boolean verbatim) {
    return new Citation(
        citation.version(),
        citation.item(),
        citation.passage(),
        citation.page(),
        citation.quote(),
        verbatim);
  }

  private static VersionId cited(WantedCitation citation) {
    return Problem.require("citations.version", citation.version());
  }

  private static Set<VersionId> without(Set<VersionId> some, Set<VersionId> others) {
    Set<VersionId> left = new HashSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static Problem notThere() {
    return Problem.invalid("citations", "names something that is not there or not open to you.");
  }
}
