package org.cordon.access.authzen;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The metadata document (section 9 of the standard). Anyone who reaches this service may read it,
 * as an enforcement point needs it before it has a token; it says nothing but addresses. The
 * gateway does not route to it: enforcement points are on the network of the services.
 */
@RestController
@EnableConfigurationProperties(DecisionPointProperties.class)
class MetadataController {
  private final Metadata metadata;

  MetadataController(DecisionPointProperties properties) {
    String point = properties.url().toString();
    this.metadata =
        new Metadata(
            point,
            point + "/access/v1/evaluation",
            point + "/access/v1/evaluations",
            point + "/access/v1/search/subject",
            point + "/access/v1/search/resource",
            point + "/access/v1/search/action");
  }

  /** Where everything is; the addresses come from the configuration, never from the request. */
  @Schema(name = "AuthZenMetadata")
  record Metadata(
      @JsonProperty("policy_decision_point") String policyDecisionPoint,
      @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
      @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint,
      @JsonProperty("search_subject_endpoint") String searchSubjectEndpoint,
      @JsonProperty("search_resource_endpoint") String searchResourceEndpoint,
      @JsonProperty("search_action_endpoint") String searchActionEndpoint) {}

  @GetMapping("/.well-known/authzen-configuration")
  ResponseEntity<Metadata> metadata() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .contentType(MediaType.APPLICATION_JSON)
        .body(metadata);
  }
}
