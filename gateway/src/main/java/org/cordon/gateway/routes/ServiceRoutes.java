package org.cordon.gateway.routes;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.cordon.gateway.pages.Answers;
import org.cordon.platform.problems.Problem;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every route there is. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  private final ServiceAddresses addresses;
  private final Answers answers;

  ServiceRoutes(ServiceAddresses addresses, Answers answers) {
    this.addresses = addresses;
    this.answers = answers;
  }

  @Bean
  RouterFunction<ServerResponse> accessRoute() {
    return toService("access", Service.ACCESS, path("/api/access/**"));
  }

  @Bean
  RouterFunction<ServerResponse> evidenceRoute() {
    return toService("evidence", Service.EVIDENCE, path("/api/evidence/**"));
  }

  @Bean
  RouterFunction<ServerResponse> searchRoute() {
    return toService("search", Service.SEARCH, path("/api/search").or(path("/api/search/**")));
  }

  /** The services' own descriptions, gathered by the page {@code /api/docs}. */
  @Bean
  RouterFunction<ServerResponse> descriptions() {
    return description("access", Service.ACCESS)
        .and(description("evidence", Service.EVIDENCE))
        .and(description("search", Service.SEARCH));
  }

  /** The sign-in pages and their resources; nothing else of Keycloak is reached from outside. */
  @Bean
  RouterFunction<ServerResponse> keycloakRoute() {
    URI keycloak = URI.create(addresses.of(Service.KEYCLOAK).toString().replaceAll("/auth/?$", ""));
    return route("keycloak")
        .route(path("/auth/realms/cordon/**").or(path("/auth/resources/**")), http())
        .before(to(Service.KEYCLOAK))
        .before(uri(keycloak))
        .onError(Problem.class, this::answer)
        .build();
  }

  private RouterFunction<ServerResponse> description(String name, Service service) {
    return service(name + "-description", service, GET("/api/docs/" + name))
        .before(setPath("/v3/api-docs"))
        .build();
  }

  private RouterFunction<ServerResponse> toService(
      String name, Service service, RequestPredicate requests) {
    return service(name, service, requests).build();
  }

  private RouterFunctions.Builder service(String name, Service service, RequestPredicate requests) {
    return route(name)
        .route(requests, http())
        .before(to(service))
        .before(uri(addresses.of(service)))
        .after((_, response) -> withoutCookies(response))
        .onError(Problem.class, this::answer);
  }

  private static UnaryOperator<ServerRequest> to(Service service) {
    return request -> {
      request.attributes().put(GuardedExchange.SERVICE, service);
      return request;
    };
  }

  /** Only what came from a service can be changed; our own answers are finished. */
  private static ServerResponse withoutCookies(ServerResponse response) {
    if (response instanceof GatewayServerResponse passedOn) {
      passedOn.headers().remove(HttpHeaders.SET_COOKIE);
      passedOn.headers().remove(HttpHeaders.SERVER);
    }
    return response;
  }

  private ServerResponse answer(Throwable failure, ServerRequest request) {
    return answers.of((Problem) failure, request.servletRequest());
  }
}
