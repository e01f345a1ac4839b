package org.cordon.access.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/**
 * Refuses policies that speak of the resource other than as {@code resource.attribute} (or {@code
 * resource is Type} in the scope). Under partial evaluation the resource itself counts as known, so
 * {@code resource == …}, {@code resource in …} and {@code has} would fold to an answer in silence,
 * and filter and point decision would part. Attributes are all required in the schema. A version's
 * id may be asked of disclosures alone, so that versions with the same labels are decided alike.
 */
final class ResourceGuard {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SCOPES = Set.of("All", "is");
  private static final Set<String> PRESENCE = Set.of("has", "hasTag", "getTag", "like", "in", "is");

  private ResourceGuard() {}

  /**
   * Checks one policy in Cedar's JSON form.
   *
   * @throws InvalidPolicies naming the policy and what it does
   */
  static void check(String id, String policyJson) {
    try {
      JsonNode policy = JSON.readTree(policyJson);
      JsonNode scope = policy.path("resource");
      if (!SCOPES.contains(scope.path("op").asText()) || scope.has("in")) {
        throw new InvalidPolicies(id + " narrows its scope by the resource itself");
      }
      for (JsonNode condition : policy.path("conditions")) {
        walk(id, condition.path("body"));
      }
    } catch (JsonProcessingException e) {
      throw new InvalidPolicies(id + " cannot be read", e);
    }
  }

  private static void walk(String id, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(entry -> visit(id, entry.getKey(), entry.getValue()));
    } else if (node.isArray()) {
      node.forEach(part -> walk(id, part));
    }
  }

  private static void visit(String id, String operator, JsonNode operand) {
    if (operator.equals("contains") && isDisclosed(operand)) {
      return;
    }
    if (operator.equals(".") && isResource(operand.path("left"))) {
      if (operand.path("attr").asText().equals("version")) {
        throw new InvalidPolicies(id + " speaks of a version's id other than of disclosures");
      }
      return;
    }
    if (operator.equals("Var") && !operand.asText().equals("principal")) {
      throw new InvalidPolicies(
          id + " speaks of " + operand.asText() + " other than through its attributes");
    }
    if (PRESENCE.contains(operator)) {
      throw new InvalidPolicies(id + " uses '" + operator + "', which folds away unseen");
    }
    if (!operator.equals("Value")) {
      walk(id, operand);
    }
  }

  /** {@code principal.disclosures.contains(resource.version)}. */
  private static boolean isDisclosed(JsonNode operand) {
    JsonNode set = operand.path("left").path(".");
    JsonNode member = operand.path("right").path(".");
    return set.path("left").path("Var").asText().equals("principal")
        && set.path("attr").asText().equals("disclosures")
        && isResource(member.path("left"))
        && member.path("attr").asText().equals("version");
  }

  private static boolean isResource(JsonNode node) {
    return node.path("Var").asText().equals("resource");
  }
}
