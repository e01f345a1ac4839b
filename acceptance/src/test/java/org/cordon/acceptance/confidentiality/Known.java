package org.cordon.acceptance.confidentiality;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordon.acceptance.api.Answer;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Status.Account;
import tools.jackson.databind.JsonNode;

/**
 * What a person learns of a case by opening every door that they can find the way to: the ids they
 * meet, by name, and what each address answered.
 */
final class Known {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Enough of each kind for a case that was made for a test. */
  private static final int EACH = 40;

  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<String, String> answers = new TreeMap<>();

  private Known() {}

  /** Begins with the case and follows every id to every door that takes one of its name. */
  static Known to(Account person, String caseId, Api api, Collection<Door> doors) {
    Known known = new Known();
    known.learn("case", caseId);
    known.ids.put("number", new LinkedHashSet<>(List.of("1", "2")));
    Deque<String> asked = new ArrayDeque<>();
    int before;
    do {
      before = asked.size();
      for (Door door : doors) {
        if (door.isReading()) {
          for (List<String> values : known.ways(door, caseId)) {
            String address = door.with(values);
            if (!known.answers.containsKey(address)) {
              asked.add(address);
              known.keep(address, door, door.ask(api, person, values));
            }
          }
        }
      }
    } while (asked.size() > before);
    return known;
  }

  private void keep(String address, Door door, Answer answer) {
    answers.put(address, answer.wholly());
    if (answer.status() == 200 && answer.header("Content-Type").contains("json")) {
      String[] segments = door.path().split("/", -1);
      harvest(answer.json(), Door.singular(lastName(segments)));
    }
  }

  private static String lastName(String[] segments) {
    for (int i = segments.length - 1; i > 0; i--) {
      if (!segments[i].startsWith("{")) {
        return segments[i];
      }
    }
    return "";
  }

  private void harvest(JsonNode node, String name) {
    if (node.isString() && ID.matcher(node.asString()).matches()) {
      learn(name, node.asString());
    } else if (node.isArray()) {
      node.forEach(member -> harvest(member, name));
    } else if (node.isObject()) {
      node.properties()
          .forEach(it -> {
            boolean plain = it.getKey().equals("id") || it.getKey().equals("items");
            harvest(it.getValue(), plain ? name : Door.singular(it.getKey()));
          });
    }
  }

  private void learn(String name, String id) {
    Set<String> some = ids.computeIfAbsent(name, _ -> new LinkedHashSet<>());
    if (some.size() < EACH) {
      some.add(id);
    }
  }

  /** Every way to fill the door's address from what is known; of cases this one alone. */
  private List<List<String>> ways(Door door, String caseId) {
    List<List<String>> ways = List.of(List.of());
    for (String name : door.ids()) {
      Set<String> values =
          name.equals("case") ? Set.of(caseId) : Set.copyOf(ids.getOrDefault(name, Set.of()));
      ways =
          ways.stream()
              .flatMap(way -> values.stream().sorted().map(value -> with(way, value)))
              .toList();
    }
    return ways;
  }

  private static List<String> with(List<String> way, String value) {
    return java.util.stream.Stream.concat(way.stream(), java.util.stream.Stream.of(value)).toList();
  }

  /** The ids by name. */
  Map<String, Set<String>> ids() {
    return ids.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> Set.copyOf(it.getValue())));
  }

  /** The ids of every name. */
  Set<String> everyId() {
    Set<String> all = new HashSet<>();
    ids.values().forEach(all::addAll);
    return all;
  }

  /** What each address answered, wholly. */
  Map<String, String> answers() {
    return new LinkedHashMap<>(answers);
  }
}
