package org.cordon.access.authzen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cordon.access.PublishedDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interface as the service has it, on the decision point for the standard's test sets: without
 * a stereotype of Spring's, so that the service itself never picks it up.
 */
@EnableAutoConfiguration
@Import({
  EvaluationController.class,
  SearchController.class,
  MetadataController.class,
  RequestReader.class,
  PageTokens.class,
  RequestIdEcho.class,
  PublishedDocument.class
})
class InteropService {

  @Bean
  DecisionPoint sentFacts(@Value("${scenario:}") String scenario, JsonMapper json) {
    Map<String, Map<String, Object>> users = new HashMap<>();
    if (!scenario.isEmpty() && Files.isReadable(Path.of(scenario))) {
      users.putAll(Scenario.users(Path.of(scenario), json));
    }
    return new SentFactsPoint(users);
  }
}
