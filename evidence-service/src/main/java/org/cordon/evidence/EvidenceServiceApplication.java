package org.cordon.evidence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that holds the evidence. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EvidenceServiceApplication {

  /** Starts the service; settings as README and the properties records describe. */
  public static void main(String[] arguments) {
    SpringApplication.run(EvidenceServiceApplication.class, arguments);
  }
}
