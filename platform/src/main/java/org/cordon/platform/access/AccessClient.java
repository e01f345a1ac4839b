package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cordon.platform.connections.Connections;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.ProblemBody;
import org.cordon.platform.security.ServiceTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client of access-service. Every answer it gives is already recorded there. It fails closed:
 * no answer, or one that makes no sense, is a {@link Problem} of kind UNAVAILABLE and never a
 * permit.
 */
public final class AccessClient {
  private static final Logger LOG = LoggerFactory.getLogger(AccessClient.class);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final RestClient http;
  private final RestClient longPoll;
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "access-service",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(20)
              .minimumNumberOfCalls(10)
              .waitDurationInOpenState(Duration.ofSeconds(2))
              .ignoreExceptions(HttpClientErrorException.class)
              .build());

  AccessClient(String url, ServiceTokens tokens) {
    this.http = client(url, tokens, ANSWER);
    this.longPoll = client(url, tokens, LONGEST_WAIT.plus(ANSWER));
  }

  /** May this person do this with this version? Unknown and unregistered versions are denied. */
  public Decision decide(PersonId person, ItemAction action, VersionId version) {
    return decide(person, action, List.of(version)).getFirst();
  }

  /**
   * One decision for each version, in their order; recorded in one transaction for each {@value
   * Evaluation#MAX_BATCH}.
   */
  public List<Decision> decide(PersonId person, ItemAction action, List<VersionId> versions) {
    List<Decision> decisions = new ArrayList<>(versions.size());
    for (int from = 0; from < versions.size(); from += Evaluation.MAX_BATCH) {
      List<VersionId> batch =
          versions.subList(from, Math.min(from + Evaluation.MAX_BATCH, versions.size()));
      decisions.addAll(decideBatch(person, action, batch));
    }
    return List.copyOf(decisions);
  }

  /** May this person add documents to this case? */
  public Decision decideUpload(PersonId person, CaseId caseId) {
    return decideInCase(person, CaseAction.UPLOAD, caseId);
  }

  /** May this person look for anything in this case at all? */
  public Decision decideSearch(PersonId person, CaseId caseId) {
    return decideInCase(person, CaseAction.FIND, caseId);
  }

  /**
   * What this person may find.
   *
   * @param indexed the label feed position that the index has refreshed
   */
  public PersonFilter filter(PersonId person, long indexed) {
    record FilterRequest(PersonId person, long indexed) {}
    FilterRequest request = new FilterRequest(person, indexed);
    return call(() -> answered(post("/internal/filters", request, PersonFilter.class)));
  }

  /**
   * What this person may find in a case, for a list. It permits nothing and is not recorded: decide
   * on what is shown.
   *
   * @param after the item that the page before ended with
   * @param limit 1 to {@value FindableVersions#MAX_LIMIT}
   */
  public FindableVersions findable(
      PersonId person, CaseId caseId, Optional<ItemId> after, int limit) {
    record FindableRequest(
        PersonId person, @JsonProperty("case") CaseId caseId, @Nullable ItemId after, int limit) {}
    FindableRequest request = new FindableRequest(person, caseId, after.orElse(null), limit);
    FindableVersions found =
        call(() -> answered(post("/internal/findable", request, FindableVersions.class)));
    if (found.versions().size() > limit) {
      throw Problem.unavailable();
    }
    return found;
  }

  /**
   * Registers the labels of a version, before it becomes visible. Registering the same again
   * changes nothing.
   *
   * @throws Problem INVALID or CONFLICT as access-service says, when the labels do not fit
   */
  public void register(VersionLabels labels) {
    try {
      callRefusable(() ->
          http.put()
              .uri("/internal/labels/{version}", labels.version().toString())
              .contentType(MediaType.APPLICATION_JSON)
              .body(labels)
              .retrieve()
              .toBodilessEntity());
    } catch (HttpClientErrorException refused) {
      throw refusal(refused);
    }
  }

  /** The labels of a version as they are now; empty when none are registered. */
  public Optional<VersionLabels> labels(VersionId version) {
    try {
      return Optional.of(
          callRefusable(() ->
              answered(
                  http.get()
                      .uri("/internal/labels/{version}", version.toString())
                      .retrieve()
                      .body(VersionLabels.class))));
    } catch (HttpClientErrorException.NotFound unregistered) {
      return Optional.empty();
    } catch (HttpClientErrorException refused) {
      throw Problem.unavailable();
    }
  }

  /**
   * The label feed after a position; waits for a change, at most 30 seconds.
   *
   * @param limit 1 to 1,000
   */
  public LabelChanges labelChanges(long after, int limit, Duration wait) {
    long seconds = Math.min(wait.toSeconds(), LONGEST_WAIT.toSeconds());
    try {
      return answered(
          longPoll
              .get()
              .uri("/internal/labels/changes?after={a}&limit={l}&wait={w}", after, limit, seconds)
              .retrieve()
              .body(LabelChanges.class));
    } catch (RestClientException noAnswer) {
      LOG.debug("the label feed did not answer", noAnswer);
      throw Problem.unavailable();
    }
  }

  /**
   * Which of these people could read which of these versions of a case now (rule 18). Nothing is
   * recorded: show of it only what who looks may see.
   *
   * @param versions 1 to 200
   * @param people 1 to 200
   */
  public CheckedAudience checkAudience(
      CaseId caseId, Set<VersionId> versions, Set<PersonId> people) {
    record AudienceRequest(
        @JsonProperty("case") CaseId caseId, Set<VersionId> versions, Set<PersonId> people) {}
    AudienceRequest request = new AudienceRequest(caseId, versions, people);
    return call(() -> answered(post("/internal/audience/check", request, CheckedAudience.class)));
  }

  /** Records that the last byte of what was permitted has left. */
  public void confirmDelivery(LedgerEntryId entry) {
    call(() ->
        http.post()
            .uri("/internal/deliveries")
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("entry", entry.toString()))
            .retrieve()
            .toBodilessEntity());
  }

  /** May this person do this in this case? */
  public Decision decideInCase(PersonId person, CaseAction action, CaseId caseId) {
    Evaluation.Request request =
        new Evaluation.Request(
            new Evaluation.Entity("person", person.toString()),
            new Evaluation.Action(action.actionName()),
            new Evaluation.Entity("case", caseId.toString()),
            null);
    return decision(
        call(() -> answered(post("/access/v1/evaluation", request, Evaluation.Response.class))));
  }

  private List<Decision> decideBatch(PersonId person, ItemAction action, List<VersionId> batch) {
    Evaluation.BatchRequest request =
        new Evaluation.BatchRequest(
            new Evaluation.Entity("person", person.toString()),
            new Evaluation.Action(action.actionName()),
            batch.stream()
                .map(id -> new Evaluation.Part(new Evaluation.Entity("version", id.toString())))
                .toList());
    Evaluation.BatchResponse response =
        call(() ->
            answered(post("/access/v1/evaluations", request, Evaluation.BatchResponse.class)));
    if (response.evaluations().size() != batch.size()) {
      throw Problem.unavailable();
    }
    return response.evaluations().stream().map(AccessClient::decision).toList();
  }

  private static Decision decision(Evaluation.Response response) {
    try {
      return new Decision(
          response.decision(), LedgerEntryId.from(String.valueOf(response.context().get("entry"))));
    } catch (IllegalArgumentException noEntry) {
      throw Problem.unavailable();
    }
  }

  private <T> @Nullable T post(String path, Object body, Class<T> type) {
    return http.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .body(type);
  }

  private static <T> T answered(@Nullable T body) {
    if (body == null) {
      throw Problem.unavailable();
    }
    return body;
  }

  /** Whatever is no answer, a refusal of the question itself included, is "unavailable". */
  private <T> T call(Supplier<T> request) {
    try {
      return callRefusable(request);
    } catch (HttpClientErrorException refused) {
      LOG.error("access-service refused a question: {}", refused.getStatusCode());
      throw Problem.unavailable();
    }
  }

  /** The same, but a refusal in the 400s is left to the caller of this method. */
  private <T> T callRefusable(Supplier<T> request) {
    try {
      return breaker.executeSupplier(request);
    } catch (HttpClientErrorException refused) {
      throw refused;
    } catch (RestClientException | CallNotPermittedException noAnswer) {
      LOG.warn("access-service did not answer: {}", noAnswer.getClass().getSimpleName());
      throw Problem.unavailable();
    }
  }

  private static Problem refusal(HttpClientErrorException refused) {
    int status = refused.getStatusCode().value();
    if (status != 400 && status != 409) {
      LOG.error("access-service refused labels: {}", status);
      return Problem.unavailable();
    }
    try {
      ProblemBody body = LENIENT.readValue(refused.getResponseBodyAsByteArray(), ProblemBody.class);
      Problem.Kind kind = status == 409 ? Problem.Kind.CONFLICT : Problem.Kind.INVALID;
      return new Problem(kind, body.detail(), body.errors() == null ? List.of() : body.errors());
    } catch (tools.jackson.core.JacksonException notAProblem) {
      return Problem.unavailable();
    }
  }

  private static RestClient client(String url, ServiceTokens tokens, Duration answer) {
    return RestClient.builder()
        .baseUrl(url)
        .requestFactory(Connections.within(answer))
        .requestInterceptor(tokens.interceptor())
        .configureMessageConverters(converters ->
            converters.withJsonConverter(new JacksonJsonHttpMessageConverter(LENIENT)))
        .build();
  }
}
