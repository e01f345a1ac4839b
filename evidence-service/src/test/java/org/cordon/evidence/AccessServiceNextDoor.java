package org.cordon.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * access-service as its contract describes it: permits what a test says, for versions whose labels
 * are registered, and remembers what it was asked.
 */
public final class AccessServiceNextDoor {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AccessServiceNextDoor SHARED = new AccessServiceNextDoor();

  private final WireMockServer server;
  private final Map<String, JsonNode> labels = new ConcurrentHashMap<>();
  private final Set<String> permits = ConcurrentHashMap.newKeySet();
  private final Set<String> walled = ConcurrentHashMap.newKeySet();
  private final List<String> raced = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final Set<String> drafts = ConcurrentHashMap.newKeySet();
  private final List<String> sourced = new CopyOnWriteArrayList<>();
  private final Map<String, List<JsonNode>> exposures = new ConcurrentHashMap<>();
  private final CasesNextDoor cases = new CasesNextDoor();
  private final AtomicInteger checked = new AtomicInteger();
  private volatile boolean down;
  private final Set<String> abandoned = ConcurrentHashMap.newKeySet();
  private volatile boolean refusesLabels;
  private volatile boolean refusesAbandoning;
  private volatile boolean refusesFreezing;

  private AccessServiceNextDoor() {
    server = new WireMockServer(wireMockConfig().dynamicPort().extensions(new Answers()));
    server.start();
    server.stubFor(any(anyUrl()));
  }

  public static AccessServiceNextDoor shared() {
    return SHARED;
  }

  public String url() {
    return server.baseUrl();
  }

  /** The person may do all in the case that a test does not wall off. */
  public void permit(PersonId person, CaseId caseId) {
    permits.add(person + " find " + caseId);
    permits.add(person + " read " + caseId);
    permits.add(person + " upload " + caseId);
  }

  public void permit(PersonId person, String action, CaseId caseId) {
    permits.add(person + " " + action + " " + caseId);
  }

  public void wall(PersonId person, VersionId version) {
    walled.add(person + " " + version);
  }

  /** Findable, but so many times denied when the decision is asked for. */
  public void race(PersonId person, VersionId version, int times) {
    raced.addAll(Collections.nCopies(times, person + " " + version));
  }

  /** Labels of a version whose upload was cut off before it was stored. */
  public void registered(CaseId caseId) {
    String version = VersionId.create().toString();
    labels.put(
        version,
        JSON.valueToTree(
            Map.of(
                "version",
                version,
                "item",
                ItemId.create().toString(),
                "number",
                1,
                "case",
                caseId.toString())));
  }

  /** How often it was checked who could read what. */
  public int audiencesChecked() {
    return checked.get();
  }

  /** A label that a version turned out to have. */
  public void relabel(String version, String field, boolean value) {
    labels.computeIfPresent(version, (_, held) -> ((ObjectNode) held).put(field, value));
  }

  /** A label was cleared from a version. */
  public void clear(String version, String field) {
    labels.computeIfPresent(
        version, (_, held) -> ((ObjectNode) held).set(field, JSON.createArrayNode()));
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }

  public void refuseLabels(boolean refuse) {
    refusesLabels = refuse;
  }

  /** Draft versions that have not been frozen. */
  public boolean isDraft(String version) {
    return drafts.contains(version);
  }

  /** {@code draft source}, in the order of naming. */
  public List<String> sourced() {
    return List.copyOf(sourced);
  }

  /** The person was shown a version just now. */
  public void exposed(PersonId person, CaseId caseId, VersionId version, String action) {
    exposures
        .computeIfAbsent(person + " " + caseId, _ -> new CopyOnWriteArrayList<>())
        .add(
            JSON.valueToTree(
                Map.of(
                    "entry", LedgerEntryId.create().toString(),
                    "version", version.toString(),
                    "at", Instant.now().toString(),
                    "action", action)));
  }

  public void refuseFreezing(boolean refuse) {
    refusesFreezing = refuse;
  }

  public void refuseAbandoning(boolean refuse) {
    refusesAbandoning = refuse;
  }

  public boolean isAbandoned(String version) {
    return abandoned.contains(version);
  }

  /** What it tells of cases. */
  public CasesNextDoor cases() {
    return cases;
  }

  /** {@code person action resource -> entry}, in the order of asking. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Ledger entries of confirmed deliveries. */
  public List<String> delivered() {
    return List.copyOf(delivered);
  }

  public JsonNode labelsOf(String version) {
    return labels.getOrDefault(version, JSON.nullNode());
  }

  public int labelsRegistered() {
    return labels.size();
  }

  private final class Answers implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "access-service";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      if (down) {
        return new ResponseDefinitionBuilder().withStatus(503).build();
      }
      String path = event.getRequest().getUrl();
      String body = event.getRequest().getBodyAsString();
      if (path.startsWith("/internal/cases/")) {
        return json(cases.answer(path));
      }
      return switch (path) {
        case "/access/v1/evaluation" -> json(evaluation(JSON.readTree(body)));
        case "/access/v1/evaluations" -> json(evaluations(JSON.readTree(body)));
        case "/internal/findable" -> json(findable(JSON.readTree(body)));
        case "/internal/findable/item" -> json(findableItem(JSON.readTree(body)));
        case "/internal/deliveries" -> {
          delivered.add(JSON.readTree(body).get("entry").asString());
          yield new ResponseDefinitionBuilder().withStatus(204).build();
        }
        case "/internal/audience/check" -> json(audience(JSON.readTree(body)));
        case "/internal/labels/closed" -> json(closed(JSON.readTree(body)));
        default ->
            path.startsWith("/internal/exposures?")
                ? json(exposures(event.getRequest()))
                : path.matches("/internal/labels/[^/]+/.*")
                    ? change(path.split("/", -1), body)
                    : labels(event, path, body);
      };
    }

    private ResponseDefinition change(String[] path, String body) {
      String version = path[3];
      JsonNode registered = labels.get(version);
      if (registered == null) {
        return new ResponseDefinitionBuilder().withStatus(404).build();
      }
      JsonNode request = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
      ObjectNode changed = (ObjectNode) registered.deepCopy();
      switch (path[4]) {
        case "sources" -> {
          request.get("sources").forEach(it -> sourced.add(version + " " + it.asString()));
          grow(changed, "sources", request);
          for (JsonNode source : request.get("sources")) {
            JsonNode from = labels.get(source.asString());
            if (from != null) {
              grow(changed, "accountsOf", from);
            }
          }
        }
        case "accounts" -> {
          grow(changed, "accountsOf", request);
          if (request.path("quarantined").asBoolean(false)) {
            changed.put("quarantined", true);
          }
        }
        case "freeze" -> {
          if (refusesFreezing) {
            return new ResponseDefinitionBuilder().withStatus(503).build();
          }
          drafts.remove(version);
        }
        case "circulations" -> {
          return json(circulated(version, request));
        }
        default -> throw new AssertionError(path[4]);
      }
      labels.put(version, changed);
      return json(changed);
    }

    private static void grow(ObjectNode labels, String field, JsonNode by) {
      Set<String> all = new TreeSet<>();
      labels.path(field).forEach(it -> all.add(it.asString()));
      by.path(field).forEach(it -> all.add(it.asString()));
      labels.set(field, JSON.valueToTree(all));
    }

    private JsonNode circulated(String version, JsonNode request) {
      List<String> sent = new ArrayList<>();
      List<Map<String, String>> refused = new ArrayList<>();
      for (JsonNode person : request.get("people")) {
        if (walled.contains(person.asString() + " " + version)) {
          refused.add(Map.of("person", person.asString()));
        } else {
          sent.add(person.asString());
        }
      }
      return JSON.valueToTree(Map.of("circulated", sent, "refused", refused));
    }

    /** Whom the test walled off: through whichever source holds an account. */
    private JsonNode closed(JsonNode request) {
      String version = request.get("version").asString();
      List<Map<String, Object>> people = new ArrayList<>();
      for (String wall : walled) {
        if (wall.endsWith(" " + version)) {
          List<Map<String, Object>> causes = new ArrayList<>();
          for (JsonNode source : labelsOf(version).path("sources")) {
            causes.add(
                Map.of(
                    "source",
                    source.asString(),
                    "accounts",
                    List.of(),
                    "policies",
                    List.of("wall")));
          }
          people.add(
              Map.of(
                  "person", wall.substring(0, 36),
                  "roles", List.of("CASE_GROUP_MEMBER"),
                  "open", false,
                  "policies", List.of("wall"),
                  "causes", causes));
        }
      }
      return JSON.valueToTree(Map.of("people", people));
    }

    private JsonNode exposures(Request request) {
      String key =
          request.queryParameter("person").firstValue()
              + " "
              + request.queryParameter("case").firstValue();
      return JSON.valueToTree(
          Map.of("exposures", exposures.getOrDefault(key, List.of()), "whole", true));
    }

    private JsonNode audience(JsonNode request) {
      checked.incrementAndGet();
      List<Map<String, Object>> people = new ArrayList<>();
      for (JsonNode person : request.get("people")) {
        List<Map<String, Object>> versions = new ArrayList<>();
        for (JsonNode version : request.get("versions")) {
          JsonNode registered = labels.get(version.asString());
          versions.add(
              Map.of(
                  "version", version.asString(),
                  "readable",
                      registered != null
                          && registered.get("case").equals(request.get("case"))
                          && permits.contains(
                              person.asString() + " read " + request.get("case").asString())
                          && !walled.contains(person.asString() + " " + version.asString()),
                  "policies", List.of()));
        }
        people.add(Map.of("person", person.asString(), "versions", versions));
      }
      return JSON.valueToTree(Map.of("people", people));
    }

    private ResponseDefinition labels(ServeEvent event, String path, String body) {
      String version = path.substring(path.lastIndexOf('/') + 1);
      if (event.getRequest().getMethod().equals(RequestMethod.PUT)) {
        if (refusesLabels) {
          return new ResponseDefinitionBuilder().withStatus(500).build();
        }
        String id = version.substring(0, 36);
        JsonNode registered = JSON.readTree(body);
        if (abandoned.contains(id) || isTaken(id, registered)) {
          return conflict();
        }
        labels.put(id, registered);
        if (version.endsWith("?draft=true")) {
          drafts.add(id);
        }
        return new ResponseDefinitionBuilder().withStatus(204).build();
      }
      if (event.getRequest().getMethod().equals(RequestMethod.DELETE)) {
        if (refusesAbandoning) {
          return new ResponseDefinitionBuilder().withStatus(503).build();
        }
        labels.remove(version);
        abandoned.add(version);
        return new ResponseDefinitionBuilder().withStatus(204).build();
      }
      return labels.containsKey(version)
          ? json(labels.get(version))
          : new ResponseDefinitionBuilder().withStatus(404).build();
    }

    /** An item has one version of a number. */
    private boolean isTaken(String version, JsonNode registered) {
      return labels.values().stream()
          .filter(it -> !it.path("version").asString().equals(version))
          .anyMatch(it ->
              it.path("item").equals(registered.path("item"))
                  && it.path("number").equals(registered.path("number")));
    }

    private static ResponseDefinition conflict() {
      return new ResponseDefinitionBuilder()
          .withStatus(409)
          .withHeader("Content-Type", "application/problem+json")
          .withBody(
              JSON.writeValueAsString(
                  Map.of(
                      "type", "/problems/conflict",
                      "title", "That has changed or exists already",
                      "status", 409,
                      "detail", "This item has a version of that number already.")))
          .build();
    }

    /** Of each item the newest version that may be found, newest item first; not remembered. */
    private JsonNode findable(JsonNode request) {
      String person = request.get("person").asString();
      String caseId = request.get("case").asString();
      String after = request.path("after").asString("");
      TreeMap<String, JsonNode> newest = new TreeMap<>(Comparator.reverseOrder());
      if (permits.contains(person + " find " + caseId)) {
        labels.values().stream()
            .filter(each -> each.get("case").asString().equals(caseId))
            .filter(each -> !drafts.contains(each.get("version").asString()))
            .filter(each -> !isShut(person, each))
            .forEach(each -> newest.merge(each.get("item").asString(), each, Answers::newer));
      }
      List<JsonNode> left =
          newest.values().stream()
              .filter(each -> after.isEmpty() || each.get("item").asString().compareTo(after) < 0)
              .toList();
      List<JsonNode> given = left.subList(0, Math.min(left.size(), request.get("limit").asInt()));
      ObjectNode answer = JSON.createObjectNode();
      answer.set(
          "versions", JSON.valueToTree(given.stream().map(each -> each.get("version")).toList()));
      answer.set(
          "next", given.size() < left.size() ? given.getLast().get("item") : JSON.nullNode());
      return answer;
    }

    /** The versions of an item that may be found and read, newest first; not remembered. */
    private JsonNode findableItem(JsonNode request) {
      String person = request.get("person").asString();
      List<JsonNode> open =
          labels.values().stream()
              .filter(each -> each.get("item").equals(request.get("item")))
              .filter(each ->
                  !request.hasNonNull("number") || each.get("number").equals(request.get("number")))
              .filter(each -> !drafts.contains(each.get("version").asString()))
              .filter(each -> !isShut(person, each))
              .sorted(Comparator.comparingInt((JsonNode it) -> it.get("number").asInt()).reversed())
              .toList();
      return JSON.valueToTree(
          Map.of(
              "versions", versions(open, person + " find "),
              "readable", versions(open, person + " read ")));
    }

    private List<String> versions(List<JsonNode> open, String permit) {
      return open.stream()
          .filter(each -> permits.contains(permit + each.get("case").asString()))
          .map(each -> each.get("version").asString())
          .toList();
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
      return one.get("number").asInt() > other.get("number").asInt() ? one : other;
    }

    private JsonNode evaluations(JsonNode request) {
      List<JsonNode> answers = new ArrayList<>();
      for (JsonNode each : request.get("evaluations")) {
        ObjectNode one = ((ObjectNode) request.deepCopy()).set("resource", each.get("resource"));
        answers.add(evaluation(one));
      }
      return JSON.valueToTree(Map.of("evaluations", answers));
    }

    private JsonNode evaluation(JsonNode request) {
      String person = request.get("subject").get("id").asString();
      String action = request.get("action").get("name").asString();
      String resource = request.get("resource").get("id").asString();
      String entry = LedgerEntryId.create().toString();
      asked.add("%s %s %s -> %s".formatted(person, action, resource, entry));
      return JSON.valueToTree(
          Map.of(
              "decision", isPermitted(person, action, resource, request),
              "context", Map.of("entry", entry)));
    }

    private boolean isPermitted(String person, String action, String resource, JsonNode request) {
      if (request.get("resource").get("type").asString().equals("case")) {
        return permits.contains(person + " " + action + " " + resource);
      }
      JsonNode registered = labels.get(resource);
      if (action.equals("find") && raced.remove(person + " " + resource)) {
        return false;
      }
      return registered != null
          && permits.contains(person + " " + action + " " + registered.get("case").asString())
          && !isShut(person, registered);
    }

    private boolean isShut(String person, JsonNode registered) {
      return walled.contains(person + " " + registered.get("version").asString())
          || (registered.path("quarantined").asBoolean(false)
              && !permits.contains(
                  person + " decideQuarantine " + registered.get("case").asString()));
    }

    private static ResponseDefinition json(JsonNode body) {
      return new ResponseDefinitionBuilder()
          .withStatus(200)
          .withHeader("Content-Type", "application/json")
          .withBody(JSON.writeValueAsString(body))
          .build();
    }
  }
}
