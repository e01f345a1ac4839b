package org.cordon.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** The members of a problem document (RFC 9457, section 3.1) and our extension {@code errors}. */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> errors) {

  /**
   * The document for a problem; it carries no {@code instance}, which would tell addresses apart.
   */
  public static ProblemBody of(Problem problem) {
    return new ProblemBody(
        problem.kind().type(),
        problem.kind().title(),
        problem.kind().status(),
        String.valueOf(problem.getMessage()),
        problem.errors());
  }
}
