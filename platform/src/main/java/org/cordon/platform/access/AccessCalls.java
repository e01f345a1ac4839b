package org.cordon.platform.access;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.ProblemBody;
import org.cordon.platform.security.ServiceTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls of access-service, behind a circuit breaker; whatever is no answer is UNAVAILABLE. */
final class AccessCalls {
  private static final Logger LOG = LoggerFactory.getLogger(AccessCalls.class);
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final RestClient http;
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "access-service",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(10)
              .waitDurationInOpenState(Duration.ofSeconds(2))
              .ignoreExceptions(HttpClientErrorException.class)
              .build());

  AccessCalls(RestClient http) {
    this.http = http;
  }

  static RestClient client(String url, ServiceTokens tokens, Duration answer) {
    return RestClient.builder()
        .baseUrl(url)
        .requestFactory(Connections.within(answer))
        .requestInterceptor(tokens.interceptor())
        .configureMessageConverters(converters ->
            converters.withJsonConverter(new JacksonJsonHttpMessageConverter(LENIENT)))
        .build();
  }

  /** Whatever is no answer, a refusal of the question itself included, is UNAVAILABLE. */
  <T> T ask(Function<RestClient, T> request) {
    try {
      return guarded(request);
    } catch (HttpClientErrorException refused) {
      LOG.error("access-service refused a question: {}", refused.getStatusCode());
      throw Problem.unavailable();
    }
  }

  /** The same for one body and its answer. */
  <T> T post(String path, Object body, Class<T> type) {
    return ask(client -> post(client, path, body, type));
  }

  /** The same, but what access-service says of a request that does not fit is passed on. */
  <T> T refusable(Function<RestClient, T> request) {
    try {
      return guarded(request);
    } catch (HttpClientErrorException refused) {
      throw refusal(refused);
    }
  }

  /** The same, but empty when there is no such thing. */
  <T> Optional<T> find(Function<RestClient, T> request) {
    try {
      return Optional.of(guarded(request));
    } catch (HttpClientErrorException.NotFound nothing) {
      return Optional.empty();
    } catch (HttpClientErrorException refused) {
      throw Problem.unavailable();
    }
  }

  /** Both: empty when there is no such thing, and what is said of what does not fit passed on. */
  <T> Optional<T> findRefusable(Function<RestClient, T> request) {
    try {
      return Optional.of(guarded(request));
    } catch (HttpClientErrorException.NotFound nothing) {
      return Optional.empty();
    } catch (HttpClientErrorException refused) {
      throw refusal(refused);
    }
  }

  static <T> T post(RestClient client, String path, Object body, Class<T> type) {
    return answered(
        client
            .post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .body(body)
            .retrieve()
            .body(type));
  }

  static <T> T answered(@Nullable T body) {
    if (body == null) {
      throw Problem.unavailable();
    }
    return body;
  }

  private <T> T guarded(Function<RestClient, T> request) {
    try {
      return breaker.executeSupplier(() -> request.apply(http));
    } catch (HttpClientErrorException refused) {
      throw refused;
    } catch (RestClientException | CallNotPermittedException noAnswer) {
      LOG.warn("access-service did not answer: {}", noAnswer.getClass().getSimpleName());
      throw Problem.unavailable();
    }
  }

  private static Problem refusal(HttpClientErrorException refused) {
    int status = refused.getStatusCode().value();
    if (status != 400 && status != 409) {
      LOG.error("access-service refused labels: {}", status);
      return Problem.unavailable();
    }
    try {
      ProblemBody body = LENIENT.readValue(refused.getResponseBodyAsByteArray(), ProblemBody.class);
      Problem.Kind kind = status == 409 ? Problem.Kind.CONFLICT : Problem.Kind.INVALID;
      return new Problem(kind, body.detail(), body.errors() == null ? List.of() : body.errors());
    } catch (tools.jackson.core.JacksonException notAProblem) {
      return Problem.unavailable();
    }
  }
}
