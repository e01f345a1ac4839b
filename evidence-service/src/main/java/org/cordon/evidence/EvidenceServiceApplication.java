package org.cordon.evidence;

import org.cordon.platform.requests.BodyLimit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service that holds the evidence. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EvidenceServiceApplication {

  /** Uploads have a limit of their own. */
  @Bean
  BodyLimit bodyLimit() {
    return BodyLimit.exceptMultipart();
  }

  /** Starts the service; settings as README and the properties records describe. */
  public static void main(String[] arguments) {
    SpringApplication.run(EvidenceServiceApplication.class, arguments);
  }
}
