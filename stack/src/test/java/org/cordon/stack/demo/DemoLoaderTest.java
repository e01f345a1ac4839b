package org.cordon.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoLoaderTest {
  private static final DemoManifest DEMO = DemoManifest.bundled();

  @TempDir private Path folder;
  private FakeCordon cordon;
  private final Map<String, DemoAccounts.Account> keycloak = new TreeMap<>();
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    cordon = new FakeCordon();
  }

  @AfterEach
  void stop() {
    cordon.close();
  }

  /** Accounts by name, like a realm; a second id for the same name would be seen. */
  private final class Realm implements DemoAccounts {
    @Override
    public void ensureClient() {}

    @Override
    public void ensure(Account account) {
      var before = keycloak.put(account.account(), account);
      assertThat(before == null || before.person().equals(account.person())).isTrue();
      cordon.beside.person("Bearer " + account.account(), account.person().toString());
    }
  }

  private DemoSummary load() {
    var settings = new DemoLoader.Settings(cordon.address(), "password", stateFile());
    DemoProgress told = (what, done, total) -> progress.add(what + " " + done + "/" + total);
    return new DemoLoader(DEMO, settings, new Realm(), told, Clock.systemUTC()).load();
  }

  private Path stateFile() {
    return folder.resolve("state/demo.json");
  }

  @Test
  void everythingInTheManifestIsThereAfterwards() {
    var summary = load();

    assertThat(cordon.cases).hasSize(DEMO.cases().size());
    assertThat(cordon.uploads).hasSize(DEMO.documents().size());
    assertThat(cordon.people).hasSize(places());
    assertThat(keycloak).hasSize(DEMO.people().size());
    assertThat(summary.complete()).isTrue();
    assertThat(summary.cases()).hasSize(DEMO.cases().size());
    assertThat(summary.accounts()).hasSize(DEMO.people().size());
    assertThat(progress)
        .contains("documents %1$d/%1$d".formatted(DEMO.documents().size()))
        .last()
        .isEqualTo("standings %1$d/%1$d".formatted(DEMO.beside().standings().size()));
  }

  @Test
  void aFileArrivesByteForByteWithItsMetadataInIdsOfTheInstallation() {
    load();

    for (var document : DEMO.documents()) {
      var upload =
          cordon.uploads.stream()
              .filter(u -> u.metadata().path("title").asString("").equals(document.title()))
              .findFirst()
              .orElseThrow();
      assertThat(upload.body().getBytes(StandardCharsets.ISO_8859_1))
          .isEqualTo(DEMO.content(document));
      assertThat(upload.fileName()).isEqualTo(document.fileName());
      assertThat(upload.metadata().path("accountsOf").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(document.accountsOf().stream().map(p -> personId(p)).toList());
    }
  }

  @Test
  void nothingIsDoneTwiceWhenItIsRunAgain() {
    load();
    var before = Map.copyOf(cordon.people);
    cordon.requests = 0;

    load();

    assertThat(cordon.uploads).hasSize(DEMO.documents().size());
    assertThat(cordon.people).isEqualTo(before);
    // A token and one list of people for each case; nothing else was asked for.
    assertThat(cordon.requests).isEqualTo(1 + DEMO.cases().size());
  }

  @Test
  void aRunThatWasKilledIsTakenUpWithoutDoubles() throws IOException {
    load();
    int whole = cordon.requests;
    for (int cut = 2; cut <= whole; cut += Math.max(1, whole / 12)) {
      keycloak.clear();
      cordon.close();
      cordon = new FakeCordon();
      Files.deleteIfExists(stateFile());
      var asked = cordon;
      killedAfter(cut);

      load();

      assertThat(asked.cases).as("cut at %d", cut).hasSize(DEMO.cases().size());
      assertThat(new HashSet<>(asked.agencies)).hasSameSizeAs(asked.agencies);
      assertThat(asked.uploads).as("cut at %d", cut).hasSize(DEMO.documents().size());
      assertThat(asked.people).as("cut at %d", cut).hasSize(places());
    }
  }

  /**
   * The front door does the work of request {@code cut} and the loader dies before it can note it.
   */
  private void killedAfter(int cut) {
    cordon.loseAnswersFrom = cut;
    var killed =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, _) -> {})
            .start(() -> {
              load();
            });
    while (killed.isAlive() && cordon.requests < cut) {
      Thread.onSpinWait();
    }
    killed.interrupt();
    join(killed);
    cordon.loseAnswersFrom = 0;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatGoesRoundDoesSoBeforeTheProceedingsThatWallIt() {
    load();

    var events = cordon.beside.events;
    assertThat(events.indexOf("Bearer hilary.stanforth opens"))
        .isGreaterThan(events.lastIndexOf("Bearer hilary.stanforth circulates"))
        .isGreaterThan(events.lastIndexOf("Bearer gareth.imlach circulates"));
    for (var circulation : DEMO.beside().circulations()) {
      var item = Objects.requireNonNull(state().documents().get(circulation.document()));
      assertThat(cordon.beside.circulated.get(FakeProceedings.versionOf(item.toString())))
          .as(circulation.document())
          .containsExactlyInAnyOrderElementsOf(
              circulation.to().stream().map(this::personId).toList());
    }
  }

  @Test
  void theProceedingsHaveTheirStatesMattersAndEarlyDiscussion() {
    load();

    requireProceedings();
  }

  /** Nothing is missing and nothing is there twice. */
  private void requireProceedings() {
    var beside = cordon.beside;
    assertThat(beside.proceedings.values())
        .containsExactlyElementsOf(
            DEMO.beside().proceedings().stream()
                .map(it -> it.states().stream().map(DemoBeside.State::status).toList())
                .toList());
    assertThat(beside.recorded.values())
        .containsExactlyElementsOf(
            DEMO.beside().proceedings().stream().map(DemoLoaderTest::recorded).toList());
    assertThat(beside.declarations).hasSameSizeAs(DEMO.beside().declarations());
    assertThat(beside.declarations.values()).containsOnly(1);
    assertThat(beside.standings.values())
        .containsExactlyElementsOf(
            DEMO.beside().standings().stream().map(it -> List.of(it.standing())).toList());
  }

  private static List<String> recorded(DemoBeside.Proceedings proceedings) {
    var recorded = new ArrayList<String>();
    proceedings.matters().forEach(matter -> recorded.add(matter.name()));
    if (proceedings.earlyDiscussion() != null) {
      recorded.add("talked");
    }
    return recorded;
  }

  @Test
  void whatRunsBesideACaseIsTakenUpWithoutDoublesWhereverItWasCut() throws IOException {
    load();
    int whole = cordon.requests;
    int last = cordon.beside.events.size() + 20;
    for (int cut = whole - last; cut <= whole; cut += 3) {
      keycloak.clear();
      cordon.close();
      cordon = new FakeCordon();
      Files.deleteIfExists(stateFile());
      killedAfter(cut);

      load();

      requireProceedings();
    }
  }

  @Test
  void aStateFromBeforeThereWereProceedingsIsBroughtUpToDate() throws IOException {
    load();
    var old = Files.readString(stateFile()).replaceAll("(?s),\\s*\"steps\" : \\[.*?]", "");
    assertThat(old).doesNotContain("steps");
    Files.writeString(stateFile(), old);
    assertThat(DemoSummary.read(stateFile()).complete()).isFalse();

    assertThat(load().complete()).isTrue();
    requireProceedings();
  }

  @Test
  void aBusyFrontDoorIsAskedAgain() {
    cordon.busyEvery = 9;

    assertThat(load().complete()).isTrue();
    assertThat(cordon.uploads).hasSize(DEMO.documents().size());
  }

  @Test
  void aRefusalEndsItWithTheStepAndTheAnswer() {
    cordon.refused = "/documents";

    assertThatThrownBy(this::load)
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("/documents as alison.keeble")
        .hasMessageContaining("answered 403")
        .hasMessageContaining("Not open to you.");
    assertThat(DemoSummary.read(stateFile()).complete()).isFalse();
  }

  @Test
  void someoneTakenOffACaseIsNotPutBack() {
    load();
    var left = personId("glenn.tranter");
    cordon.people.keySet().removeIf(name -> name.endsWith(left));

    load();

    assertThat(cordon.placeOf(left)).isNull();
  }

  @Test
  void theAdministratorHasAnAccountAndNoCase() {
    load();

    var administrator = Objects.requireNonNull(keycloak.get("kofi.bramwell"));
    assertThat(administrator.organisationRoles()).containsExactly("administrator");
    assertThat(cordon.placeOf(administrator.person().toString())).isNull();
  }

  private DemoState state() {
    return DemoState.read(stateFile());
  }

  private String personId(String key) {
    return Objects.requireNonNull(state().people().get(key)).toString();
  }

  private static int places() {
    return DEMO.people().stream().mapToInt(person -> person.cases().size()).sum();
  }
}
