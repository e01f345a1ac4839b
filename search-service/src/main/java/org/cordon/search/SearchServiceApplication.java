package org.cordon.search;

import java.time.Clock;
import org.cordon.platform.requests.BodyLimit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service that finds the evidence. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchServiceApplication {

  @Bean
  BodyLimit bodyLimit() {
    return BodyLimit.onEverything();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Starts the service; settings as the properties records describe. */
  public static void main(String[] arguments) {
    SpringApplication.run(SearchServiceApplication.class, arguments);
  }
}
