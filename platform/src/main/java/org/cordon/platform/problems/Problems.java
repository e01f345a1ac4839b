package org.cordon.platform.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Problems for places that no controller reaches: filters, the container, security. */
public final class Problems {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Problems() {}

  /** The problem for a status that the framework chose. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 401 ->
          new Problem(Problem.Kind.UNAUTHENTICATED, "Sign in, or send a valid bearer token.");
      case 403 -> new Problem(Problem.Kind.FORBIDDEN, "This request is not allowed.");
      case 404 -> Problem.notFound();
      case 405 ->
          new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "This address does not take that method.");
      case 406 ->
          new Problem(Problem.Kind.NOT_ACCEPTABLE, "This address cannot answer in that form.");
      case 409 -> new Problem(Problem.Kind.CONFLICT, "That has changed or exists already.");
      case 412 ->
          new Problem(Problem.Kind.CHANGED, "Someone else changed it first. Load it again.");
      case 413 ->
          new Problem(Problem.Kind.TOO_LARGE, "The request is larger than is accepted here.");
      case 415 ->
          new Problem(Problem.Kind.UNSUPPORTED, "This address does not take that kind of content.");
      case 429 ->
          new Problem(Problem.Kind.TOO_MANY, "Too many requests. Wait a little, then try again.");
      case 503 -> Problem.unavailable();
      default ->
          status >= 400 && status < 500
              ? new Problem(Problem.Kind.INVALID, "The request could not be understood.")
              : new Problem(Problem.Kind.FAILED, "Something went wrong on our side. Try again.");
    };
  }

  /** Writes the problem as the whole answer. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = bytes(problem);
    response.setStatus(problem.kind().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The problem document in UTF-8. */
  public static byte[] bytes(Problem problem) {
    return JSON.writeValueAsString(ProblemBody.of(problem)).getBytes(StandardCharsets.UTF_8);
  }
}
