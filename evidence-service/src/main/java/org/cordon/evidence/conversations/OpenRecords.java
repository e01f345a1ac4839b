package org.cordon.evidence.conversations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.evidence.drafts.WrittenVersions;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.evidence.passages.WrittenContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Opens versions of records to those who may read them; each opening is a recorded decision. */
@Component
class OpenRecords {
  private static final int MOST = 200;

  private final OpenConversations conversations;
  private final RecordStore store;
  private final QuarantineStore quarantine;
  private final Items items;
  private final WrittenVersions written;
  private final AccessClient access;

  /**
   * A version of a record that the person was permitted to read.
   *
   * @param newest whether no later version is open to them
   */
  record OpenRecord(
      Conversation conversation,
      boolean asReviewer,
      ConversationRecord record,
      Version version,
      boolean newest,
      Decision decision) {}

  OpenRecords(
      OpenConversations conversations,
      RecordStore store,
      QuarantineStore quarantine,
      Items items,
      WrittenVersions written,
      AccessClient access) {
    this.conversations = conversations;
    this.store = store;
    this.quarantine = quarantine;
    this.items = items;
    this.written = written;
    this.access = access;
  }

  /**
   * The newest version that the person may read, or the one of that number.
   *
   * @throws Problem NOT_FOUND when there is none: whether it is absent or walled takes the same
   *     questions
   */
  OpenRecord open(PersonId person, ConversationId id, Optional<Integer> number) {
    OpenConversations.Opened opened = conversations.open(person, id);
    Optional<ConversationRecord> record = store.find(id);
    List<Version> versions = record.map(it -> items.versionsOf(it.item(), MOST)).orElse(List.of());
    Optional<Version> newest = newestReadable(person, opened.conversation(), versions);
    Optional<Version> wanted =
        number.isEmpty()
            ? newest
            : versions.stream().filter(it -> it.number() == number.get()).findFirst();
    VersionId asked = wanted.map(Version::id).orElseGet(() -> new VersionId(id.value()));
    Decision decision = access.decide(person, ItemAction.READ, asked);
    if (wanted.isEmpty() || !decision.permitted()) {
      throw Problem.notFound();
    }
    return new OpenRecord(
        opened.conversation(),
        opened.asReviewer(),
        record.orElseThrow(Problem::notFound),
        wanted.get(),
        newest.filter(it -> it.id().equals(asked)).isPresent(),
        decision);
  }

  private Optional<Version> newestReadable(
      PersonId person, Conversation conversation, List<Version> versions) {
    // Asked without versions too, so that a record that is not there takes as long.
    Set<VersionId> ids =
        versions.isEmpty()
            ? Set.of(new VersionId(conversation.id().value()))
            : versions.stream().map(Version::id).collect(java.util.stream.Collectors.toSet());
    CheckedAudience checked = access.checkAudience(conversation.caseId(), ids, Set.of(person));
    return versions.stream().filter(it -> checked.isReadable(person, it.id())).findFirst();
  }

  /** The content of an opened version. */
  WrittenContent content(OpenRecord opened) {
    return written.read(opened.version());
  }

  /** The version as it is shown. */
  RecordView view(OpenRecord opened) {
    ConversationRecord record = opened.record();
    Version version = opened.version();
    WrittenContent content = content(opened);
    return new RecordView(
        record.item(),
        version.id(),
        version.number(),
        opened.newest(),
        content.title(),
        version.received().content().sha256(),
        record.startedAt(),
        record.endedAt(),
        record.present(),
        content.passages().stream().map(ShownPassage::of).toList(),
        quarantine.waitingInWords(record.item()),
        store
            .confirmation(version.id())
            .map(it -> new RecordView.Confirmation(it.by(), it.at()))
            .orElse(null));
  }
}
