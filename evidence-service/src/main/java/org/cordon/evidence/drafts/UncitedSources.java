package org.cordon.evidence.drafts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.Citation;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Finds what the text of a draft comes from though it does not say so (rule 4). The newest version
 * of its item is its source already, and what was cleared there stays cleared: an older version
 * becomes a source again when words come back that the newest does not hold.
 */
@Component
class UncitedSources {
  private final List<SourcesInText> inText;
  private final Items items;
  private final WrittenVersions written;
  private final AccessClient access;
  private final Audiences audiences;

  UncitedSources(
      List<SourcesInText> inText,
      Items items,
      WrittenVersions written,
      AccessClient access,
      Audiences audiences) {
    this.inText = inText;
    this.items = items;
    this.written = written;
    this.access = access;
    this.audiences = audiences;
  }

  /** What is written in a passage, and what it quotes. */
  static String words(PassageContent content) {
    return Stream.concat(
            Stream.of(content.text()),
            content.citations().stream()
                .map(Citation::quote)
                .flatMap(quote -> Optional.ofNullable(quote).stream()))
        .collect(Collectors.joining("\n\n"));
  }

  /** The same of a title and the passages under it. */
  static String words(String title, List<Passage> passages) {
    return Stream.concat(
            Stream.of(title), passages.stream().map(passage -> words(passage.content())))
        .collect(Collectors.joining("\n\n"));
  }

  /** Whatever a text that is to be in the draft is found to come from. */
  Set<VersionId> of(Draft draft, String text) {
    Set<VersionId> found = new HashSet<>(in(draft, text, ""));
    Set<VersionId> own =
        items.find(List.copyOf(found)).stream()
            .filter(version -> version.item().equals(draft.item()))
            .map(Version::id)
            .collect(Collectors.toSet());
    found.removeAll(own);
    if (!own.isEmpty()) {
      own.retainAll(in(draft, text, newestWords(draft)));
      found.addAll(own);
    }
    found.remove(draft.version());
    return found;
  }

  /**
   * The same for a text that somebody is about to save. Words of what is closed to them would close
   * the draft to them too, and those words are the approving officer's to put in: nothing is saved,
   * and the refusal is recorded. A draft that is closed to them already takes their words.
   *
   * @throws Problem INVALID when the text repeats words of what is closed to the writer
   */
  Set<VersionId> openTo(PersonId writer, Draft draft, String text) {
    Set<VersionId> found = of(draft, text);
    List<VersionId> closed = closed(writer, draft, found);
    if (!closed.isEmpty() && audiences.isOpen(writer, draft.caseId(), draft.version())) {
      access.decide(writer, ItemAction.READ, closed);
      throw Problem.invalid(
          "text",
          "repeats words of something in this case that is closed to you, so it was not saved."
              + " Leave those words out, or ask the approving officer.");
    }
    return found;
  }

  private Set<VersionId> in(Draft draft, String text, String answered) {
    return inText.stream()
        .flatMap(each -> each.in(draft.caseId(), text, answered).stream())
        .collect(Collectors.toSet());
  }

  private String newestWords(Draft draft) {
    return items
        .newest(draft.item())
        .map(written::read)
        .map(newest -> words(newest.title(), newest.passages()))
        .orElse("");
  }

  private List<VersionId> closed(PersonId writer, Draft draft, Set<VersionId> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    CheckedAudience checked = access.checkAudience(draft.caseId(), versions, Set.of(writer));
    return versions.stream().filter(it -> !checked.isReadable(writer, it)).toList();
  }
}
