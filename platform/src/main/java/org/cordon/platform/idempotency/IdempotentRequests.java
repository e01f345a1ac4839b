package org.cordon.platform.idempotency;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Answers a repeated request with what the first one got. */
public class IdempotentRequests {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  /** An answer as it was first given; {@code body} is JSON. */
  private record Recorded(String request, int status, @Nullable String location, String body) {}

  IdempotentRequests(
      JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /**
   * Runs {@code make} once for a person's key, in one transaction with the record of its answer.
   *
   * @param request what was asked, in a form that is equal for equal requests; at most 2,000
   *     characters are compared
   * @throws Problem CONFLICT when the same key came with another request
   */
  public <T> ResponseEntity<T> once(
      PersonId person,
      Optional<IdempotencyKey> key,
      String request,
      Class<T> type,
      Supplier<ResponseEntity<T>> make) {
    ResponseEntity<T> answer =
        transactions.execute(_ -> {
          if (key.isEmpty()) {
            return make.get();
          }
          lock(person, key.get());
          Optional<ResponseEntity<T>> before = find(person, key.get(), request, type);
          if (before.isPresent()) {
            return before.get();
          }
          ResponseEntity<T> made = make.get();
          record(person, key.get(), request, made);
          return made;
        });
    if (answer == null) {
      throw new IllegalStateException("a request was answered with nothing");
    }
    return answer;
  }

  /**
   * The answer that this key got before, if any.
   *
   * @throws Problem CONFLICT when it came with another request
   */
  public <T> Optional<ResponseEntity<T>> find(
      PersonId person, IdempotencyKey key, String request, Class<T> type) {
    return jdbc.sql(
            """
            select request, status, location, body from idempotency_keys
            where person = :person and key = :key
            """)
        .param("person", person.value())
        .param("key", key.value())
        .query(Recorded.class)
        .optional()
        .map(recorded -> {
          if (!recorded.request().equals(shortened(request))) {
            throw new Problem(
                Problem.Kind.CONFLICT, "This Idempotency-Key was used for another request.");
          }
          return answer(recorded, type);
        });
  }

  /** Keeps the answer; part of the running transaction, so that both commit or neither. */
  public void record(
      PersonId person, IdempotencyKey key, String request, ResponseEntity<?> answer) {
    URI location = answer.getHeaders().getLocation();
    int added =
        jdbc.sql(
                """
                insert into idempotency_keys
                  (person, key, request, status, location, body, recorded_at)
                values (:person, :key, :request, :status, :location, :body, :at)
                on conflict do nothing
                """)
            .param("person", person.value())
            .param("key", key.value())
            .param("request", shortened(request))
            .param("status", answer.getStatusCode().value())
            .param("location", location == null ? null : location.toString())
            .param("body", json.writeValueAsString(answer.getBody()))
            .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
            .update();
    if (added == 0) {
      throw new Problem(
          Problem.Kind.CONFLICT, "The same request is being worked on. Try again in a moment.");
    }
  }

  private void lock(PersonId person, IdempotencyKey key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 1))")
        .param("name", person + " " + key.value())
        .query((_, _) -> true)
        .single();
  }

  private <T> ResponseEntity<T> answer(Recorded recorded, Class<T> type) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(recorded.status());
    if (recorded.location() != null) {
      answer.location(URI.create(recorded.location()));
    }
    return answer.body(json.readValue(recorded.body(), type));
  }

  private static String shortened(String request) {
    return request.length() > 2_000 ? request.substring(0, 2_000) : request;
  }
}
