package org.cordon.gateway.pages;

import java.util.List;
import org.cordon.platform.problems.Problem;

/**
 * A page that says why there is nothing to show and what to do. It never names the address that was
 * asked for.
 */
public record Refusal(int status, String title, List<String> paragraphs, boolean signIn) {
  private static final Refusal SESSION_ENDED =
      new Refusal(
          403,
          "Your session has ended",
          List.of(
              "You signed out, or the page was open for too long. What you sent was not saved.",
              "Sign in again, go back to the page and send it once more."),
          true);

  /** The page for a form that came without the token of its session. */
  static Refusal sessionEnded() {
    return SESSION_ENDED;
  }

  /** The page for a problem. */
  public static Refusal of(Problem problem) {
    int status = problem.kind().status();
    return switch (problem.kind()) {
      case NOT_FOUND ->
          new Refusal(
              status,
              "Page not found",
              List.of(
                  "There is nothing here, or it is not open to you.",
                  "If you typed the address, check that it is correct. If you think you should see"
                      + " this page, ask the business manager of your case."),
              false);
      case UNAVAILABLE ->
          new Refusal(
              status,
              "Cordon is not available just now",
              List.of(
                  "Cordon cannot check what you may see, so it shows nothing. Your work is safe.",
                  "Try again in a few minutes."),
              false);
      case TOO_MANY ->
          new Refusal(
              status,
              "Too many requests",
              List.of(
                  "You, or a program that uses your account, asked for too much at once.",
                  "Wait a minute, then try again."),
              false);
      case TOO_LARGE ->
          new Refusal(
              status,
              "That is too large",
              List.of("What you sent is larger than Cordon takes, so nothing was saved."),
              false);
      case UNAUTHENTICATED ->
          new Refusal(status, "Sign in first", List.of("Sign in to see this page."), true);
      case FAILED ->
          new Refusal(
              status,
              "Something went wrong",
              List.of(
                  "This is a fault in Cordon. What you sent may not have been saved.",
                  "Try again. If it happens again, tell the people who run Cordon when it happened."),
              false);
      case INVALID, NOT_ACCEPTABLE, UNSUPPORTED, METHOD_NOT_ALLOWED, PRECONDITION_REQUIRED ->
          new Refusal(status, "That did not work", List.of(message(problem)), false);
      case FORBIDDEN -> new Refusal(status, "You cannot do that", List.of(message(problem)), false);
      case CONFLICT, CHANGED ->
          new Refusal(status, "Someone else changed it first", List.of(message(problem)), false);
    };
  }

  private static String message(Problem problem) {
    return String.valueOf(problem.getMessage());
  }
}
