package org.cordon.evidence.items;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
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
  private static final int BATCH = 200;

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
   * The items of a case that the person may find, newest first. It looks on until it has one item
   * more than fits, so that {@code next} is there exactly when another permitted item is.
   *
   * @throws Problem NOT_FOUND when they may not look for anything in that case
   */
  Page<ItemSummary> page(PersonId person, CaseId caseId, PageRequest request) {
    if (!access.decideSearch(person, caseId).permitted()) {
      throw Problem.notFound();
    }
    List<Version> open = new ArrayList<>();
    Optional<ItemId> before = request.after().map(OpenItems::itemBehind);
    int batch = request.limit() + 1;
    while (open.size() <= request.limit()) {
      List<Version> newest = items.newestOf(caseId, before, Math.min(batch, BATCH));
      if (newest.isEmpty()) {
        break;
      }
      open.addAll(newestOpen(person, newest));
      before = Optional.of(newest.getLast().item());
      batch = BATCH;
    }
    List<Version> shown = open.subList(0, Math.min(open.size(), request.limit()));
    String next = open.size() > shown.size() ? cursorAfter(shown.getLast().item()) : null;
    return new Page<>(shown.stream().map(ItemSummary::of).toList(), next);
  }

  /**
   * An item as the person may read it. Absent and forbidden take the same steps and leave the same
   * kind of record.
   *
   * @throws Problem NOT_FOUND when they may read no version of it
   */
  OpenItem item(PersonId person, ItemId item) {
    List<Version> versions = items.versionsOf(item, BATCH);
    List<Version> found = permitted(person, item, versions);
    for (Version version : found) {
      Decision decision = access.decide(person, ItemAction.READ, version.id());
      if (decision.permitted()) {
        return new OpenItem(new OpenVersion(version, decision), found);
      }
    }
    throw Problem.notFound();
  }

  /**
   * One version that the person may read.
   *
   * @throws Problem NOT_FOUND when it does not exist or is not open to them
   */
  public OpenVersion read(PersonId person, ItemId item, int number) {
    Optional<Version> version = items.find(item, number);
    // A version that does not exist is asked for under an id that names none: recorded and refused
    // alike.
    VersionId asked = version.map(Version::id).orElseGet(() -> new VersionId(item.value()));
    Decision decision = access.decide(person, ItemAction.READ, asked);
    if (version.isEmpty() || !decision.permitted()) {
      throw Problem.notFound();
    }
    return new OpenVersion(version.get(), decision);
  }

  private List<Version> permitted(PersonId person, ItemId item, List<Version> versions) {
    List<VersionId> asked =
        versions.isEmpty()
            ? List.of(new VersionId(item.value()))
            : versions.stream().map(Version::id).toList();
    List<Decision> decisions = access.decide(person, ItemAction.FIND, asked);
    List<Version> permitted = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      if (decisions.get(i).permitted()) {
        permitted.add(versions.get(i));
      }
    }
    return permitted;
  }

  /**
   * For each item the newest version that may be found, in the order given; items with none are
   * left out.
   */
  private List<Version> newestOpen(PersonId person, List<Version> newest) {
    Map<ItemId, Version> open = new HashMap<>();
    List<Version> candidates = newest;
    while (!candidates.isEmpty()) {
      List<Decision> decisions =
          access.decide(person, ItemAction.FIND, candidates.stream().map(Version::id).toList());
      List<Version> refused = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        if (decisions.get(i).permitted()) {
          open.put(candidates.get(i).item(), candidates.get(i));
        } else {
          refused.add(candidates.get(i));
        }
      }
      candidates = items.before(refused);
    }
    return newest.stream()
        .map(version -> Optional.ofNullable(open.get(version.item())))
        .flatMap(Optional::stream)
        .toList();
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
