package org.cordon.access.policies;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A policy set that has been parsed, validated strictly against its schema and found to keep the
 * house rules: an {@code @id} and an {@code @reason} on each policy, no id twice, and the resource
 * spoken of through required attributes only.
 *
 * @param untold those that tell nobody anything: without them it shows who would be permitted but
 *     for a policy that does
 * @param reasons what each policy says in plain English, by id
 * @param told what somebody whom a policy refuses may be told, by id; most refusals look like "not
 *     found"
 */
record CheckedPolicies(
    PolicySet policies,
    PolicySet untold,
    Schema schema,
    Map<String, String> reasons,
    Map<String, String> told,
    String hash) {

  /**
   * Parses and checks.
   *
   * @throws InvalidPolicies naming the first policy that does not fit
   */
  static CheckedPolicies of(PolicyText text) {
    try {
      Set<Policy> policies = new HashSet<>();
      Map<String, String> reasons = new TreeMap<>();
      Map<String, String> told = new TreeMap<>();
      for (Map.Entry<String, String> file : new TreeMap<>(text.files()).entrySet()) {
        PolicySet parsed = PolicySet.parsePolicies(file.getValue());
        if (!parsed.templates.isEmpty()) {
          throw new InvalidPolicies(file.getKey() + " has a template");
        }
        for (Policy policy : parsed.policies) {
          Policy named = named(policy, file.getKey(), reasons);
          policies.add(named);
          Optional.ofNullable(policy.getAnnotations().get("told"))
              .ifPresent(message -> told.put(named.getID(), message));
        }
      }
      Schema schema = Schema.parse(Schema.JsonOrCedar.Cedar, text.schema());
      PolicySet set = new PolicySet(policies);
      validate(set, schema);
      for (Policy policy : policies) {
        ResourceGuard.check(policy.getID(), policy.toJson());
      }
      set.cache();
      schema.cache();
      PolicySet untold =
          new PolicySet(
              policies.stream()
                  .filter(policy -> !told.containsKey(policy.getID()))
                  .collect(Collectors.toSet()));
      untold.cache();
      return new CheckedPolicies(
          set, untold, schema, Map.copyOf(reasons), Map.copyOf(told), text.hash());
    } catch (AuthException | CacheException e) {
      throw new InvalidPolicies("the policies cannot be read", e);
    }
  }

  private static Policy named(Policy policy, String file, Map<String, String> reasons)
      throws AuthException {
    Map<String, String> annotations = policy.getAnnotations();
    String id = annotations.getOrDefault("id", "");
    String reason = annotations.getOrDefault("reason", "");
    if (!id.matches("[a-z]+(-[a-z]+)*") || reason.isBlank()) {
      throw new InvalidPolicies(file + " has a policy without a proper @id and @reason");
    }
    if (reasons.put(id, reason) != null) {
      throw new InvalidPolicies("the policy id " + id + " is used twice");
    }
    return new Policy(policy.getSource(), id);
  }

  private static void validate(PolicySet set, Schema schema) throws AuthException {
    ValidationResponse answer =
        new BasicAuthorizationEngine().validate(new ValidationRequest(schema, set));
    if (!answer.validationPassed()) {
      throw new InvalidPolicies("the policies do not fit their schema: " + answer);
    }
  }
}
