package org.cordon.access.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.access.policies.Action;
import org.cordon.platform.access.Evaluation;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The decision interface in the shapes of the OpenID AuthZEN Authorization API 1.0. What a caller
 * sends as properties or context is taken and never decided upon: facts are held here.
 */
@RestController
class EvaluationController {
  private final Decisions decisions;

  EvaluationController(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A subject or resource. */
  record Entity(
      @Nullable String type, @Nullable String id, @Nullable Map<String, Object> properties) {}

  /** An action. */
  record Named(@Nullable String name, @Nullable Map<String, Object> properties) {}

  /** One question, or one of several; what it leaves out is taken from the whole request. */
  record Asked(
      @Nullable Entity subject,
      @Nullable Named action,
      @Nullable Entity resource,
      @Nullable Map<String, Object> context) {}

  /** Several questions with what they have in common. */
  record AskedTogether(
      @Nullable Entity subject,
      @Nullable Named action,
      @Nullable Entity resource,
      @Nullable Map<String, Object> context,
      @Nullable List<@Nullable Asked> evaluations,
      @Nullable Map<String, Object> options) {}

  @PostMapping("/access/v1/evaluation")
  Evaluation.Response evaluate(@RequestBody Asked asked) {
    Question question = question(asked.subject(), asked.action(), asked.resource());
    return response(decisions.decide(List.of(question)).getFirst());
  }

  @PostMapping("/access/v1/evaluations")
  Evaluation.BatchResponse evaluate(@RequestBody AskedTogether together) {
    List<@Nullable Asked> asked =
        Optional.ofNullable(together.evaluations())
            .orElseThrow(() -> Problem.invalid("evaluations", "is missing."));
    if (asked.isEmpty() || asked.size() > Evaluation.MAX_BATCH) {
      throw Problem.invalid("evaluations", "must have 1 to " + Evaluation.MAX_BATCH + " members.");
    }
    List<Question> questions = new ArrayList<>(asked.size());
    for (Asked one : asked) {
      if (one == null) {
        throw Problem.invalid("evaluations", "must not have an empty member.");
      }
      questions.add(
          question(
              one.subject() == null ? together.subject() : one.subject(),
              one.action() == null ? together.action() : one.action(),
              one.resource() == null ? together.resource() : one.resource()));
    }
    return new Evaluation.BatchResponse(
        decisions.decide(questions).stream().map(EvaluationController::response).toList());
  }

  private static Question question(
      @Nullable Entity subject, @Nullable Named named, @Nullable Entity resource) {
    if (subject == null || !"person".equals(subject.type())) {
      throw Problem.invalid("subject.type", "must be \"person\".");
    }
    PersonId person = id("subject.id", subject, PersonId::from);
    Action action =
        Optional.ofNullable(named)
            .flatMap(given -> Optional.ofNullable(given.name()))
            .flatMap(Action::of)
            .orElseThrow(() -> Problem.invalid("action.name", "is not an action of Cordon."));
    return new Question(person, action, target(action, resource));
  }

  private static Target target(Action action, @Nullable Entity resource) {
    if (resource != null && "version".equals(resource.type()) && action.isOfVersion()) {
      return new Target.OfVersion(id("resource.id", resource, VersionId::from));
    }
    if (resource != null && "case".equals(resource.type()) && action.isOfCase()) {
      return new Target.OfCase(id("resource.id", resource, CaseId::from));
    }
    throw Problem.invalid(
        "resource.type", "must be \"version\" or \"case\", whichever the action is for.");
  }

  private static <T> T id(String field, Entity entity, Function<String, T> read) {
    try {
      return read.apply(String.valueOf(entity.id()));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.invalid(field, "must be a UUID.");
    }
  }

  private static Evaluation.Response response(Answer answer) {
    return new Evaluation.Response(answer.permitted(), Map.of("entry", answer.entry().toString()));
  }
}
