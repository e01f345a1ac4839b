package org.cordon.gateway.routes;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services and Keycloak are reached from inside. */
@ConfigurationProperties("cordon")
record ServiceAddresses(Address access, Address evidence, Address search, Address keycloak) {

  /** One address. */
  record Address(URI url) {}

  URI of(Service service) {
    return switch (service) {
      case ACCESS -> access.url();
      case EVIDENCE -> evidence.url();
      case SEARCH -> search.url();
      case KEYCLOAK -> keycloak.url();
    };
  }
}
