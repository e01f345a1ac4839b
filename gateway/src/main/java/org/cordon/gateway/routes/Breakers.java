package org.cordon.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.cordon.platform.problems.BodyFailure;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** One circuit breaker a service: after repeated failures to reach it, callers are told at once. */
@Component
class Breakers {
  private final Map<Service, CircuitBreaker> breakers = new EnumMap<>(Service.class);

  Breakers() {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(3))
            .permittedNumberOfCallsInHalfOpenState(3)
            .ignoreException(Breakers::isAnswer)
            .build();
    for (Service service : Service.values()) {
      breakers.put(service, CircuitBreaker.of(service.name(), config));
    }
  }

  /** A service that refuses is there, and so is one whose caller broke off. */
  private static boolean isAnswer(Throwable failure) {
    return BodyFailure.in(failure).isPresent()
        || (failure instanceof Problem problem
            && problem.kind() != Problem.Kind.UNAVAILABLE
            && problem.kind() != Problem.Kind.FAILED);
  }

  CircuitBreaker of(Service service) {
    return Objects.requireNonNull(breakers.get(service));
  }
}
