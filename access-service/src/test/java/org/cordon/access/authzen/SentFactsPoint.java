package org.cordon.access.authzen;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * A decision point for the standard's own test sets: Cedar over a policy set of its own that reads
 * what the caller sends. It stands in for nothing of Cordon's: it is the other implementation of
 * the interface, and there is one only so that the transport can be tested against those sets.
 */
final class SentFactsPoint implements DecisionPoint {
  private static final List<String> ACTIONS = List.of("read", "write", "delete");
  private static final Map<String, Map<String, Object>> RECORDS =
      Map.of(
          "record-1", Map.of("status", "active"),
          "record-2", Map.of("status", "archived"));

  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final Map<String, Map<String, Object>> users;

  /**
   * Over the subjects that a set describes.
   *
   * @param described properties by the id of the subject, besides those of the fixture
   */
  SentFactsPoint(Map<String, Map<String, Object>> described) {
    this.users = new HashMap<>(described);
    users.put("alice", Map.of());
    users.put("bob", Map.of("role", "admin"));
    try {
      policies =
          PolicySet.parsePolicies(
              new ClassPathResource("authzen/interop.cedar")
                  .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
      policies.cache();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AuthException | CacheException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Decision> decide(List<AccessRequest> requests) {
    return requests.stream()
        .map(request -> new Decision(permits(request), Map.of(), Map.of()))
        .toList();
  }

  @Override
  public Slice<Entity> find(Search.ForSubjects search, Search.Window window) {
    return Slice.of(
        users.keySet().stream()
            .map(id -> new Entity(search.subject().type(), id, search.subject().properties()))
            .filter(subject ->
                permits(
                    new AccessRequest(
                        subject, search.action(), search.resource(), search.context())))
            .toList(),
        Entity::id,
        window);
  }

  @Override
  public Slice<Entity> find(Search.ForResources search, Search.Window window) {
    return Slice.of(
        RECORDS.keySet().stream()
            .map(id -> new Entity(search.resource().type(), id, search.resource().properties()))
            .filter(resource ->
                permits(
                    new AccessRequest(
                        search.subject(), search.action(), resource, search.context())))
            .toList(),
        Entity::id,
        window);
  }

  @Override
  public Slice<NamedAction> find(Search.ForActions search, Search.Window window) {
    return Slice.of(
        ACTIONS.stream()
            .map(NamedAction::of)
            .filter(action ->
                permits(
                    new AccessRequest(
                        search.subject(), action, search.resource(), search.context())))
            .toList(),
        NamedAction::name,
        window);
  }

  private boolean permits(AccessRequest request) {
    var subject = cedar("Subject", request.subject(), users);
    var resource = cedar("Resource", request.resource(), RECORDS);
    Map<String, Value> context =
        Map.of("action", value(request.action().properties()), "sent", value(request.context()));
    try {
      AuthorizationResponse response =
          engine.isAuthorized(
              new AuthorizationRequest(
                  subject.getEUID(),
                  uid("Action", request.action().name()),
                  resource.getEUID(),
                  context),
              policies,
              Set.of(subject, resource));
      return response
          .success
          .map(answer -> answer.isAllowed() && answer.getErrors().isEmpty())
          .orElse(false);
    } catch (AuthException e) {
      return false;
    }
  }

  private static com.cedarpolicy.model.entity.Entity cedar(
      String type, Entity sent, Map<String, Map<String, Object>> held) {
    Map<String, Object> properties = new HashMap<>(held.getOrDefault(sent.id(), Map.of()));
    properties.putAll(sent.properties());
    return new com.cedarpolicy.model.entity.Entity(
        uid(type, sent.type() + " " + sent.id()),
        Map.of(
            "type", new PrimString(sent.type()),
            "id", new PrimString(sent.id()),
            "properties", value(properties)),
        Set.of());
  }

  private static EntityUID uid(String type, String id) {
    return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
  }

  /** Cedar knows no null and no fractions: what has none of its own kinds is left out or text. */
  private static Value value(Object json) {
    return switch (json) {
      case Boolean truth -> new PrimBool(truth);
      case Integer number -> new PrimLong(number);
      case Long number -> new PrimLong(number);
      case List<?> list ->
          new CedarList(list.stream().filter(it -> it != null).map(SentFactsPoint::value).toList());
      case Map<?, ?> object ->
          new CedarMap(
              object.entrySet().stream()
                  .filter(member -> member.getValue() != null)
                  .collect(
                      Collectors.toMap(
                          member -> String.valueOf(member.getKey()),
                          member -> value(member.getValue()))));
      default -> new PrimString(json.toString());
    };
  }
}
