package org.cordon.search.following;

import java.time.Duration;
import java.util.Optional;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.search.index.VersionContent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What search-service asks of evidence-service. */
@Component
class EvidenceClient {
  private static final Duration ANSWER = Duration.ofSeconds(45);

  private final RestClient http;

  EvidenceClient(@Value("${cordon.evidence.url}") String url, ServiceTokens tokens) {
    JsonMapper json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    this.http =
        RestClient.builder()
            .baseUrl(url)
            .requestFactory(Connections.within(ANSWER))
            .requestInterceptor(tokens.interceptor())
            .configureMessageConverters(converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
            .build();
  }

  /** The feed after a position; waits for a change, at most 30 seconds. */
  EvidenceChanges changes(long after, int limit, Duration wait) {
    try {
      return answered(
          http.get()
              .uri("/internal/changes?after={a}&limit={l}&wait={w}", after, limit, wait.toSeconds())
              .retrieve()
              .body(EvidenceChanges.class));
    } catch (RestClientException noAnswer) {
      throw Problem.unavailable();
    }
  }

  /** A version as it is now; empty when evidence-service has none of that id. */
  Optional<VersionContent> version(VersionId version) {
    try {
      return Optional.of(
          answered(
              http.get()
                  .uri("/internal/versions/{version}", version.toString())
                  .retrieve()
                  .body(VersionContent.class)));
    } catch (HttpClientErrorException.NotFound absent) {
      return Optional.empty();
    } catch (RestClientException noAnswer) {
      throw Problem.unavailable();
    }
  }

  private static <T> T answered(@Nullable T body) {
    if (body == null) {
      throw Problem.unavailable();
    }
    return body;
  }
}
