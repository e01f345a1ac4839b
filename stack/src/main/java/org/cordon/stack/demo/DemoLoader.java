package org.cordon.stack.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.stack.demo.DemoManifest.Document;
import org.cordon.stack.demo.DemoManifest.Person;
import org.cordon.stack.demo.DemoManifest.Place;
import org.cordon.stack.engines.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * Puts the demo into a running installation: accounts into Keycloak, then cases, agencies, people
 * and documents through Cordon's own front door, and what runs beside the cases, each as someone
 * whose role allows it.
 *
 * <p>May be killed at any point and run again: what the state file has is not done twice, and what
 * was done but not yet noted is found by its Idempotency-Key, its place in the case or its account
 * name. A person who was since taken off a case is not put back.
 */
public final class DemoLoader {
  private final DemoManifest manifest;
  private final Settings settings;
  private final DemoAccounts accounts;
  private final DemoProgress progress;
  private final Clock clock;

  /**
   * The installation that is loaded.
   *
   * @param address the front door, without a slash at the end
   * @param password the one password of all the demo's accounts
   * @param stateFile where progress and ids are kept, readable by its owner alone
   */
  public record Settings(String address, String password, Path stateFile) {}

  /** The demo that comes with the program. */
  public DemoLoader(Settings settings, DemoAccounts accounts, DemoProgress progress) {
    this(DemoManifest.bundled(), settings, accounts, progress, Clock.systemUTC());
  }

  DemoLoader(
      DemoManifest manifest,
      Settings settings,
      DemoAccounts accounts,
      DemoProgress progress,
      Clock clock) {
    this.manifest = manifest;
    this.settings = settings;
    this.accounts = accounts;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Loads what is not there yet.
   *
   * @throws DemoFailure when a step is refused or gets no answer; run again to go on from there
   */
  public DemoSummary load() {
    var state = DemoState.read(settings.stateFile());
    givePeopleIds(state);
    makeAccounts(state);
    try (var api = new DemoApi(settings.address(), settings.password())) {
      openCases(state, api);
      addAgencies(state, api);
      givePlaces(state, api);
      uploadDocuments(state, api);
      new BesideLoader(manifest, state, api, progress, () -> save(state)).load();
    }
    return DemoSummary.of(manifest, state);
  }

  /** Before anything else, so that an account that was made never gets a second id. */
  private void givePeopleIds(DemoState state) {
    for (var person : manifest.people()) {
      state.people().computeIfAbsent(person.key(), _ -> Uuid7.create(clock));
    }
    save(state);
  }

  private void makeAccounts(DemoState state) {
    accounts.ensureClient();
    for (var person : manifest.people()) {
      if (!state.accounts().contains(person.key())) {
        accounts.ensure(
            new DemoAccounts.Account(
                person.account(),
                person.name(),
                person.email(),
                DemoState.id(state.people(), person.key()),
                person.organisationRoles(),
                settings.password()));
        state.accounts().add(person.key());
        save(state);
      }
      progress.reached("accounts", state.accounts().size(), manifest.people().size());
    }
  }

  private void openCases(DemoState state, DemoApi api) {
    for (var entry : manifest.cases()) {
      if (!state.cases().containsKey(entry.key())) {
        var body =
            Map.of(
                "reference", entry.reference(),
                "title", entry.title(),
                "reviewType", entry.reviewType());
        var answer = api.post(opener(entry.key()), "/api/access/cases", body, key(entry.key()));
        state.cases().put(entry.key(), DemoState.uuid(answer, "id"));
        save(state);
      }
      progress.reached("cases", state.cases().size(), manifest.cases().size());
    }
  }

  private void addAgencies(DemoState state, DemoApi api) {
    for (var agency : manifest.agencies()) {
      for (var caseKey : agency.cases()) {
        var name = caseKey + "/" + agency.key();
        if (!state.agencies().containsKey(name)) {
          var answer =
              api.post(
                  opener(caseKey),
                  path(state, caseKey) + "/agencies",
                  Map.of("name", agency.name()),
                  key(name));
          state.agencies().put(name, DemoState.uuid(answer, "id"));
          save(state);
        }
      }
    }
  }

  private void givePlaces(DemoState state, DemoApi api) {
    int total = manifest.people().stream().mapToInt(person -> person.cases().size()).sum();
    for (var entry : manifest.cases()) {
      var there =
          api.list(opener(entry.key()), path(state, entry.key()) + "/people").stream()
              .map(line -> DemoState.uuid(line, "person"))
              .collect(Collectors.toSet());
      for (var person : manifest.people()) {
        for (var place : person.cases()) {
          if (place.caseKey().equals(entry.key())) {
            givePlace(
                state,
                api,
                person,
                place,
                there.contains(DemoState.id(state.people(), person.key())));
            progress.reached("people", state.places().size(), total);
          }
        }
      }
    }
  }

  private void givePlace(DemoState state, DemoApi api, Person person, Place place, boolean there) {
    var name = place.caseKey() + "/" + person.key();
    if (state.places().contains(name)) {
      return;
    }
    if (!there) {
      var body = new LinkedHashMap<String, @Nullable Object>();
      body.put("name", person.name());
      body.put("agency", agency(state, place.caseKey(), place.agency()));
      body.put("roles", place.roles());
      api.put(
          opener(place.caseKey()),
          path(state, place.caseKey()) + "/people/" + DemoState.id(state.people(), person.key()),
          body);
    }
    state.places().add(name);
    save(state);
  }

  private void uploadDocuments(DemoState state, DemoApi api) {
    for (var document : manifest.documents()) {
      if (!state.documents().containsKey(document.file())) {
        var upload =
            new DemoApi.Upload(
                document.fileName(),
                manifest.content(document),
                metadata(state, document),
                key(document.file()));
        var path =
            "/api/evidence/cases/" + DemoState.id(state.cases(), document.caseKey()) + "/documents";
        var answer = api.upload(manifest.account(document.uploadedBy()), path, upload);
        state.documents().put(document.file(), DemoState.uuid(answer, "item"));
        save(state);
      }
      progress.reached("documents", state.documents().size(), manifest.documents().size());
    }
  }

  private static Map<String, @Nullable Object> metadata(DemoState state, Document document) {
    var metadata = new LinkedHashMap<String, @Nullable Object>();
    metadata.put("title", document.title());
    metadata.put("date", document.date());
    metadata.put("agency", agency(state, document.caseKey(), document.agency()));
    metadata.put("author", document.author());
    metadata.put("documentType", document.documentType());
    metadata.put(
        "accountsOf",
        document.accountsOf().stream()
            .map(person -> DemoState.id(state.people(), person))
            .toList());
    metadata.put("delicate", document.delicate());
    metadata.put("originator", agency(state, document.caseKey(), document.originator()));
    metadata.values().removeIf(value -> value == null || value.equals(List.of()));
    return metadata;
  }

  /** The person who opens the case: its business manager. */
  private String opener(String caseKey) {
    return manifest.people().stream()
        .filter(person ->
            person.cases().stream()
                .anyMatch(place ->
                    place.caseKey().equals(caseKey) && place.roles().contains("BUSINESS_MANAGER")))
        .map(Person::account)
        .findFirst()
        .orElseThrow(() -> new DemoFailure("Nobody in the demo may open the case " + caseKey));
  }

  private static String path(DemoState state, String caseKey) {
    return "/api/access/cases/" + DemoState.id(state.cases(), caseKey);
  }

  private static @Nullable UUID agency(DemoState state, String caseKey, @Nullable String agency) {
    return agency == null ? null : DemoState.id(state.agencies(), caseKey + "/" + agency);
  }

  private static String key(String name) {
    return "demo:" + name;
  }

  private void save(DemoState state) {
    state.write(settings.stateFile());
  }
}
