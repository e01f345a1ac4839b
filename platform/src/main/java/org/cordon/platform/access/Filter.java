package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person may find, as a boolean expression over labels. access-service makes it from the
 * policies by partial evaluation; search-service compiles it to a query. {@link #matches} is the
 * meaning that both must keep to.
 *
 * <p>In JSON: {@code {"op":"all","of":[…]}}, {@code {"op":"any","of":[…]}}, {@code
 * {"op":"not","of":…}}, {@code {"op":"in","field":"accountsOf","values":[…]}}, {@code
 * {"op":"subset","field":"accountsOf","values":[…]}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Filter.All.class, name = "all"),
  @JsonSubTypes.Type(value = Filter.Any.class, name = "any"),
  @JsonSubTypes.Type(value = Filter.Not.class, name = "not"),
  @JsonSubTypes.Type(value = Filter.In.class, name = "in"),
  @JsonSubTypes.Type(value = Filter.Subset.class, name = "subset")
})
public sealed interface Filter {

  /** Every one holds; of nothing, true. */
  record All(List<Filter> of) implements Filter {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one holds; of nothing, false. */
  record Any(List<Filter> of) implements Filter {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** It does not hold. */
  record Not(Filter of) implements Filter {}

  /** The label shares at least one member with the values. */
  record In(LabelField field, Set<String> values) implements Filter {
    public In {
      values = Set.copyOf(values);
    }
  }

  /** Every member of the label is among the values; true when the label is empty. */
  record Subset(LabelField field, Set<String> values) implements Filter {
    public Subset {
      values = Set.copyOf(values);
    }
  }

  /** Lets nothing through. */
  static Filter nothing() {
    return new Any(List.of());
  }

  /** Lets everything through. */
  static Filter everything() {
    return new All(List.of());
  }

  /**
   * Whether a version with these labels is let through; a field that is missing counts as empty.
   */
  default boolean matches(Map<LabelField, Set<String>> labels) {
    return switch (this) {
      case All(List<Filter> of) -> of.stream().allMatch(part -> part.matches(labels));
      case Any(List<Filter> of) -> of.stream().anyMatch(part -> part.matches(labels));
      case Not(Filter of) -> !of.matches(labels);
      case In(LabelField field, Set<String> values) ->
          labels.getOrDefault(field, Set.of()).stream().anyMatch(values::contains);
      case Subset(LabelField field, Set<String> values) ->
          values.containsAll(labels.getOrDefault(field, Set.of()));
    };
  }
}
