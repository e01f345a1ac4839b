package org.cordon.access.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.ledger.LedgerEvent.Place;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.access.policies.Verdict;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the policies and records the answer before giving it. A refusal looks and is recorded the
 * same whether what was asked for exists or not (rule 2).
 */
@Service
public class Decisions {
  private final Policies policies;
  private final Facts facts;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;

  Decisions(
      Policies policies, Facts facts, Ledger ledger, PlatformTransactionManager transactions) {
    this.policies = policies;
    this.facts = facts;
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Decides and records: a few statements, however many questions. The last of them, which writes
   * the entries, is the only one that writes and commits by itself.
   *
   * @return the answers in the order of the questions
   */
  public List<Answer> decide(List<Question> questions) {
    return decideAndRecord(known(questions));
  }

  /**
   * Does the work if the policies permit it. The decision, the work and their ledger entries commit
   * together; a refusal is committed by itself, and so is a permission whose work was refused for
   * what was asked.
   *
   * @throws Problem NOT_FOUND when it is refused; FORBIDDEN when the policy that refused says what
   *     the person may be told
   */
  public <T> T permitted(PersonId person, Action action, Target target, Supplier<T> work) {
    record Outcome<T>(Optional<T> result, Optional<Problem> refused) {}
    Outcome<T> outcome =
        transaction.execute(_ -> {
          List<Known> known = known(List.of(new Question(person, action, target)));
          Answer answer = decideAndRecord(known).getFirst();
          if (!answer.permitted()) {
            return new Outcome<>(Optional.empty(), Optional.of(refusal(known.getFirst(), answer)));
          }
          try {
            return new Outcome<>(
                Optional.ofNullable(savepoint.execute(_ -> work.get())), Optional.empty());
          } catch (Problem unfit) {
            return new Outcome<>(Optional.empty(), Optional.of(unfit));
          }
        });
    if (outcome == null) {
      throw new IllegalStateException("no outcome");
    }
    if (outcome.refused().isPresent()) {
      throw outcome.refused().get();
    }
    return outcome.result().orElseThrow(() -> new IllegalStateException("no result"));
  }

  private Problem refusal(Known known, Answer answer) {
    return policies
        .told(
            known.person(),
            known.question().action(),
            known.resource(),
            new Verdict(false, answer.policies()))
        .map(message -> new Problem(Problem.Kind.FORBIDDEN, message))
        .orElseGet(Problem::notFound);
  }

  /**
   * What to offer a person in a case, {@code tighten} and {@code manage}, each where they may, and
   * which texts they read there. Nothing is recorded.
   */
  public Reader reader(PersonId person, CaseId caseId, Action tighten, Action manage) {
    PersonFacts known = facts.of(person);
    Predicate<Action> open =
        action -> policies.decide(known, action, new ResourceFacts.OfCase(caseId)).permitted();
    return new Reader(
        person,
        Stream.of(Map.entry("tighten", tighten), Map.entry("manage", manage))
            .filter(it -> open.test(it.getValue()))
            .map(Map.Entry::getKey)
            .toList(),
        open.test(Action.READ_REASONS),
        open.test(Action.READ_TERMS));
  }

  /**
   * The first of these views of a case that is open to a person; the first of all when none is, so
   * that it is refused. Nothing is recorded.
   *
   * @param views from the widest to the narrowest
   */
  public Action widest(PersonId person, CaseId caseId, List<Action> views) {
    PersonFacts known = facts.of(person);
    ResourceFacts resource = new ResourceFacts.OfCase(caseId);
    return views.stream()
        .filter(view -> policies.decide(known, view, resource).permitted())
        .findFirst()
        .orElse(views.getFirst());
  }

  /** Whether the person may do that in a case: for choosing how to ask. Nothing is recorded. */
  public boolean isOpenTo(PersonId person, Action action, CaseId caseId) {
    return policies.decide(facts.of(person), action, new ResourceFacts.OfCase(caseId)).permitted();
  }

  /** A question with what the policies may know of the person and of what it is about. */
  private record Known(Question question, PersonFacts person, ResourceFacts resource) {}

  private List<Known> known(List<Question> questions) {
    Map<PersonId, PersonFacts> people =
        facts.of(questions.stream().map(Question::person).collect(Collectors.toSet()), Moment.NOW);
    Map<VersionId, VersionLabels> held = facts.labelsOf(versions(questions), Moment.NOW);
    return questions.stream()
        .map(question ->
            new Known(
                question,
                people.getOrDefault(question.person(), PersonFacts.unknown(question.person())),
                resource(question.target(), held)))
        .toList();
  }

  private List<Answer> decideAndRecord(List<Known> questions) {
    Map<Alike, Verdict> verdicts = new HashMap<>();
    List<Verdict> given = new ArrayList<>(questions.size());
    List<LedgerEvent.Decided> events = new ArrayList<>(questions.size());
    for (Known known : questions) {
      Question question = known.question();
      Verdict verdict =
          verdicts.computeIfAbsent(
              Alike.of(question, known.person(), known.resource()),
              _ -> policies.decide(known.person(), question.action(), known.resource()));
      given.add(verdict);
      events.add(
          new LedgerEvent.Decided(
              question.person(),
              question.action().json(),
              place(question.target(), known.resource(), verdict.permitted()),
              verdict.permitted(),
              verdict.policies(),
              policies.hash()));
    }
    List<LedgerEntryId> entries = ledger.record(events);
    List<Answer> answers = new ArrayList<>(questions.size());
    for (int i = 0; i < given.size(); i++) {
      answers.add(new Answer(given.get(i).permitted(), entries.get(i), given.get(i).policies()));
    }
    return answers;
  }

  private static Set<VersionId> versions(List<Question> questions) {
    return questions.stream()
        .flatMap(question ->
            question.target() instanceof Target.OfVersion(VersionId version)
                ? Stream.of(version)
                : Stream.empty())
        .collect(Collectors.toSet());
  }

  private static ResourceFacts resource(Target target, Map<VersionId, VersionLabels> held) {
    return switch (target) {
      case Target.OfVersion(VersionId version) -> {
        VersionLabels labels = held.get(version);
        yield labels == null
            ? new ResourceFacts.Unregistered(version)
            : new ResourceFacts.OfVersion(labels);
      }
      case Target.OfCase(CaseId caseId) -> new ResourceFacts.OfCase(caseId);
      case Target.OfMembership(CaseId caseId, PersonId person) ->
          new ResourceFacts.OfMembership(caseId, person);
      case Target.OfDisclosure(CaseId caseId, PersonId requester, PersonId recipient) ->
          new ResourceFacts.OfDisclosure(caseId, requester, recipient);
      case Target.OfInstallation() -> new ResourceFacts.OfInstallation();
    };
  }

  /** A refused version is recorded as it was asked for: with no case and no item. */
  private static Place place(Target target, ResourceFacts resource, boolean permitted) {
    return switch (target) {
      case Target.OfVersion(VersionId version) ->
          permitted && resource instanceof ResourceFacts.OfVersion(VersionLabels labels)
              ? new Place(labels.caseId(), labels.item(), version, null)
              : Place.asked(version);
      case Target.OfCase(CaseId caseId) -> Place.in(caseId);
      case Target.OfMembership(CaseId caseId, PersonId person) -> Place.of(caseId, person);
      case Target.OfDisclosure(CaseId caseId, PersonId _, PersonId recipient) ->
          Place.of(caseId, recipient);
      case Target.OfInstallation() -> Place.NOWHERE;
    };
  }

  /**
   * Questions that have one answer: the policies speak of a version through its labels alone (the
   * service does not start otherwise) and through being disclosed to the person, so versions that
   * are alike in these are decided once.
   */
  private record Alike(PersonId person, Action action, Object resource, boolean disclosed) {
    static Alike of(Question question, PersonFacts person, ResourceFacts resource) {
      boolean disclosed =
          question.target() instanceof Target.OfVersion(VersionId version)
              && person.disclosures().contains(version);
      Object alike =
          switch (resource) {
            case ResourceFacts.OfVersion(VersionLabels labels) -> {
              Map<LabelField, Set<String>> fields = labels.fields();
              fields.remove(LabelField.VERSION);
              yield fields;
            }
            case ResourceFacts.Unregistered _ -> "unregistered";
            case ResourceFacts.OfCase _,
                ResourceFacts.OfMembership _,
                ResourceFacts.OfDisclosure _,
                ResourceFacts.OfInstallation _ ->
                resource;
          };
      return new Alike(question.person(), question.action(), alike, disclosed);
    }
  }
}
