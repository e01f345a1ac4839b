package org.cordon.gateway.search;

import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.springframework.stereotype.Component;

/** Searches, answered by search-service. */
@Component
public class Searches {
  private final Backends backends;

  Searches(Backends backends) {
    this.backends = backends;
  }

  /** Runs a search with parameters that search-service knows. */
  public Found find(Map<String, String> parameters) {
    return backends.ask(
        Service.SEARCH,
        search ->
            Objects.requireNonNull(
                search
                    .get()
                    .uri(address -> {
                      address.path("/api/search");
                      parameters.keySet().forEach(p -> address.queryParam(p, "{" + p + "}"));
                      return address.build(parameters);
                    })
                    .retrieve()
                    .body(Found.class)));
  }
}
