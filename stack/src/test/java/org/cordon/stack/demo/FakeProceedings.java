package org.cordon.stack.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items, circulations, proceedings, standings and declarations as the loader sees them. Only what
 * takes an Idempotency-Key is kept by it; a standing that is set again has one more revision, and a
 * change of another revision is refused, as in Cordon.
 */
final class FakeProceedings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ITEM = Pattern.compile("/api/evidence/items/([^/]+)");
  private static final Pattern CIRCULATION =
      Pattern.compile("/api/access/versions/([^/]+)/circulations");
  private static final Pattern IN_CASE =
      Pattern.compile(
          "/api/access/cases/([^/]+)/(proceedings|standings|declarations)(?:/([^/]+)(?:/([^/]+))?)?");

  /** What happened, in order: {@code account what}. */
  final List<String> events = new ArrayList<>();

  /** Statuses in order, by the proceedings' id. */
  final Map<String, List<String>> proceedings = new LinkedHashMap<>();

  /** Names of matters, and discussions, by the proceedings' id. */
  final Map<String, List<String>> recorded = new LinkedHashMap<>();

  /** People by version. */
  final Map<String, TreeSet<String>> circulated = new LinkedHashMap<>();

  /** What was recorded, by case and person. */
  final Map<String, List<String>> standings = new LinkedHashMap<>();

  /** How often somebody declared, by case and account. */
  final Map<String, Integer> declarations = new LinkedHashMap<>();

  private final Map<String, String> caseOf = new LinkedHashMap<>();
  private final Map<String, String> personOf = new LinkedHashMap<>();
  private final Map<String, String> answered = new LinkedHashMap<>();

  /** One request, its Idempotency-Key empty where it has none. */
  record Request(String account, String method, String path, String key, JsonNode body) {}

  /** Whether this is for us. */
  boolean knows(String path) {
    return ITEM.matcher(path).matches()
        || CIRCULATION.matcher(path).matches()
        || IN_CASE.matcher(path).matches();
  }

  /** The account's person, for what Cordon reads from the token. */
  void person(String account, String id) {
    personOf.put(account, id);
  }

  String answer(Request request) {
    var circulation = CIRCULATION.matcher(request.path());
    var inCase = IN_CASE.matcher(request.path());
    if (circulation.matches()) {
      return circulate(request, circulation.group(1));
    }
    if (inCase.matches()) {
      return switch (request.method()) {
        case "GET" -> list(inCase);
        case "PUT" -> set(request, inCase);
        case "PATCH" -> change(request);
        default -> post(request, inCase);
      };
    }
    var item = request.path().substring(request.path().lastIndexOf('/') + 1);
    return "{\"id\":\"%s\",\"version\":{\"id\":\"%s\"}}".formatted(item, versionOf(item));
  }

  static String versionOf(String item) {
    return UUID.nameUUIDFromBytes(item.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private String circulate(Request request, String version) {
    events.add(request.account() + " circulates");
    var people = circulated.computeIfAbsent(version, _ -> new TreeSet<>());
    request.body().path("people").forEach(person -> people.add(person.asString()));
    return "{\"circulated\":[],\"refused\":[]}";
  }

  private String post(Request request, Matcher path) {
    if (path.group(2).equals("declarations")) {
      declarations.merge(path.group(1) + "/" + request.account(), 1, Integer::sum);
      events.add(request.account() + " declares");
      return "{}";
    }
    return answered.computeIfAbsent(request.account() + request.key(), _ -> create(request, path));
  }

  private String create(Request request, Matcher path) {
    if (path.group(3) == null) {
      var id = UUID.randomUUID().toString();
      events.add(request.account() + " opens");
      caseOf.put(id, path.group(1));
      proceedings.put(id, new ArrayList<>(List.of(request.body().path("status").asString())));
      recorded.put(id, new ArrayList<>());
      return "{\"id\":\"" + id + "\"}";
    }
    var what = path.group(4).equals("matters") ? request.body().path("name").asString() : "talked";
    events.add(request.account() + " records " + what);
    Objects.requireNonNull(recorded.get(path.group(3))).add(what);
    return "{}";
  }

  private String change(Request request) {
    var id = request.body().path("proceedings").asString();
    var states = Objects.requireNonNull(proceedings.get(id));
    if (request.body().path("revision").asInt() != states.size()) {
      throw new IllegalStateException("The proceedings changed meanwhile");
    }
    states.add(request.body().path("status").asString());
    events.add(request.account() + " moves on");
    return "{}";
  }

  private String set(Request request, Matcher path) {
    standings
        .computeIfAbsent(path.group(1) + "/" + path.group(3), _ -> new ArrayList<>())
        .add(request.body().path("standing").asString());
    events.add(request.account() + " sets a standing");
    return "{}";
  }

  private String list(Matcher path) {
    var inCase = path.group(1) + "/";
    var lines =
        switch (path.group(2)) {
          case "proceedings" ->
              proceedings.entrySet().stream()
                  .filter(entry -> path.group(1).equals(caseOf.get(entry.getKey())))
                  .map(entry -> Map.of("id", entry.getKey(), "history", entry.getValue()))
                  .toList();
          case "standings" ->
              standings.entrySet().stream()
                  .filter(entry -> entry.getKey().startsWith(inCase))
                  .map(entry ->
                      Map.of(
                          "person", entry.getKey().substring(inCase.length()),
                          "revision", entry.getValue().size()))
                  .toList();
          default ->
              declarations.keySet().stream()
                  .filter(name -> name.startsWith(inCase))
                  .map(name ->
                      Map.of("person", personOf.getOrDefault(name.substring(inCase.length()), "")))
                  .toList();
        };
    return "{\"items\":" + JSON.writeValueAsString(lines) + ",\"next\":null}";
  }
}
