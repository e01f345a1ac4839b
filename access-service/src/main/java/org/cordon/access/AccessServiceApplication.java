package org.cordon.access;

import org.cordon.platform.requests.BodyLimit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts access-service. */
@SpringBootApplication
public class AccessServiceApplication {

  @Bean
  BodyLimit bodyLimit() {
    return BodyLimit.onEverything();
  }

  /** Starts the service; configuration comes from properties and secret files alone. */
  public static void main(String[] arguments) {
    SpringApplication.run(AccessServiceApplication.class, arguments);
  }
}
