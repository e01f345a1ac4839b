package org.cordon.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class IdempotentRequestsTest {
  record Made(int number) {}

  private final TestDatabase database = TestDatabase.fresh("idempotency");
  private final IdempotentRequests requests =
      new IdempotentRequests(
          database.owner(), database.manager(), JsonMapper.shared(), Clock.systemUTC());
  private final PersonId person = PersonId.create();
  private final Optional<IdempotencyKey> key = IdempotencyKey.of("key-1");
  private final AtomicInteger made = new AtomicInteger();

  @BeforeEach
  void makeTable() {
    database
        .owner()
        .sql(
            """
            create table idempotency_keys (
              person uuid not null, key text not null, request text not null,
              status int not null, location text, body text not null,
              recorded_at timestamptz not null,
              primary key (person, key))
            """)
        .update();
  }

  @Test
  void theSameKeyMakesOneThingAndAnswersAlike() {
    ResponseEntity<Made> first = once(key, "a");
    ResponseEntity<Made> again = once(key, "a");

    assertThat(made).hasValue(1);
    assertThat(again.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(again.getBody()).isEqualTo(new Made(1));
    assertThat(again.getHeaders().getLocation()).isEqualTo(URI.create("/things/1"));
  }

  @Test
  void withoutAKeyEachRequestMakesItsOwn() {
    once(Optional.empty(), "a");
    once(Optional.empty(), "a");

    assertThat(made).hasValue(2);
  }

  @Test
  void anotherPersonsKeyIsAnotherKey() {
    once(key, "a");
    requests.once(PersonId.create(), key, "a", Made.class, this::make);

    assertThat(made).hasValue(2);
  }

  @Test
  void theSameKeyForAnotherRequestIsAConflict() {
    once(key, "a");

    assertThatThrownBy(() -> once(key, "b"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
    assertThat(made).hasValue(1);
  }

  @Test
  void aRequestThatFailedMayBeTriedAgain() {
    assertThatThrownBy(() ->
            requests.once(
                person,
                key,
                "a",
                Made.class,
                () -> {
                  throw Problem.invalid("x", "does not fit.");
                }))
        .isInstanceOf(Problem.class);

    assertThat(once(key, "a").getBody()).isEqualTo(new Made(1));
  }

  @Test
  void twentyAtOnceMakeOne() throws Exception {
    List<Future<ResponseEntity<Made>>> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<ResponseEntity<Made>> ask = () -> once(key, "a");
      for (int i = 0; i < 20; i++) {
        answers.add(executor.submit(ask));
      }
    }

    assertThat(made).hasValue(1);
    for (Future<ResponseEntity<Made>> answer : answers) {
      assertThat(answer.get().getBody()).isEqualTo(new Made(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with space", "zwölf", "line\nbreak"})
  void aKeyIsVisibleAscii(String text) {
    assertThatThrownBy(() -> IdempotencyKey.of(text)).isInstanceOf(Problem.class);
  }

  @Test
  void aKeyHasAtMost200Characters() {
    assertThat(IdempotencyKey.of("k".repeat(200))).isPresent();
    assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(201))).isInstanceOf(Problem.class);
  }

  private ResponseEntity<Made> once(Optional<IdempotencyKey> withKey, String request) {
    return requests.once(person, withKey, request, Made.class, this::make);
  }

  private ResponseEntity<Made> make() {
    int number = made.incrementAndGet();
    return ResponseEntity.created(URI.create("/things/" + number)).body(new Made(number));
  }
}
