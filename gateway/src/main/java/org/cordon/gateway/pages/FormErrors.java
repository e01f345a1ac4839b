package org.cordon.gateway.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, by field; a field's first message stands. The id of a field is its
 * name.
 */
public final class FormErrors {
  private final Map<String, String> messages = new LinkedHashMap<>();

  /** Adds a message. */
  public FormErrors add(String field, String message) {
    messages.putIfAbsent(field, message);
    return this;
  }

  /** Adds a message when the text is blank. */
  public FormErrors require(String field, @Nullable String text, String message) {
    return text == null || text.isBlank() ? add(field, message) : this;
  }

  /**
   * Adds what a service found wrong.
   *
   * @param otherwise where a message stands that is about none of the known fields
   */
  public FormErrors add(Problem problem, String otherwise, String... known) {
    for (Problem.FieldError error : problem.errors()) {
      add(List.of(known).contains(error.field()) ? error.field() : otherwise, sentence(error));
    }
    return problem.errors().isEmpty() ? add(otherwise, String.valueOf(problem.getMessage())) : this;
  }

  /**
   * Sends what the form says; what a service finds wrong with it is added here, and anything else
   * that goes wrong is thrown on.
   *
   * @param otherwise where a message stands that is about none of the known fields
   * @return whether it was taken
   */
  public boolean isTaken(Runnable sending, String otherwise, String... known) {
    return findTaken(
            () -> {
              sending.run();
              return true;
            },
            otherwise,
            known)
        .isPresent();
  }

  /** The same where there is an answer; empty when it was not taken. */
  public <T> Optional<T> findTaken(Supplier<T> sending, String otherwise, String... known) {
    try {
      return Optional.of(sending.get());
    } catch (Problem e) {
      switch (e.kind()) {
        case INVALID, CONFLICT, FORBIDDEN, CHANGED -> add(e, otherwise, known);
        case UNAUTHENTICATED,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            TOO_LARGE,
            UNSUPPORTED,
            PRECONDITION_REQUIRED,
            TOO_MANY,
            FAILED,
            UNAVAILABLE ->
            throw e;
      }
      return Optional.empty();
    }
  }

  /** Services name the field beside the message: "is missing." reads on from it. */
  private static String sentence(Problem.FieldError error) {
    String message = error.message();
    return !message.isEmpty() && Character.isLowerCase(message.charAt(0))
        ? "This " + message
        : message;
  }

  /** Whether the form may be sent on. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** All of them in order, for the summary. */
  public Map<String, String> all() {
    return new LinkedHashMap<>(messages);
  }

  /** The one of a field, or null. */
  public @Nullable String of(String field) {
    return messages.get(field);
  }
}
