package org.cordon.access.authzen;

import java.util.Optional;
import java.util.function.Supplier;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * What the standard's words mean in Cordon: a subject is a {@code person}, a resource a {@code
 * version} or a {@code case}, each with a UUID, and an action one that the policies know.
 */
final class Vocabulary {
  static final String PERSON = "person";
  static final String VERSION = "version";
  static final String CASE = "case";

  private Vocabulary() {}

  /**
   * A question, or why there is none.
   *
   * @param fault empty when there is a question
   */
  record Understood(Optional<Question> question, String fault) {}

  static Understood question(AccessRequest request) {
    Optional<PersonId> person = person(request.subject());
    if (person.isEmpty()) {
      return fault("subject: must be of type person, with a UUID.");
    }
    Optional<Action> action = action(request.action());
    if (action.isEmpty()) {
      return fault("action.name: is not an action of Cordon.");
    }
    Optional<Target> target = target(request.resource()).filter(it -> isFor(action.get(), it));
    if (target.isEmpty()) {
      return fault(
          "resource: must be of type version or case, whichever the action is for, with a UUID.");
    }
    return new Understood(Optional.of(new Question(person.get(), action.get(), target.get())), "");
  }

  static Optional<PersonId> person(Entity subject) {
    return subject.type().equals(PERSON) ? id(() -> PersonId.from(subject.id())) : Optional.empty();
  }

  static Optional<Action> action(NamedAction action) {
    return Action.of(action.name());
  }

  static Optional<Target> target(Entity resource) {
    return switch (resource.type()) {
      case VERSION -> id(() -> new Target.OfVersion(VersionId.from(resource.id())));
      case CASE -> id(() -> new Target.OfCase(CaseId.from(resource.id())));
      default -> Optional.empty();
    };
  }

  /** Whether that can be done to such a thing at all. */
  static boolean isFor(Action action, Target target) {
    return switch (target) {
      case Target.OfVersion _ -> action.isOfVersion();
      case Target.OfCase _ -> action.isOfCase();
      case Target.OfMembership _, Target.OfDisclosure _, Target.OfInstallation _ -> false;
    };
  }

  static Entity person(PersonId person) {
    return Entity.of(PERSON, person.toString());
  }

  static Entity resource(Target target) {
    return switch (target) {
      case Target.OfVersion(VersionId version) -> Entity.of(VERSION, version.toString());
      case Target.OfCase(CaseId caseId) -> Entity.of(CASE, caseId.toString());
      case Target.OfMembership _, Target.OfDisclosure _, Target.OfInstallation _ ->
          throw new IllegalArgumentException("the interface does not speak of it");
    };
  }

  private static Understood fault(String fault) {
    return new Understood(Optional.empty(), fault);
  }

  private static <T> Optional<T> id(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
