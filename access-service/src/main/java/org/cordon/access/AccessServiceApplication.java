package org.cordon.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts access-service. */
@SpringBootApplication
public class AccessServiceApplication {

  /** Starts the service; configuration comes from properties and secret files alone. */
  public static void main(String[] arguments) {
    SpringApplication.run(AccessServiceApplication.class, arguments);
  }
}
