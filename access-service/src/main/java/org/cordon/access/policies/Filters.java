package org.cordon.access.policies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;

/** Filters made smaller without changing what they let through. */
final class Filters {
  private static final Filter EVERYTHING = Filter.everything();
  private static final Filter NOTHING = Filter.nothing();

  private Filters() {}

  /** The same meaning with constants, nesting and repetition folded away. */
  static Filter simplified(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> all(of);
      case Filter.Any(List<Filter> of) -> any(of);
      case Filter.Not(Filter of) -> not(simplified(of));
      case Filter.In in -> in.values().isEmpty() ? NOTHING : in;
      case Filter.Subset subset -> subset;
    };
  }

  /** What the filter says when only some fields are known: empty when it depends on the others. */
  static Optional<Boolean> decided(Filter filter, Map<LabelField, Set<String>> known) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> every(of, known, true);
      case Filter.Any(List<Filter> of) -> every(of, known, false);
      case Filter.Not(Filter of) -> decided(of, known).map(answer -> !answer);
      case Filter.In(LabelField field, Set<String> _) -> leaf(filter, field, known);
      case Filter.Subset(LabelField field, Set<String> _) -> leaf(filter, field, known);
    };
  }

  private static Optional<Boolean> leaf(
      Filter filter, LabelField field, Map<LabelField, Set<String>> known) {
    return known.containsKey(field) ? Optional.of(filter.matches(known)) : Optional.empty();
  }

  /**
   * With {@code neutral} true an "all", with false an "any": one part of the other value settles
   * it.
   */
  private static Optional<Boolean> every(
      List<Filter> parts, Map<LabelField, Set<String>> known, boolean neutral) {
    boolean open = false;
    for (Filter part : parts) {
      Optional<Boolean> answer = decided(part, known);
      if (answer.isEmpty()) {
        open = true;
      } else if (answer.get() != neutral) {
        return Optional.of(!neutral);
      }
    }
    return open ? Optional.empty() : Optional.of(neutral);
  }

  private static Filter all(List<Filter> of) {
    List<Filter> parts =
        of.stream()
            .map(Filters::simplified)
            .flatMap(part ->
                part instanceof Filter.All(List<Filter> inner) ? inner.stream() : Stream.of(part))
            .distinct()
            .toList();
    if (parts.contains(NOTHING)) {
      return NOTHING;
    }
    return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
  }

  private static Filter any(List<Filter> of) {
    List<Filter> parts = new ArrayList<>();
    Map<LabelField, Set<String>> shared = new EnumMap<>(LabelField.class);
    of.stream()
        .map(Filters::simplified)
        .flatMap(part ->
            part instanceof Filter.Any(List<Filter> inner) ? inner.stream() : Stream.of(part))
        .distinct()
        .forEach(part -> {
          if (part instanceof Filter.In(LabelField field, Set<String> values)) {
            shared.computeIfAbsent(field, _ -> new HashSet<>()).addAll(values);
          } else {
            parts.add(part);
          }
        });
    shared.forEach((field, values) -> parts.add(new Filter.In(field, values)));
    if (parts.contains(EVERYTHING)) {
      return EVERYTHING;
    }
    List<Filter> joined = parts;
    for (LabelField field : LabelField.values()) {
      joined = joined(joined, field);
    }
    return joined.size() == 1 ? joined.getFirst() : new Filter.Any(joined);
  }

  /** Joins parts that say the same but for the values of one field: their values together. */
  private static List<Filter> joined(List<Filter> parts, LabelField field) {
    List<Filter> joined = new ArrayList<>();
    Map<Set<Filter>, Set<String>> byRest = new LinkedHashMap<>();
    for (Filter part : parts) {
      List<Filter> on =
          part instanceof Filter.All(List<Filter> of)
              ? of.stream().filter(it -> isIn(it, field)).toList()
              : List.of();
      if (on.size() == 1
          && part instanceof Filter.All(List<Filter> of)
          && on.getFirst() instanceof Filter.In(LabelField _, Set<String> values)) {
        Set<Filter> rest = new LinkedHashSet<>(of);
        rest.remove(on.getFirst());
        byRest.computeIfAbsent(rest, _ -> new HashSet<>()).addAll(values);
      } else {
        joined.add(part);
      }
    }
    byRest.forEach((rest, values) -> {
      List<Filter> of = new ArrayList<>(rest);
      of.addFirst(new Filter.In(field, values));
      joined.add(new Filter.All(of));
    });
    return joined;
  }

  private static boolean isIn(Filter filter, LabelField field) {
    return filter instanceof Filter.In(LabelField on, Set<String> _) && on == field;
  }

  private static Filter not(Filter of) {
    if (of.equals(NOTHING)) {
      return EVERYTHING;
    }
    if (of.equals(EVERYTHING)) {
      return NOTHING;
    }
    return of instanceof Filter.Not(Filter inner) ? inner : new Filter.Not(of);
  }
}
