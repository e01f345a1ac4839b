package org.cordon.gateway.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.problems.BodyFailure;
import org.cordon.platform.problems.Problem;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes a request on with a limit on the wait, a long one where a file is carried, and turns what
 * goes wrong on the way into the problem it is.
 */
@Component
class GuardedExchange implements ProxyExchange {
  /** The request attribute that names the {@link Service}. */
  static final String SERVICE = GuardedExchange.class.getName() + ".service";

  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration FILE = Duration.ofHours(2);
  private static final Pattern CARRIES_FILE =
      Pattern.compile("/api/evidence/.*/(documents|versions|content|export)");
  private final Breakers breakers;
  private final ProxyExchange answers;
  private final ProxyExchange files;

  GuardedExchange(Breakers breakers, GatewayMvcProperties properties) {
    this.breakers = breakers;
    this.answers = new RestClientProxyExchange(client(ANSWER), properties);
    this.files = new RestClientProxyExchange(client(FILE), properties);
  }

  private static RestClient client(Duration time) {
    return RestClient.builder().requestFactory(Connections.within(time)).build();
  }

  @Override
  public ServerResponse exchange(Request request) {
    Service service =
        (Service) request.getServerRequest().attribute(SERVICE).orElse(Service.KEYCLOAK);
    boolean file = CARRIES_FILE.matcher(request.getServerRequest().path()).matches();
    try {
      return breakers.of(service).executeSupplier(() -> (file ? files : answers).exchange(request));
    } catch (CallNotPermittedException e) {
      throw Problem.unavailable();
    } catch (ResourceAccessException e) {
      throw BodyFailure.in(e).map(BodyFailure::asProblem).orElseGet(Problem::unavailable);
    }
  }
}
