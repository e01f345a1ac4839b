package org.cordon.access.authzen;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cordon.access.authzen.Bodies.DecisionBody;
import org.cordon.access.authzen.Bodies.DecisionsBody;
import org.cordon.access.authzen.Bodies.EvaluationBody;
import org.cordon.access.authzen.Bodies.EvaluationsBody;
import org.cordon.platform.access.Evaluation;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Evaluations of the OpenID AuthZEN Authorization API 1.0 (sections 6 and 7). A request that lacks
 * something or does not fit gets 400; one of several that does is denied by itself, with the error
 * in its context. Why something was denied only Cordon's own services are told.
 */
@RestController
class EvaluationController {
  private final DecisionPoint point;
  private final RequestReader reader;

  EvaluationController(DecisionPoint point, RequestReader reader) {
    this.point = point;
    this.reader = reader;
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = EvaluationBody.class))))
  @PostMapping("/access/v1/evaluation")
  DecisionBody evaluate(HttpServletRequest request, Authentication caller) {
    AccessRequest asked = reader.read(request, EvaluationBody.class).request();
    return body(point.decide(List.of(asked)).getFirst(), caller);
  }

  @Operation(
      description = "At most " + Evaluation.MAX_BATCH + " evaluations.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = EvaluationsBody.class))))
  @PostMapping("/access/v1/evaluations")
  DecisionsBody evaluateAll(HttpServletRequest request, Authentication caller) {
    EvaluationsBody asked = reader.read(request, EvaluationsBody.class);
    Semantic semantic = asked.semantic();
    if (asked.evaluations() == null || asked.evaluations().isEmpty()) {
      Decision one = point.decide(List.of(asked.inCommon().request())).getFirst();
      DecisionBody body = body(one, caller);
      return new DecisionsBody(body.decision(), body.context(), null);
    }
    List<Item> items = items(asked.evaluations(), asked.inCommon());
    List<Decision> decisions =
        switch (semantic) {
          case EXECUTE_ALL -> all(items);
          case DENY_ON_FIRST_DENY, PERMIT_ON_FIRST_PERMIT -> inOrder(items, semantic);
        };
    return new DecisionsBody(
        null, null, decisions.stream().map(decision -> body(decision, caller)).toList());
  }

  /** One of several evaluations. */
  private sealed interface Item {
    record Ready(AccessRequest request) implements Item {}

    record Faulty(Decision denied) implements Item {}
  }

  private List<Item> items(List<@Nullable JsonNode> evaluations, EvaluationBody defaults) {
    if (evaluations.size() > Evaluation.MAX_BATCH) {
      throw Problem.invalid(
          "evaluations", "must have at most " + Evaluation.MAX_BATCH + " members.");
    }
    List<Item> items = new ArrayList<>(evaluations.size());
    for (JsonNode evaluation : evaluations) {
      if (evaluation == null || !evaluation.isObject()) {
        throw Problem.invalid("evaluations", "must be an array of objects.");
      }
      items.add(item(evaluation, defaults));
    }
    return items;
  }

  private Item item(JsonNode evaluation, EvaluationBody defaults) {
    try {
      return new Item.Ready(
          reader.read(evaluation, EvaluationBody.class).withDefaults(defaults).request());
    } catch (Problem fault) {
      return new Item.Faulty(Decision.failed(String.valueOf(fault.getMessage())));
    }
  }

  private List<Decision> all(List<Item> items) {
    List<AccessRequest> ready = new ArrayList<>(items.size());
    items.forEach(item -> {
      if (item instanceof Item.Ready(AccessRequest request)) {
        ready.add(request);
      }
    });
    Iterator<Decision> made = point.decide(ready).iterator();
    return items.stream()
        .map(item ->
            switch (item) {
              case Item.Ready _ -> made.next();
              case Item.Faulty(Decision denied) -> denied;
            })
        .toList();
  }

  /** One after the other, so that what comes after the end is neither decided nor recorded. */
  private List<Decision> inOrder(List<Item> items, Semantic semantic) {
    List<Decision> decisions = new ArrayList<>();
    for (Item item : items) {
      Decision decision =
          switch (item) {
            case Item.Ready(AccessRequest request) -> point.decide(List.of(request)).getFirst();
            case Item.Faulty(Decision denied) -> denied;
          };
      decisions.add(decision);
      if (semantic.endsWith(decision)) {
        break;
      }
    }
    return decisions;
  }

  private static DecisionBody body(Decision decision, Authentication caller) {
    Map<String, Object> context = new HashMap<>(decision.context());
    if (ServiceSecurity.isOfCordon(caller)) {
      context.putAll(decision.details());
    }
    return new DecisionBody(decision.permitted(), context.isEmpty() ? null : context);
  }
}
