package org.cordon.access.authzen;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.authzen.Vocabulary.Understood;
import org.cordon.access.decisions.Answer;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.LabelsHeld;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.OpenVersions;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.RolesHeld;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * Cordon's own decision point: the facts are those held here, whatever the caller says.
 *
 * <p>What is recorded: every evaluation, and every result of a search for resources, as the
 * decision that it is, because it tells that the thing exists. A search for people or for actions
 * is about something that the caller can name already; it shows nothing to the people it speaks of
 * and is no permission to show, so recording it as theirs would say that they saw what they did
 * not. Nor is recorded what cannot be asked of Cordon, see {@link Vocabulary}.
 */
@Component
class HeldDecisionPoint implements DecisionPoint {
  private final Decisions decisions;
  private final Policies policies;
  private final Facts facts;
  private final RolesHeld roles;
  private final LabelsHeld labels;
  private final OpenVersions open;

  HeldDecisionPoint(
      Decisions decisions,
      Policies policies,
      Facts facts,
      RolesHeld roles,
      LabelsHeld labels,
      OpenVersions open) {
    this.decisions = decisions;
    this.policies = policies;
    this.facts = facts;
    this.roles = roles;
    this.labels = labels;
    this.open = open;
  }

  @Override
  public List<Decision> decide(List<AccessRequest> requests) {
    List<Understood> understood = requests.stream().map(Vocabulary::question).toList();
    Iterator<Answer> answers =
        answers(understood.stream().flatMap(it -> it.question().stream()).toList()).iterator();
    return understood.stream()
        .map(it ->
            it.question().isPresent() ? decision(answers.next()) : Decision.failed(it.fault()))
        .toList();
  }

  @Override
  public Slice<Entity> find(Search.ForSubjects search, Search.Window window) {
    Optional<Action> action = Vocabulary.action(search.action());
    Optional<Target> target = Vocabulary.target(search.resource());
    if (!search.subject().type().equals(Vocabulary.PERSON)
        || action.isEmpty()
        || target.isEmpty()
        || !Vocabulary.isFor(action.get(), target.get())) {
      return Slice.none();
    }
    return held(target.get())
        .map(held -> people(action.get(), held, window))
        .orElseGet(Slice::none);
  }

  @Override
  public Slice<Entity> find(Search.ForResources search, Search.Window window) {
    Optional<PersonId> person = Vocabulary.person(search.subject());
    Optional<Action> action = Vocabulary.action(search.action());
    if (person.isEmpty() || action.isEmpty()) {
      return Slice.none();
    }
    PersonFacts known = facts.of(person.get());
    String type = search.resource().type();
    if (type.equals(Vocabulary.VERSION) && action.get().isOfVersion()) {
      return confirmed(versions(known, action.get(), window));
    }
    if (type.equals(Vocabulary.CASE) && action.get().isOfCase()) {
      return confirmed(cases(known, action.get(), window));
    }
    return Slice.none();
  }

  @Override
  public Slice<NamedAction> find(Search.ForActions search, Search.Window window) {
    Optional<PersonId> person = Vocabulary.person(search.subject());
    Optional<Target> target = Vocabulary.target(search.resource());
    if (person.isEmpty() || target.isEmpty()) {
      return Slice.none();
    }
    return held(target.get())
        .map(held -> actions(facts.of(person.get()), target.get(), held, window))
        .orElseGet(Slice::none);
  }

  private List<Answer> answers(List<Question> questions) {
    return questions.isEmpty() ? List.of() : decisions.decide(questions);
  }

  private static Decision decision(Answer answer) {
    String entry = answer.entry().toString();
    return new Decision(
        answer.permitted(),
        answer.permitted() ? Map.of("entry", entry) : Map.of("entry", entry, "reason", "refused"),
        Map.of("policies", answer.policies()));
  }

  /** What a search is about, as it is held here, and the case whose people come into question. */
  private record Held(ResourceFacts facts, CaseId caseId) {}

  private Optional<Held> held(Target target) {
    return switch (target) {
      case Target.OfVersion(VersionId version) ->
          Optional.ofNullable(labels.labelsOf(Set.of(version), Moment.NOW).get(version))
              .map(known -> new Held(new ResourceFacts.OfVersion(known), known.caseId()));
      case Target.OfCase(CaseId caseId) ->
          Optional.of(new Held(new ResourceFacts.OfCase(caseId), caseId));
      case Target.OfMembership _, Target.OfDisclosure _, Target.OfInstallation _ ->
          Optional.empty();
    };
  }

  /** Nobody has access without a role in the case (rule 1), so the others need not be asked. */
  private Slice<Entity> people(Action action, Held held, Search.Window window) {
    List<Entity> open =
        facts.of(roles.peopleIn(held.caseId()), Moment.NOW).values().stream()
            .filter(known -> policies.decide(known, action, held.facts()).permitted())
            .map(known -> Vocabulary.person(known.person()))
            .toList();
    return Slice.of(open, Entity::id, window);
  }

  private Slice<NamedAction> actions(
      PersonFacts person, Target target, Held held, Search.Window window) {
    List<NamedAction> open =
        Arrays.stream(Action.values())
            .filter(action -> Vocabulary.isFor(action, target))
            .filter(action -> policies.decide(person, action, held.facts()).permitted())
            .map(action -> NamedAction.of(action.json()))
            .toList();
    return Slice.of(open, NamedAction::name, window);
  }

  private Slice<Question> cases(PersonFacts person, Action action, Search.Window window) {
    List<Question> open =
        policies.cases(person, action).stream()
            .map(caseId -> new Question(person.person(), action, new Target.OfCase(caseId)))
            .toList();
    return Slice.of(open, HeldDecisionPoint::key, window);
  }

  /** What the filter lets through: one more than is wanted, to tell whether there is more. */
  private Slice<Question> versions(PersonFacts person, Action action, Search.Window window) {
    Optional<VersionId> after =
        window.after().isEmpty() ? Optional.empty() : Optional.of(VersionId.from(window.after()));
    List<Question> found =
        open.byId(person, action, after, window.limit() + 1).stream()
            .map(one -> new Question(person.person(), action, new Target.OfVersion(one.version())))
            .toList();
    return Slice.ofLeft(found, HeldDecisionPoint::key, window);
  }

  /** Decides on what was found, and records it, before it is given. */
  private Slice<Entity> confirmed(Slice<Question> found) {
    Iterator<Answer> answers = answers(found.results()).iterator();
    return new Slice<>(
        found.results().stream()
            .filter(_ -> answers.next().permitted())
            .map(question -> Vocabulary.resource(question.target()))
            .toList(),
        found.next());
  }

  private static String key(Question question) {
    return Vocabulary.resource(question.target()).id();
  }
}
