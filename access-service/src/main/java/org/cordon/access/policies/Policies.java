package org.cordon.access.policies;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.PartialAuthorizationRequest;
import com.cedarpolicy.model.PartialAuthorizationResponse;
import com.cedarpolicy.model.PartialAuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The policies, asked in two ways from one text: may this person do that (a decision), and what may
 * this person find (a filter). Whatever goes wrong while asking denies, is logged at ERROR and is
 * counted as {@code cordon.policies.errors}.
 */
@Component
public class Policies {
  private static final int KEPT = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final CheckedPolicies checked;
  private final Counter errors;
  private final Map<Asked, Filter> filters = Collections.synchronizedMap(new Newest<>());
  private final Map<Open, List<Action>> open = Collections.synchronizedMap(new Newest<>());

  /** Forgets what was asked for longest ago. */
  private static final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }

  /**
   * Loads the policies that ship with the service.
   *
   * @throws InvalidPolicies when they do not validate; the service then does not start
   */
  @Autowired
  public Policies(MeterRegistry meters) {
    this(PolicyText.shipped(), meters);
  }

  Policies(PolicyText text, MeterRegistry meters) {
    this.checked = CheckedPolicies.of(text);
    this.errors =
        Counter.builder("cordon.policies.errors")
            .description("Decisions and filters that failed and therefore denied")
            .register(meters);
  }

  /** SHA-256 of schema and policies, in hexadecimal: says by which text a decision was made. */
  public String hash() {
    return checked.hash();
  }

  /** What each policy says in plain English, by its id. */
  public Map<String, String> reasons() {
    return checked.reasons();
  }

  /**
   * What somebody who was refused may be told; mostly nothing. It is said only to those who would
   * be permitted but for the policies that say it, so that it tells nobody else anything; it is
   * worked out for every refusal, so that the time taken tells nothing either.
   */
  public Optional<String> told(
      PersonFacts person, Action action, ResourceFacts resource, Verdict refusal) {
    Verdict otherwise =
        decide(
            CedarEntities.person(about(person, resource)),
            action,
            CedarEntities.resource(resource),
            checked.untold());
    return refusal.policies().stream()
        .filter(_ -> otherwise.permitted())
        .flatMap(id -> Optional.ofNullable(checked.told().get(id)).stream())
        .findFirst();
  }

  /** Everything that a person may do in a case, in the order of the matrix. */
  public List<Action> openIn(PersonFacts person, CaseId caseId) {
    List<Action> before = open.get(new Open(person, caseId));
    if (before != null) {
      return before;
    }
    ResourceFacts resource = new ResourceFacts.OfCase(caseId);
    double failures = errors.count();
    List<Action> found =
        Action.inACase().stream()
            .filter(action -> decide(person, action, resource).permitted())
            .toList();
    if (errors.count() == failures) {
      open.put(new Open(person, caseId), found);
    }
    return found;
  }

  /** May this person do that? */
  public Verdict decide(PersonFacts person, Action action, ResourceFacts resource) {
    return decide(
        CedarEntities.person(about(person, resource)), action, CedarEntities.resource(resource));
  }

  /**
   * The person without disclosures of other versions: a policy can only ask whether this very one
   * is disclosed (the service does not start otherwise), and there may be thousands.
   */
  private static PersonFacts about(PersonFacts person, ResourceFacts resource) {
    return resource instanceof ResourceFacts.OfVersion(VersionLabels labels)
            && person.disclosures().contains(labels.version())
        ? person.shown(Set.of(labels.version()))
        : person.shown(Set.of());
  }

  /** What this person may find or read, as an expression over labels; nothing, if asking fails. */
  public Filter filter(PersonFacts person, Action action) {
    return filter(person, action, true);
  }

  /** Those of the person's cases in which they may do that; none, if asking fails. */
  public Set<CaseId> cases(PersonFacts person, Action action) {
    Filter filter = filter(person, action, false);
    return person.cases().stream()
        .filter(caseId -> filter.matches(Map.of(LabelField.CASE, Set.of(caseId.toString()))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of the person's cases in which they may do that with every common version. */
  public Set<CaseId> casesOfEveryCommon(PersonFacts person, Action action) {
    Filter filter = filter(person, action);
    return person.cases().stream()
        .filter(caseId -> Filters.decided(filter, anyCommon(caseId)).orElse(false))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A filter depends on these alone, the person {@link Disclosed#folded}, so one that was made
   * before is the one that would be made.
   */
  private record Asked(PersonFacts person, Action action, boolean ofVersions) {}

  /** The same goes for what is open in a case. */
  private record Open(PersonFacts person, CaseId caseId) {}

  private Filter filter(PersonFacts person, Action action, boolean ofVersions) {
    Filter folded = remembered(new Asked(Disclosed.folded(person), action, ofVersions));
    return Disclosed.unfolded(folded, person.disclosures());
  }

  private Filter remembered(Asked asked) {
    Filter before = filters.get(asked);
    if (before != null) {
      return before;
    }
    Optional<Filter> made =
        askFilter(
            CedarEntities.person(asked.person()),
            asked.action(),
            asked.ofVersions() ? CedarEntities.anyVersion() : CedarEntities.anyCase());
    made.ifPresent(filter -> filters.put(asked, filter));
    return made.orElseGet(Filter::nothing);
  }

  /**
   * What is known of a common version: all but which, and to whom it was circulated or published.
   */
  private static Map<LabelField, Set<String>> anyCommon(CaseId caseId) {
    Map<LabelField, Set<String>> known =
        VersionLabels.common(VersionId.create(), ItemId.create(), 1, caseId).fields();
    known.remove(LabelField.VERSION);
    known.remove(LabelField.CIRCULATED_TO);
    known.remove(LabelField.PUBLISHED_TO_BOARD);
    return known;
  }

  Verdict decide(Entity person, Action action, Entity resource) {
    return decide(person, action, resource, checked.policies());
  }

  private Verdict decide(Entity person, Action action, Entity resource, PolicySet policies) {
    try {
      Engine.Outcome outcome =
          Engine.decide(
              new AuthorizationRequest(
                  person.getEUID(),
                  CedarEntities.action(action),
                  resource.getEUID(),
                  Optional.of(Map.of()),
                  Optional.of(checked.schema()),
                  true),
              policies,
              Set.of(person, resource));
      return outcome.isWhole()
          ? new Verdict(outcome.permitted(), List.copyOf(outcome.reasons()))
          : failed(action, outcome.toString());
    } catch (AuthException | RuntimeException e) {
      return failed(action, String.valueOf(e.getMessage()));
    }
  }

  Filter filter(Entity person, Action action, Entity resource) {
    return askFilter(person, action, resource).orElseGet(Filter::nothing);
  }

  private Optional<Filter> askFilter(Entity person, Action action, Entity resource) {
    try {
      PartialAuthorizationRequest request =
          PartialAuthorizationRequest.builder()
              .principal(person.getEUID())
              .action(CedarEntities.action(action))
              .resource(resource.getEUID())
              .emptyContext()
              .schema(checked.schema())
              .enableRequestValidation()
              .build();
      PartialAuthorizationResponse response =
          engine.isAuthorizedPartial(request, checked.policies(), Set.of(person, resource));
      Optional<PartialAuthorizationSuccessResponse> answer = response.success;
      if (answer.isEmpty() || !answer.get().getErrored().isEmpty()) {
        failed(action, response.toString());
        return Optional.empty();
      }
      return Optional.of(Residuals.toFilter(answer.get().getResiduals()));
    } catch (AuthException | RuntimeException e) {
      failed(action, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Verdict failed(Action action, String facts) {
    errors.increment();
    LOG.error("POLICY EVALUATION FAILED, so it was denied: action {}: {}", action.json(), facts);
    return Verdict.failed();
  }
}
