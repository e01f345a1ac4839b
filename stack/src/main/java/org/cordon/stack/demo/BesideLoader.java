package org.cordon.stack.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cordon.stack.demo.DemoBeside.Circulation;
import org.cordon.stack.demo.DemoBeside.Declaration;
import org.cordon.stack.demo.DemoBeside.EarlyDiscussion;
import org.cordon.stack.demo.DemoBeside.Proceedings;
import org.cordon.stack.demo.DemoBeside.Standing;
import tools.jackson.databind.JsonNode;

/**
 * Circulates documents, then opens the proceedings: in this order, so that the wall is seen to
 * close on what went round before. Requests that carry no Idempotency-Key are looked up before they
 * are made, or change nothing the second time.
 */
final class BesideLoader {
  private final DemoManifest manifest;
  private final DemoState state;
  private final DemoApi api;
  private final DemoProgress progress;
  private final Runnable save;

  BesideLoader(
      DemoManifest manifest, DemoState state, DemoApi api, DemoProgress progress, Runnable save) {
    this.manifest = manifest;
    this.state = state;
    this.api = api;
    this.progress = progress;
    this.save = save;
  }

  void load() {
    var beside = manifest.beside();
    each("circulations", beside.circulations(), BesideLoader::name, this::circulate);
    each("declarations", beside.declarations(), BesideLoader::name, this::declare);
    each("proceedings", beside.proceedings(), BesideLoader::name, this::open);
    each("standings", beside.standings(), BesideLoader::name, this::set);
  }

  /** Whether every one of them was done. */
  static boolean isComplete(DemoBeside beside, DemoState state) {
    return state.steps().size() >= beside.size();
  }

  private static String name(Circulation circulation) {
    return "circulation/" + circulation.document();
  }

  private static String name(Declaration declaration) {
    return "declaration/" + declaration.caseKey() + "/" + declaration.person();
  }

  private static String name(Proceedings proceedings) {
    return "proceedings/" + proceedings.key();
  }

  private static String name(Standing standing) {
    return "standing/" + standing.caseKey() + "/" + standing.person();
  }

  private <T> void each(String what, List<T> all, Function<T, String> name, Consumer<T> step) {
    int done = 0;
    for (T one : all) {
      if (!state.steps().contains(name.apply(one))) {
        step.accept(one);
        state.steps().add(name.apply(one));
        save.run();
      }
      progress.reached(what, ++done, all.size());
    }
  }

  private void circulate(Circulation circulation) {
    var by = manifest.account(circulation.by());
    var item = DemoState.id(state.documents(), circulation.document());
    var version = api.show(by, "/api/evidence/items/" + item).path("version");
    var people = circulation.to().stream().map(this::person).toList();
    var outcome =
        api.post(
            by,
            "/api/access/versions/" + DemoState.uuid(version, "id") + "/circulations",
            Map.of("people", people),
            key(name(circulation)));
    if (!outcome.path("refused").isEmpty()) {
      throw new DemoFailure(
          circulation.document() + " did not go to everyone: " + outcome.path("refused"));
    }
  }

  private void declare(Declaration declaration) {
    var officer = manifest.account(declaration.person());
    var path = path(declaration.caseKey()) + "/declarations";
    if (!isThere(api.list(officer, path), declaration.person())) {
      api.post(
          officer,
          path,
          Map.of("statement", declaration.statement()),
          key("declaration/" + declaration.caseKey()));
    }
  }

  /** Of several requests; each may have been made by a run that was cut off. */
  private void open(Proceedings proceedings) {
    var path = path(proceedings.caseKey()) + "/proceedings";
    var first = proceedings.states().getFirst();
    var opened =
        Map.of(
            "kind", proceedings.kind(),
            "title", proceedings.title(),
            "walled", proceedings.walled(),
            "status", first.status(),
            "since", first.since(),
            "note", first.note());
    var name = "proceedings/" + proceedings.key();
    var id = DemoState.uuid(api.post(manifest.account(first.by()), path, opened, key(name)), "id");
    for (var matter : proceedings.matters()) {
      api.post(
          manifest.account(matter.by()),
          path + "/" + id + "/matters",
          Map.of("name", matter.name(), "description", matter.description()),
          key(name + "/" + matter.name()));
    }
    var discussion = proceedings.earlyDiscussion();
    if (discussion != null) {
      record(discussion, path + "/" + id, name);
    }
    moveOn(proceedings, path, id);
  }

  private void record(EarlyDiscussion discussion, String path, String name) {
    var body =
        Map.of(
            "heldOn", discussion.heldOn(),
            "participants", discussion.participants(),
            "timing", discussion.timing(),
            "conduct", discussion.conduct(),
            "contributors", discussion.contributors());
    api.post(
        manifest.account(discussion.by()),
        path + "/early-discussions",
        body,
        key(name + "/early-discussion"));
  }

  private void moveOn(Proceedings proceedings, String path, UUID id) {
    for (int number = 1; number < proceedings.states().size(); number++) {
      var next = proceedings.states().get(number);
      var by = manifest.account(next.by());
      if (stood(api.list(by, path), id) == number) {
        var change = new LinkedHashMap<String, Object>();
        change.put("proceedings", id);
        change.put("status", next.status());
        change.put("since", next.since());
        change.put("note", next.note());
        change.put("revision", number);
        api.patch(by, path, change);
      }
    }
  }

  /** In how many states these proceedings have been. */
  private static int stood(List<JsonNode> all, UUID id) {
    return all.stream()
        .filter(line -> line.path("id").asString("").equals(id.toString()))
        .mapToInt(line -> line.path("history").size())
        .findFirst()
        .orElse(0);
  }

  /** A standing that somebody has recorded since stays as they recorded it. */
  private void set(Standing standing) {
    var by = manifest.account(standing.by());
    var path = path(standing.caseKey()) + "/standings";
    var recorded =
        api.list(by, path).stream().filter(line -> line.path("revision").asInt(0) > 0).toList();
    if (!isThere(recorded, standing.person())) {
      var body =
          Map.of(
              "standing", standing.standing(),
              "matters", standing.matters(),
              "reason", standing.reason());
      api.put(by, path + "/" + person(standing.person()), body);
    }
  }

  private boolean isThere(List<JsonNode> lines, String person) {
    var id = person(person).toString();
    return lines.stream().anyMatch(line -> line.path("person").asString("").equals(id));
  }

  private UUID person(String key) {
    return DemoState.id(state.people(), key);
  }

  private String path(String caseKey) {
    return "/api/access/cases/" + DemoState.id(state.cases(), caseKey);
  }

  private static String key(String name) {
    return "demo:" + name;
  }
}
