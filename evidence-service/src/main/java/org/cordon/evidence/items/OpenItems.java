package org.cordon.evidence.items;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.FindableItem;
import org.cordon.platform.access.FindableVersions;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * What a person may see of the items, by decisions that are recorded before anything is shown (rule
 * 29).
 */
@Component
public class OpenItems {
  private final Items items;
  private final AccessClient access;

  /** A version that the person was permitted to read, and the ledger entry that says so. */
  public record OpenVersion(Version version, Decision decision) {}

  /**
   * An item that the person may read: the version it shows itself as, and all that they may find.
   */
  record OpenItem(OpenVersion shown, List<Version> versions) {}

  OpenItems(Items items, AccessClient access) {
    this.items = items;
    this.access = access;
  }

  /**
   * The items of a case that the person may find, newest first, each as the newest version that
   * they may find. Hidden items are not asked about: they leave no trace in the answer, in the
   * ledger or in the number of questions (rule 2). What is shown is decided on and recorded first;
   * if that denies what was findable a moment ago, the page is made once more, then not at all.
   *
   * @throws Problem NOT_FOUND when they may not look for anything in that case; UNAVAILABLE when
   *     the second page was overtaken too
   */
  Page<ItemSummary> page(PersonId person, CaseId caseId, PageRequest request) {
    if (!access.decideSearch(person, caseId).permitted()) {
      throw Problem.notFound();
    }
    Optional<ItemId> after = request.after().map(OpenItems::itemBehind);
    for (int attempt = 0; attempt < 2; attempt++) {
      List<Version> found = findable(person, caseId, after, request.limit() + 1);
      List<Version> shown = found.subList(0, Math.min(found.size(), request.limit()));
      if (permits(person, shown)) {
        String next = found.size() > shown.size() ? cursorAfter(shown.getLast().item()) : null;
        return new Page<>(shown.stream().map(ItemSummary::of).toList(), next);
      }
    }
    throw Problem.unavailable();
  }

  /** Registered versions that never came to be, because an upload was cut off, are passed over. */
  private List<Version> findable(PersonId person, CaseId caseId, Optional<ItemId> after, int most) {
    List<Version> found = new ArrayList<>();
    Optional<ItemId> next = after;
    do {
      FindableVersions page = access.findable(person, caseId, next, most - found.size());
      found.addAll(items.find(page.versions()));
      next = Optional.ofNullable(page.next());
    } while (found.size() < most && next.isPresent());
    return found;
  }

  private boolean permits(PersonId person, List<Version> versions) {
    return access
        .decide(person, ItemAction.FIND, versions.stream().map(Version::id).toList())
        .stream()
        .allMatch(Decision::permitted);
  }

  /**
   * An item as the person may read it. Versions that are hidden are not asked about. What is shown
   * is decided on and recorded first; if that denies what was open a moment ago, it is made once
   * more, then not at all.
   *
   * @throws Problem NOT_FOUND when they may read no version of it, UNAVAILABLE when it was
   *     overtaken twice
   */
  OpenItem item(PersonId person, ItemId item) {
    for (int attempt = 0; attempt < 2; attempt++) {
      FindableItem findable = access.findable(person, item);
      List<Version> found = items.find(findable.versions());
      OpenVersion shown =
          decided(
              person,
              item,
              found.stream().filter(it -> findable.readable().contains(it.id())).findFirst());
      if (shown.decision().permitted() && permits(person, found)) {
        return new OpenItem(shown, found);
      }
    }
    throw Problem.unavailable();
  }

  /**
   * One version that the person may read.
   *
   * @throws Problem NOT_FOUND when it does not exist or is not open to them
   */
  public OpenVersion read(PersonId person, ItemId item, int number) {
    FindableItem findable = access.findable(person, item, number);
    OpenVersion one = decided(person, item, items.find(findable.readable()).stream().findFirst());
    if (!one.decision().permitted()) {
      throw Problem.notFound();
    }
    return one;
  }

  /**
   * Decides on the version that is to be read. Where none is, because there is none or because all
   * are hidden, one refusal is recorded under an id that names none: in number, kind and time the
   * same for both (rule 2).
   */
  private OpenVersion decided(PersonId person, ItemId item, Optional<Version> readable) {
    VersionId asked = readable.map(Version::id).orElseGet(() -> new VersionId(item.value()));
    Decision decision = access.decide(person, ItemAction.READ, asked);
    return new OpenVersion(readable.orElseThrow(Problem::notFound), decision);
  }

  /** A cursor is the last permitted item itself: it says nothing of what lies between. */
  private static String cursorAfter(ItemId item) {
    UUID id = item.value();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ItemId itemBehind(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == 16) {
        return new ItemId(new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IllegalArgumentException _) {
      // answered below
    }
    throw Problem.invalid("after", "is not a cursor that this list gave out.");
  }
}
