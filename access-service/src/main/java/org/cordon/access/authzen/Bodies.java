package org.cordon.access.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON of requests and answers, and what a request must have. */
final class Bodies {
  private Bodies() {}

  /** A subject or a resource. */
  @Schema(name = "AuthZenEntity")
  record EntityBody(
      @Nullable String type, @Nullable String id, @Nullable Map<String, Object> properties) {

    Entity entity(String field) {
      return new Entity(
          require(field + ".type", type), require(field + ".id", id), orEmpty(properties));
    }

    Search.Sought sought(String field) {
      return new Search.Sought(require(field + ".type", type), orEmpty(properties));
    }
  }

  /** An action. */
  @Schema(name = "AuthZenAction")
  record ActionBody(@Nullable String name, @Nullable Map<String, Object> properties) {

    NamedAction action() {
      return new NamedAction(require("action.name", name), orEmpty(properties));
    }
  }

  /** One evaluation (section 6.1); one of several may leave out what they have in common. */
  @Schema(name = "AuthZenEvaluation")
  record EvaluationBody(
      @Nullable EntityBody subject,
      @Nullable ActionBody action,
      @Nullable EntityBody resource,
      @Nullable Map<String, Object> context) {

    AccessRequest request() {
      return new AccessRequest(
          require("subject", subject).entity("subject"),
          require("action", action).action(),
          require("resource", resource).entity("resource"),
          orEmpty(context));
    }

    /** With whole members of another where this has none (section 7.1.1). */
    EvaluationBody withDefaults(EvaluationBody defaults) {
      return new EvaluationBody(
          subject == null ? defaults.subject : subject,
          action == null ? defaults.action : action,
          resource == null ? defaults.resource : resource,
          context == null ? defaults.context : context);
    }
  }

  /** How evaluations are made. */
  @Schema(name = "AuthZenOptions")
  record OptionsBody(
      @JsonProperty("evaluations_semantic")
          @Schema(allowableValues = {"execute_all", "deny_on_first_deny", "permit_on_first_permit"})
          @Nullable String semantic) {}

  /** Several evaluations with what they have in common (section 7.1). */
  @Schema(name = "AuthZenEvaluations")
  record EvaluationsBody(
      @Nullable EntityBody subject,
      @Nullable ActionBody action,
      @Nullable EntityBody resource,
      @Nullable Map<String, Object> context,
      @ArraySchema(schema = @Schema(implementation = EvaluationBody.class))
          @Nullable List<@Nullable JsonNode> evaluations,
      @Nullable OptionsBody options) {

    EvaluationBody inCommon() {
      return new EvaluationBody(subject, action, resource, context);
    }

    Semantic semantic() {
      return Optional.ofNullable(options)
          .flatMap(given -> Optional.ofNullable(given.semantic()))
          .map(Semantic::of)
          .orElse(Semantic.EXECUTE_ALL);
    }
  }

  /**
   * Which page is wanted (section 8.2.1).
   *
   * @param token the {@code next_token} of the page before
   * @param limit at most so many results, not negative; at most 200 are given whatever is asked
   * @param properties taken, and without effect
   */
  @Schema(name = "AuthZenPage")
  record PageBody(
      @Nullable String token, @Nullable Long limit, @Nullable Map<String, Object> properties) {}

  /** A search (sections 8.4 to 8.6); what is looked for has no id, or one that is ignored. */
  @Schema(name = "AuthZenSearch")
  record SearchBody(
      @Nullable EntityBody subject,
      @Nullable ActionBody action,
      @Nullable EntityBody resource,
      @Nullable Map<String, Object> context,
      @Nullable PageBody page) {

    Search.ForSubjects forSubjects() {
      return new Search.ForSubjects(
          require("subject", subject).sought("subject"),
          require("action", action).action(),
          require("resource", resource).entity("resource"),
          orEmpty(context));
    }

    Search.ForResources forResources() {
      return new Search.ForResources(
          require("subject", subject).entity("subject"),
          require("action", action).action(),
          require("resource", resource).sought("resource"),
          orEmpty(context));
    }

    Search.ForActions forActions() {
      return new Search.ForActions(
          require("subject", subject).entity("subject"),
          require("resource", resource).entity("resource"),
          orEmpty(context));
    }
  }

  /** An answer to one evaluation (section 5.5). */
  @Schema(name = "AuthZenDecision")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DecisionBody(boolean decision, @Nullable Map<String, Object> context) {}

  /** Answers to several evaluations, or to the one that was asked in their place (section 7.2). */
  @Schema(name = "AuthZenDecisions")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DecisionsBody(
      @Nullable Boolean decision,
      @Nullable Map<String, Object> context,
      @Nullable List<DecisionBody> evaluations) {}

  /** Where the results go on (section 8.2.2); {@code next_token} is empty at the end. */
  @Schema(name = "AuthZenNextPage")
  record NextPageBody(@JsonProperty("next_token") String nextToken, int count) {}

  /** A subject or resource that was found. */
  @Schema(name = "AuthZenFoundEntity")
  record FoundEntity(String type, String id) {}

  /** An action that was found. */
  @Schema(name = "AuthZenFoundAction")
  record FoundAction(String name) {}

  /** Subjects or resources that were found (section 8.3). */
  @Schema(name = "AuthZenFoundEntities")
  @JsonPropertyOrder({"page", "results"})
  record EntitiesBody(NextPageBody page, List<FoundEntity> results) {}

  /** Actions that were found (section 8.3). */
  @Schema(name = "AuthZenFoundActions")
  @JsonPropertyOrder({"page", "results"})
  record ActionsBody(NextPageBody page, List<FoundAction> results) {}

  private static <T> T require(String field, @Nullable T value) {
    return Optional.ofNullable(value).orElseThrow(() -> Problem.invalid(field, "is missing."));
  }

  private static Map<String, Object> orEmpty(@Nullable Map<String, Object> object) {
    return object == null ? Map.of() : object;
  }
}
