package org.cordon.access.policies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;

/**
 * What partial evaluation leaves of the policies, as a filter: some permit holds and no forbid
 * does. Whatever has no exact translation is refused, never approximated.
 */
final class Residuals {

  /** A residual that the filter language cannot say. */
  static final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Untranslatable(String what) {
      super("no filter says " + what);
    }
  }

  private Residuals() {}

  /**
   * The filter for residual policies in Cedar's JSON form, by policy id.
   *
   * @throws Untranslatable when one of them says something that a filter cannot
   */
  static Filter toFilter(Map<String, JsonNode> residuals) {
    List<Filter> permits = new ArrayList<>();
    List<Filter> forbids = new ArrayList<>();
    new TreeMap<>(residuals)
        .forEach((id, policy) -> {
          switch (policy.path("effect").asText()) {
            case "permit" -> permits.add(conditions(policy));
            case "forbid" -> forbids.add(conditions(policy));
            default -> throw new Untranslatable("the effect of " + id);
          }
        });
    return Filters.simplified(
        new Filter.All(List.of(new Filter.Any(permits), new Filter.Not(new Filter.Any(forbids)))));
  }

  private static Filter conditions(JsonNode policy) {
    for (String scope : List.of("principal", "action", "resource")) {
      if (!policy.path(scope).path("op").asText().equals("All")) {
        throw new Untranslatable("a scope that is still open: " + scope);
      }
    }
    List<Filter> all = new ArrayList<>();
    for (JsonNode condition : policy.path("conditions")) {
      Filter body = translate(condition.path("body"));
      switch (condition.path("kind").asText()) {
        case "when" -> all.add(body);
        case "unless" -> all.add(new Filter.Not(body));
        default -> throw new Untranslatable("a condition of an unknown kind");
      }
    }
    return new Filter.All(all);
  }

  private static Filter translate(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      throw new Untranslatable("an expression of this shape");
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode operand = only.getValue();
    JsonNode left = operand.path("left");
    JsonNode right = operand.path("right");
    return switch (only.getKey()) {
      case "Value" -> constant(operand);
      case "unknown" -> new Filter.In(field(node), Set.of("true"));
      case "!" -> new Filter.Not(translate(operand.path("arg")));
      case "&&" -> new Filter.All(List.of(translate(left), translate(right)));
      case "||" -> new Filter.Any(List.of(translate(left), translate(right)));
      case "==" -> same(left, right);
      case "!=" -> new Filter.Not(same(left, right));
      case "contains" -> shares(left, right);
      case "containsAny" -> shares(left, right);
      case "containsAll" -> covers(left, right);
      case "isEmpty" -> new Filter.Subset(field(operand.path("arg")), Set.of());
      case "if-then-else" -> choice(operand);
      default -> throw new Untranslatable("'" + only.getKey() + "'");
    };
  }

  private static Filter constant(JsonNode value) {
    if (!value.isBoolean()) {
      throw new Untranslatable("a condition that is no truth value");
    }
    return value.asBoolean() ? Filter.everything() : Filter.nothing();
  }

  private static Filter choice(JsonNode operand) {
    Filter test = translate(operand.path("if"));
    return new Filter.Any(
        List.of(
            new Filter.All(List.of(test, translate(operand.path("then")))),
            new Filter.All(List.of(new Filter.Not(test), translate(operand.path("else"))))));
  }

  /** Equality of one value; sets are compared with containsAll, which says what is meant. */
  private static Filter same(JsonNode left, JsonNode right) {
    JsonNode known = isUnknown(left) ? right : left;
    if (isSet(known)) {
      throw new Untranslatable("that two sets are the same");
    }
    return shares(left, right);
  }

  /** One side is a field, the other known: they share a member. */
  private static Filter shares(JsonNode left, JsonNode right) {
    return isUnknown(left)
        ? new Filter.In(field(left), values(right))
        : new Filter.In(field(right), values(left));
  }

  /** The left side has every member of the right one. */
  private static Filter covers(JsonNode left, JsonNode right) {
    if (isUnknown(right)) {
      return new Filter.Subset(field(right), values(left));
    }
    return new Filter.All(
        values(right).stream()
            .sorted()
            .<Filter>map(value -> new Filter.In(field(left), Set.of(value)))
            .toList());
  }

  private static boolean isUnknown(JsonNode node) {
    return node.has("unknown");
  }

  private static boolean isSet(JsonNode node) {
    return node.has("Set") || node.path("Value").isArray();
  }

  private static LabelField field(JsonNode node) {
    String name = node.path("unknown").path(0).path("Value").asText();
    try {
      return LabelField.from(name);
    } catch (IllegalArgumentException notAField) {
      throw new Untranslatable("something about what is not a label");
    }
  }

  private static Set<String> values(JsonNode node) {
    if (node.has("Set")) {
      return members(node.path("Set"), true);
    }
    JsonNode value = node.path("Value");
    return value.isArray() ? members(value, false) : Set.of(value(value));
  }

  private static Set<String> members(JsonNode set, boolean wrapped) {
    return StreamSupport.stream(set.spliterator(), false)
        .map(member -> value(wrapped ? member.path("Value") : member))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String value(JsonNode value) {
    if (value.isTextual() || value.isBoolean()) {
      return value.asText();
    }
    JsonNode id = value.path("__entity").path("id");
    if (id.isTextual()) {
      return id.asText();
    }
    throw new Untranslatable("a value of this type");
  }
}
