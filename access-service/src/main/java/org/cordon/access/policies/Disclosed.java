package org.cordon.access.policies;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.ids.VersionId;

/**
 * Disclosures in a filter. Policies can ask of them only whether the version in question is among
 * them (the service does not start otherwise), so they are asked with one that stands for all; and
 * where that lets the filter be shorter, each version is named once, however often it is asked.
 */
final class Disclosed {
  private static final VersionId ONE = new VersionId(new UUID(0, 0));
  private static final Filter AMONG = new Filter.In(LabelField.VERSION, Set.of(ONE.toString()));

  private Disclosed() {}

  /** The person with one disclosure for all that there are. */
  static PersonFacts folded(PersonFacts person) {
    return person.disclosures().isEmpty() ? person : person.shown(Set.of(ONE));
  }

  /** A filter for the folded person, with the versions in the place of the one. */
  static Filter unfolded(Filter filter, Set<VersionId> versions) {
    if (versions.isEmpty()) {
      return filter;
    }
    Filter among =
        new Filter.In(
            LabelField.VERSION,
            versions.stream().map(VersionId::toString).collect(Collectors.toSet()));
    Filter inPlace = put(filter, among);
    return isDenied(filter, false)
        ? inPlace
        : Stream.of(inPlace, once(filter, among))
            .min(Comparator.comparingInt(Disclosed::length))
            .orElse(inPlace);
  }

  /**
   * A filter that nowhere denies {@code among} only opens more where that holds: it is what it says
   * without, or that and what it says with it.
   */
  private static Filter once(Filter filter, Filter among) {
    Filter without = put(filter, Filter.nothing());
    Filter with = put(filter, Filter.everything());
    return Filters.simplified(
        new Filter.Any(List.of(without, new Filter.All(List.of(among, with)))));
  }

  private static Filter put(Filter filter, Filter among) {
    return switch (filter) {
      case Filter.All(List<Filter> of) ->
          new Filter.All(of.stream().map(part -> put(part, among)).toList());
      case Filter.Any(List<Filter> of) ->
          new Filter.Any(of.stream().map(part -> put(part, among)).toList());
      case Filter.Not(Filter of) -> new Filter.Not(put(of, among));
      case Filter.In in -> in.equals(AMONG) ? among : in;
      case Filter.Subset subset -> subset;
    };
  }

  private static boolean isDenied(Filter filter, boolean denied) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> of.stream().anyMatch(part -> isDenied(part, denied));
      case Filter.Any(List<Filter> of) -> of.stream().anyMatch(part -> isDenied(part, denied));
      case Filter.Not(Filter of) -> isDenied(of, !denied);
      case Filter.In in -> denied && in.equals(AMONG);
      case Filter.Subset _ -> false;
    };
  }

  /** How many values it names. */
  private static int length(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> of.stream().mapToInt(Disclosed::length).sum();
      case Filter.Any(List<Filter> of) -> of.stream().mapToInt(Disclosed::length).sum();
      case Filter.Not(Filter of) -> length(of);
      case Filter.In(LabelField _, Set<String> values) -> values.size();
      case Filter.Subset(LabelField _, Set<String> values) -> values.size();
    };
  }
}
