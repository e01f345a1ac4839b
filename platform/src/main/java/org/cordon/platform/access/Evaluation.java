package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the OpenID AuthZEN Authorization API 1.0, as far as Cordon's own services use them.
 */
public final class Evaluation {
  /** The most evaluations that one request may carry. */
  public static final int MAX_BATCH = 200;

  private Evaluation() {}

  /** A subject or a resource: a type and an id. */
  public record Entity(String type, String id) {}

  /** What is to be done. */
  public record Action(String name) {}

  /** One question. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Request(
      Entity subject, Action action, Entity resource, @Nullable Map<String, Object> context) {}

  /** One answer; its context names the ledger entry. */
  public record Response(boolean decision, Map<String, Object> context) {
    public Response {
      context = Map.copyOf(context);
    }
  }

  /** One of several questions that share subject and action. */
  public record Part(Entity resource) {}

  /** Several questions at once. */
  public record BatchRequest(Entity subject, Action action, List<Part> evaluations) {
    public BatchRequest {
      evaluations = List.copyOf(evaluations);
    }
  }

  /** The answers in the order of the questions. */
  public record BatchResponse(List<Response> evaluations) {
    public BatchResponse {
      evaluations = List.copyOf(evaluations);
    }
  }
}
