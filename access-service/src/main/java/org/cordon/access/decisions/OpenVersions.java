package org.cordon.access.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * The versions that a person's filter lets through, from the labels held here. Nothing of it is a
 * decision and nothing is recorded: whoever shows one asks for it first.
 *
 * <p>A page is always filled, however many versions are passed over: where it ends must not tell of
 * them (rule 2).
 */
@Component
public class OpenVersions {
  private static final int CHUNK = 500;

  private final Policies policies;
  private final LabelsHeld labels;

  OpenVersions(Policies policies, LabelsHeld labels) {
    this.policies = policies;
    this.labels = labels;
  }

  /**
   * Of all the person's cases, by the id of the version.
   *
   * @param after only versions whose id comes after this one
   * @param most at most so many
   */
  public List<VersionLabels> byId(
      PersonFacts person, Action action, Optional<VersionId> after, int most) {
    return open(
        policies.filter(person, action),
        last ->
            labels.labelsIn(
                person.cases(), last.map(VersionLabels::version).or(() -> after), CHUNK),
        false,
        most);
  }

  /**
   * Of each item of a case the newest, newest item first.
   *
   * @param after only items that come after this one in that order
   * @param most at most so many
   */
  public List<VersionLabels> newestOfItems(
      PersonFacts person, Action action, CaseId caseId, Optional<ItemId> after, int most) {
    return open(
        policies.filter(person, action),
        last ->
            labels.newestIn(
                caseId,
                last.map(it -> new LabelsHeld.Place(it.item(), it.number()))
                    .or(() -> after.map(LabelsHeld.Place::endOf)),
                CHUNK),
        true,
        most);
  }

  /**
   * Of an item, newest first; none of one that is not registered. It takes the same steps whether
   * there is nothing or everything is hidden.
   */
  public List<VersionLabels> ofItem(PersonFacts person, Action action, ItemId item) {
    Filter filter = policies.filter(person, action);
    return labels.labelsOf(item).stream().filter(one -> filter.matches(one.fields())).toList();
  }

  /**
   * Goes through chunk after chunk.
   *
   * @param chunks what follows on the last of the chunk before
   */
  private static List<VersionLabels> open(
      Filter filter,
      Function<Optional<VersionLabels>, List<VersionLabels>> chunks,
      boolean oneOfAnItem,
      int most) {
    List<VersionLabels> open = new ArrayList<>();
    Optional<VersionLabels> last = Optional.empty();
    List<VersionLabels> chunk;
    do {
      chunk = chunks.apply(last);
      for (VersionLabels one : chunk) {
        last = Optional.of(one);
        boolean given = oneOfAnItem && !open.isEmpty() && open.getLast().item().equals(one.item());
        if (!given && open.size() < most && filter.matches(one.fields())) {
          open.add(one);
        }
      }
    } while (chunk.size() == CHUNK && open.size() < most);
    return open;
  }
}
