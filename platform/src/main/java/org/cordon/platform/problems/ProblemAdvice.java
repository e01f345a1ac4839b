package org.cordon.platform.problems;

import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.Id;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Renders every error of a controller, the framework's own included, as a problem document. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Problem problem) {
    return render(problem, HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> integrityFailed(IntegrityFailure failure) {
    LOG.error("INTEGRITY FAILURE: {}", failure.getMessage(), failure);
    return render(
        new Problem(
            Problem.Kind.FAILED,
            "A check of this content failed, so it is not shown. Tell the person who runs Cordon."),
        HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> unforeseen(Exception exception) {
    Optional<Problem> cause = problemBehind(exception);
    if (cause.isPresent()) {
      return refused(cause.get());
    }
    LOG.error("unforeseen failure", exception);
    return render(
        new Problem(
            Problem.Kind.FAILED,
            "Something went wrong on our side. Try again; nothing was changed."),
        HttpHeaders.EMPTY);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return render(translate(exception, status), headers);
  }

  private static Problem translate(Exception exception, HttpStatusCode status) {
    Optional<Problem> cause = problemBehind(exception);
    if (cause.isPresent()) {
      return cause.get();
    }
    return switch (exception) {
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MethodArgumentNotValidException invalid -> invalid(invalid);
      case MissingServletRequestParameterException missing ->
          Problem.invalid(missing.getParameterName(), "is missing.");
      case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
      default -> Problems.ofStatus(status.value());
    };
  }

  /** An address with something that is no id names nothing, so it is not found like any other. */
  private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
    Class<?> required = mismatch.getRequiredType();
    if (required != null
        && Id.class.isAssignableFrom(required)
        && mismatch
            .getParameter()
            .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
      return Problem.notFound();
    }
    return Problem.invalid(mismatch.getName(), "is not of the right form.");
  }

  private static Problem invalid(MethodArgumentNotValidException invalid) {
    List<Problem.FieldError> errors =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(ProblemAdvice::fieldError)
            .toList();
    return new Problem(Problem.Kind.INVALID, "Some fields did not fit.", errors);
  }

  private static Problem.FieldError fieldError(FieldError error) {
    String message = error.getDefaultMessage();
    return new Problem.FieldError(error.getField(), message == null ? "does not fit." : message);
  }

  private static Problem unreadable(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(path(unknown), "is not a field of this request.");
      case MismatchedInputException mismatched when !path(mismatched).isEmpty() ->
          Problem.invalid(path(mismatched), "is missing or of the wrong type.");
      case null, default ->
          new Problem(
              Problem.Kind.INVALID,
              "The body of the request is missing or is not the JSON expected here.");
    };
  }

  private static String path(JacksonException exception) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : exception.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.length() > 100 ? path.substring(0, 100) : path.toString();
  }

  private static Optional<Problem> problemBehind(Throwable exception) {
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      switch (cause) {
        case Problem problem -> {
          return Optional.of(problem);
        }
        case BodyFailure failure -> {
          return Optional.of(failure.asProblem());
        }
        default -> {}
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static ResponseEntity<Object> render(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.kind().status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(problem));
  }
}
