package org.cordon.gateway.pages;

import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Adds what a service found wrong; what names no known field stands at the given one. */
  public FormErrors add(Problem problem, String otherwise) {
    problem.errors().forEach(error -> add(error.field(), error.message()));
    return problem.errors().isEmpty() ? add(otherwise, String.valueOf(problem.getMessage())) : this;
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
