package org.cordon.evidence.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.evidence.comments.CommentStore.CommentPlace;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.OpenItems;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * The comments on a version that a person may read. Hidden ones are found by a check that is not
 * recorded and leave no trace; those that are shown are decided on and recorded first (rule 29).
 */
@Component
class CommentsPage {
  private static final int AT_ONCE = CheckedAudience.MAX;

  private final CommentStore comments;
  private final Comments shown;
  private final Items items;
  private final OpenItems open;
  private final AccessClient access;

  /** A page, and the decisions that permit it. */
  record DecidedPage(Page<ShownComment> page, List<Decision> decisions) {
    DecidedPage {
      decisions = List.copyOf(decisions);
    }
  }

  /** A comment that may be read. */
  private record OpenComment(Version version, Optional<PassageId> passage) {}

  CommentsPage(
      CommentStore comments, Comments shown, Items items, OpenItems open, AccessClient access) {
    this.comments = comments;
    this.shown = shown;
    this.items = items;
    this.open = open;
    this.access = access;
  }

  DecidedPage page(PersonId person, ItemId paper, int number, PageRequest request) {
    Version on = open.read(person, paper, number).version();
    Optional<ItemId> after = request.after().map(CommentsPage::cursor);
    for (int attempt = 0; attempt < 2; attempt++) {
      List<OpenComment> found = readable(person, on, after, request.limit() + 1);
      List<OpenComment> page = found.subList(0, Math.min(found.size(), request.limit()));
      List<Decision> decisions =
          access.decide(
              person, ItemAction.READ, page.stream().map(it -> it.version().id()).toList());
      if (decisions.stream().allMatch(Decision::permitted)) {
        String next =
            found.size() > page.size() ? page.getLast().version().item().toString() : null;
        return new DecidedPage(
            new Page<>(
                page.stream().map(it -> shown.shown(it.version(), it.passage())).toList(), next),
            decisions);
      }
    }
    throw Problem.unavailable();
  }

  private List<OpenComment> readable(PersonId person, Version on, Optional<ItemId> from, int most) {
    List<OpenComment> found = new ArrayList<>();
    Optional<ItemId> after = from;
    List<CommentPlace> batch;
    do {
      batch = comments.of(on.id(), after, AT_ONCE);
      List<OpenComment> there =
          batch.stream()
              .flatMap(
                  it -> items.newest(it.item()).map(v -> new OpenComment(v, it.passage())).stream())
              .toList();
      found.addAll(open(person, on, there));
      after = batch.isEmpty() ? after : Optional.of(batch.getLast().item());
    } while (batch.size() == AT_ONCE && found.size() < most);
    return found.subList(0, Math.min(found.size(), most));
  }

  private List<OpenComment> open(PersonId person, Version on, List<OpenComment> there) {
    if (there.isEmpty()) {
      return List.of();
    }
    CheckedAudience checked =
        access.checkAudience(
            on.caseId(),
            there.stream().map(it -> it.version().id()).collect(Collectors.toSet()),
            Set.of(person));
    return there.stream().filter(it -> checked.isReadable(person, it.version().id())).toList();
  }

  private static ItemId cursor(String after) {
    try {
      return ItemId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
