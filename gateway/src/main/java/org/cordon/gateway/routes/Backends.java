package org.cordon.gateway.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.cordon.gateway.signin.SessionToken;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.BodyFailure;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.ProblemBody;
import org.cordon.platform.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services, called by pages with the token of whoever looks. Every refusal comes back as the
 * {@link Problem} it is; a service that does not answer, or not in time, is UNAVAILABLE.
 */
@Component
public class Backends {
  private static final Duration PAGE = Duration.ofSeconds(10);
  private static final Duration FILE = Duration.ofHours(2);
  private static final Set<Integer> GATEWAYS = Set.of(502, 503, 504);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Map<Service, RestClient> pages = new EnumMap<>(Service.class);
  private final RestClient files;
  private final Breakers breakers;

  Backends(ServiceAddresses addresses, Breakers breakers) {
    this.breakers = breakers;
    for (Service service : List.of(Service.ACCESS, Service.EVIDENCE, Service.SEARCH)) {
      pages.put(service, client(addresses, service, PAGE));
    }
    this.files = client(addresses, Service.EVIDENCE, FILE);
  }

  /** Asks a service; the question reads the whole answer before it returns. */
  public <T> T ask(Service service, Question<T> question) {
    return guarded(service, Objects.requireNonNull(pages.get(service)), question);
  }

  /** The body of the answer to a request. */
  public <T> T body(Service service, Request request, Class<T> type) {
    return ask(service, client -> Objects.requireNonNull(request.to(client).retrieve().body(type)));
  }

  /** What is on the page of the answer to a request, whole or the first. */
  public <T> List<T> items(
      Service service, Request request, ParameterizedTypeReference<Page<T>> type) {
    return ask(
        service,
        client -> Objects.requireNonNull(request.to(client).retrieve().body(type)).items());
  }

  /** Sends a request; what is answered beyond its being taken is not read. */
  public void tell(Service service, Request request) {
    ask(service, client -> request.to(client).retrieve().toBodilessEntity());
  }

  /**
   * Asks for one page of a list.
   *
   * @param address a template, with a query or without
   * @param after where the page before ended; null for the first
   * @param place what stands in the template's places
   */
  public <T> Page<T> page(
      Service service,
      String address,
      ParameterizedTypeReference<Page<T>> type,
      int limit,
      @Nullable String after,
      Object... place) {
    return ask(
        service,
        client ->
            Objects.requireNonNull(
                client
                    .get()
                    .uri(
                        address,
                        uri ->
                            uri.queryParam("limit", limit)
                                .queryParamIfPresent("after", Optional.ofNullable(after))
                                .build(place))
                    .retrieve()
                    .body(type)));
  }

  /** What a question gives; empty when that is absent or not open: nobody can tell which. */
  public static <T> Optional<T> find(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Sends a file to evidence-service: the same, but it may take as long as a file takes. */
  public <T> T send(Question<T> question) {
    return guarded(Service.EVIDENCE, files, question);
  }

  /** What is asked of a service. */
  @FunctionalInterface
  public interface Question<T> {
    T ask(RestClient service);
  }

  /** A request to a service. */
  @FunctionalInterface
  public interface Request {
    RestClient.RequestHeadersSpec<?> to(RestClient service);
  }

  private <T> T guarded(Service service, RestClient client, Question<T> question) {
    Callable<T> call = () -> question.ask(client);
    try {
      return breakers.of(service).executeCallable(call);
    } catch (Problem e) {
      throw e;
    } catch (CallNotPermittedException | RestClientException e) {
      throw asProblem(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problem asProblem(RuntimeException failure) {
    return BodyFailure.in(failure).map(BodyFailure::asProblem).orElseGet(Problem::unavailable);
  }

  private static RestClient client(ServiceAddresses addresses, Service service, Duration time) {
    return RestClient.builder()
        .baseUrl(addresses.of(service).toString())
        .requestFactory(Connections.within(time))
        .configureMessageConverters(converters ->
            converters
                .withJsonConverter(new JacksonJsonHttpMessageConverter(JSON))
                .addCustomConverter(new ByteArrayHttpMessageConverter()))
        .defaultRequest(request ->
            SessionToken.current()
                .ifPresent(token -> request.headers(headers -> headers.setBearerAuth(token))))
        .defaultStatusHandler(HttpStatusCode::isError, (_, answer) -> refuse(answer))
        .build();
  }

  private static void refuse(ClientHttpResponse answer) throws IOException {
    Problem general = Problems.ofStatus(answer.getStatusCode().value());
    if (GATEWAYS.contains(answer.getStatusCode().value())) {
      throw Problem.unavailable();
    }
    if (general.kind() == Problem.Kind.NOT_FOUND || general.kind() == Problem.Kind.FAILED) {
      throw general;
    }
    try (InputStream body = answer.getBody()) {
      ProblemBody told = JSON.readValue(body, ProblemBody.class);
      throw new Problem(
          general.kind(), told.detail(), told.errors() == null ? List.of() : told.errors());
    } catch (JacksonException e) {
      throw general;
    }
  }
}
