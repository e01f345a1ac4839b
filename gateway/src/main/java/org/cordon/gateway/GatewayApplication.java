package org.cordon.gateway;

import org.cordon.platform.access.AccessConfiguration;
import org.cordon.platform.idempotency.IdempotencyConfiguration;
import org.cordon.platform.problems.ProblemsConfiguration;
import org.cordon.platform.security.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the gateway. Its doors and its errors are its own, so what platform gives services is left
 * out.
 */
@SpringBootApplication(
    exclude = {
      ProblemsConfiguration.class,
      ServiceSecurity.class,
      AccessConfiguration.class,
      IdempotencyConfiguration.class
    })
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Takes the usual arguments of Spring Boot. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
