package org.cordon.evidence.conversations;

import java.util.List;
import java.util.Optional;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/** What belongs to a conversation, as far as a person may come across it. */
@Component
class ConversationParts {
  private static final int MOST = 200;

  private final Guides guides;
  private final RecordStore records;
  private final Items items;
  private final OpenVersions versions;

  ConversationParts(Guides guides, RecordStore records, Items items, OpenVersions versions) {
    this.guides = guides;
    this.records = records;
    this.items = items;
    this.versions = versions;
  }

  /** The guide, for reviewers and the officer alone; a participant sees none (rule 12). */
  Optional<ConversationDetail.Guide> guide(PersonId person, OpenConversations.Opened opened) {
    Conversation conversation = opened.conversation();
    if (!opened.asReviewer() || conversation.participant().equals(person)) {
      return Optional.empty();
    }
    Optional<ItemId> paper = guides.guideOf(conversation.id());
    return paper
        .flatMap(items::newest)
        .filter(newest -> versions.isFindable(person, conversation.caseId(), newest.id()))
        .map(newest ->
            new ConversationDetail.Guide(newest.item(), guides.submissions(conversation.id())));
  }

  /** Whether there is a version of the record that they may come across. */
  boolean isRecorded(PersonId person, Conversation conversation) {
    List<VersionId> held =
        records.find(conversation.id()).stream()
            .flatMap(it -> items.versionsOf(it.item(), MOST).stream())
            .map(Version::id)
            .toList();
    return !held.isEmpty() && !versions.findable(person, conversation.caseId(), held, 1).isEmpty();
  }
}
