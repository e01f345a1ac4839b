package org.cordon.evidence.conversations;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * What a person may see of the conversations of a case: all of them, or those that they take part
 * in.
 */
@Component
class OpenConversations {
  private final AccessClient access;
  private final ConversationStore store;
  private final OpenVersions versions;
  private final Items items;
  private final Clock clock;

  /** A conversation that the person may see, and whether as one of the reviewers do. */
  record Opened(Conversation conversation, boolean asReviewer) {}

  OpenConversations(
      AccessClient access,
      ConversationStore store,
      OpenVersions versions,
      Items items,
      Clock clock) {
    this.access = access;
    this.store = store;
    this.versions = versions;
    this.items = items;
    this.clock = clock;
  }

  /**
   * A page of a case's conversations.
   *
   * @throws Problem NOT_FOUND when they may see none at all
   */
  Page<ConversationSummary> page(PersonId person, CaseId caseId, PageRequest page) {
    Optional<ConversationId> after = page.after().map(OpenConversations::cursor);
    Optional<PersonId> with = seesAll(person, caseId) ? Optional.empty() : Optional.of(person);
    List<ConversationSummary> found =
        store.of(caseId, with, after, page.limit() + 1).stream()
            .map(ConversationSummary::of)
            .toList();
    if (found.size() <= page.limit()) {
      return Page.whole(found);
    }
    List<ConversationSummary> shown = found.subList(0, page.limit());
    return new Page<>(shown, shown.getLast().id().toString());
  }

  /**
   * One conversation.
   *
   * @throws Problem NOT_FOUND when it is not there or not open to them
   */
  Opened open(PersonId person, ConversationId id) {
    Optional<Conversation> found = store.find(id);
    boolean all = seesAll(person, Conversations.caseOf(id, found));
    return found
        .filter(it -> all || it.involves(person))
        .map(it -> new Opened(it, all))
        .orElseThrow(Problem::notFound);
  }

  /** Whether they see every one; otherwise those that they are part of, if they see any. */
  private boolean seesAll(PersonId person, CaseId caseId) {
    if (access.decideInCase(person, CaseAction.READ_CONVERSATIONS, caseId).permitted()) {
      return true;
    }
    if (!access.decideInCase(person, CaseAction.READ_OWN_CONVERSATIONS, caseId).permitted()) {
      throw Problem.notFound();
    }
    return false;
  }

  /** The conversations that follow up this one, as far as they are open. */
  List<ConversationId> followUps(PersonId person, Opened opened) {
    return store.followUps(opened.conversation().id()).stream()
        .filter(id ->
            opened.asReviewer() || store.find(id).filter(it -> it.involves(person)).isPresent())
        .toList();
  }

  /**
   * What the participant has been shown so far (rule 11), for those who hold the conversation and
   * who see exposures anyway: only what whoever looks may find themselves.
   */
  Optional<ExposedTo> exposedTo(PersonId person, Conversation conversation) {
    boolean theirs =
        !conversation.participant().equals(person)
            && (conversation.isHeldBy(person)
                || access
                    .decideInCase(person, CaseAction.READ_EXPOSURES, conversation.caseId())
                    .permitted());
    if (!theirs) {
      return Optional.empty();
    }
    PriorExposures prior =
        access.exposures(conversation.caseId(), conversation.participant(), clock.instant());
    Map<VersionId, PriorExposures.PriorExposure> newest = new LinkedHashMap<>();
    for (PriorExposures.PriorExposure each : prior.exposures().reversed()) {
      newest.putIfAbsent(each.version(), each);
    }
    List<VersionId> shown =
        versions.findable(
            person, conversation.caseId(), List.copyOf(newest.keySet()), ExposedTo.MAX);
    return Optional.of(
        new ExposedTo(
            shown.stream()
                .flatMap(version ->
                    Optional.ofNullable(newest.get(version)).flatMap(this::line).stream())
                .toList()));
  }

  private Optional<ExposedTo.Shown> line(PriorExposures.PriorExposure exposure) {
    return items.find(exposure.version()).map(version -> shown(version, exposure));
  }

  private static ExposedTo.Shown shown(Version version, PriorExposures.PriorExposure exposure) {
    return new ExposedTo.Shown(
        version.id(),
        version.item(),
        version.number(),
        version.kind(),
        version.particulars().title(),
        exposure.at());
  }

  private static ConversationId cursor(String after) {
    try {
      return ConversationId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
