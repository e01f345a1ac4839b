package org.cordon.access.policies;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse.AuthorizationError;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Cedar engine, asked one point decision: the one way in which this service asks it. */
final class Engine {
  private static final AuthorizationEngine CEDAR = new BasicAuthorizationEngine();

  private Engine() {}

  /**
   * What Cedar said. A policy that erred was skipped, so an outcome with errors is none to act on.
   *
   * @param reasons the ids of the policies that decided
   * @param errors the ids of the policies that erred
   * @param refused why the request was not evaluated at all; empty when it was
   */
  record Outcome(boolean permitted, Set<String> reasons, Set<String> errors, List<String> refused) {
    Outcome {
      reasons = Set.copyOf(reasons);
      errors = Set.copyOf(errors);
      refused = List.copyOf(refused);
    }

    /** Whether every policy was evaluated. */
    boolean isWhole() {
      return errors.isEmpty() && refused.isEmpty();
    }
  }

  /**
   * Asks; with a schema and validation, what does not fit the schema is refused.
   *
   * @throws AuthException when there is no answer of any kind
   */
  static Outcome decide(AuthorizationRequest request, PolicySet policies, Set<Entity> entities)
      throws AuthException {
    AuthorizationResponse response = CEDAR.isAuthorized(request, policies, entities);
    return response
        .success
        .map(answer ->
            new Outcome(
                answer.isAllowed(),
                answer.getReason(),
                answer.getErrors().stream()
                    .map(AuthorizationError::getPolicyId)
                    .collect(Collectors.toSet()),
                List.of()))
        .orElseGet(() -> new Outcome(false, Set.of(), Set.of(), List.of(response.toString())));
  }
}
