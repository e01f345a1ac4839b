package org.cordon.platform.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that a person can act on; rendered as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, with the HTTP status it maps to. */
  public enum Kind {
    INVALID(400, "invalid", "That did not fit"),
    UNAUTHENTICATED(401, "unauthenticated", "Sign in first"),
    FORBIDDEN(403, "forbidden", "Not allowed"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable", "Not acceptable"),
    CONFLICT(409, "conflict", "That has changed or exists already"),
    CHANGED(412, "changed", "Someone else changed it first"),
    TOO_LARGE(413, "too-large", "Too large"),
    UNSUPPORTED(415, "unsupported", "Unsupported media type"),
    PRECONDITION_REQUIRED(428, "precondition-required", "Say which version you saw"),
    TOO_MANY(429, "too-many", "Too many requests"),
    FAILED(500, "failed", "Something went wrong"),
    UNAVAILABLE(503, "unavailable", "Not available just now");

    private final int status;
    private final String slug;
    private final String title;

    Kind(int status, String slug, String title) {
      this.status = status;
      this.slug = slug;
      this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
      return status;
    }

    /** The problem's type as a relative reference, for example {@code /problems/not-found}. */
    public String type() {
      return "/problems/" + slug;
    }

    /** A short title that does not depend on the occurrence. */
    public String title() {
      return title;
    }
  }

  /** One field that did not fit, and what to do about it. */
  public record FieldError(String field, String message) {}

  private final Kind kind;
  private final transient List<FieldError> errors;

  /** A problem of that kind; the message is shown to the person, so it says what to do. */
  public Problem(Kind kind, String message) {
    this(kind, message, List.of());
  }

  /** A problem that names the fields which did not fit. */
  public Problem(Kind kind, String message, List<FieldError> errors) {
    super(message);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  /** The one answer for what is absent, forbidden or walled: always the same bytes (rule 2). */
  public static Problem notFound() {
    return new Problem(Kind.NOT_FOUND, "There is nothing here, or it is not open to you.");
  }

  /** One field did not fit. */
  public static Problem invalid(String field, String message) {
    return new Problem(
        Kind.INVALID, field + ": " + message, List.of(new FieldError(field, message)));
  }

  /**
   * What a caller had to send.
   *
   * @throws Problem INVALID when it is missing
   */
  public static <T> T require(String field, @Nullable T given) {
    if (given == null) {
      throw invalid(field, "is missing.");
    }
    return given;
  }

  /** A service that this one depends on did not answer, so nothing is shown. */
  public static Problem unavailable() {
    return new Problem(
        Kind.UNAVAILABLE,
        "Cordon cannot check what you may see, so it shows nothing. Nothing is lost. Try again in a few minutes.");
  }

  /** The kind, which decides status, type and title. */
  public Kind kind() {
    return kind;
  }

  /** The fields that did not fit; empty when the problem is not about fields. */
  public List<FieldError> errors() {
    return errors;
  }
}
