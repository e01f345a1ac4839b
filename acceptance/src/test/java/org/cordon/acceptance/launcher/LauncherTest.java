package org.cordon.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Figures;
import org.cordon.acceptance.installation.Processes;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher promises about processes, memory, doors, secrets and its own commands. */
@Order(Integer.MAX_VALUE - 30)
class LauncherTest {
  private static final long LIMIT = 5L * 1024 * 1024 * 1024;
  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final Duration SOON = Duration.ofSeconds(60);
  private final Cordon cordon = Cordon.running();

  @Test
  void everythingTogetherStaysUnderFiveGigabytesOfMemory() {
    var pids = cordon.processes().all();
    long resident = pids.stream().mapToLong(pid -> Processes.memory(pid, "Rss")).sum();
    long shared = pids.stream().mapToLong(pid -> Processes.memory(pid, "Pss")).sum();
    Figures.print(
        "memory of %d processes: %.0f MiB resident, %.0f MiB with shared pages counted once",
        pids.size(), resident / MEGABYTE, shared / MEGABYTE);
    assertThat(resident).isPositive().isLessThan(LIMIT);
  }

  @Test
  void everythingListensOnLoopbackOnly() {
    var listening = Processes.listening(cordon.processes().all());
    assertThat(listening).hasSizeGreaterThanOrEqualTo(8);
    assertThat(listening).allMatch(LauncherTest::isLoopback);
  }

  /** Addresses in /proc/net are hexadecimal, each group of four bytes in the machine's order. */
  private static boolean isLoopback(String address) {
    var host = address.substring(0, address.indexOf(':'));
    return (host.endsWith("7F") && host.length() == 8)
        || host.equals("00000000000000000000000001000000")
        || (host.startsWith("0000000000000000FFFF0000") && host.endsWith("7F"));
  }

  @Test
  void onlyTheOwnerReadsSecretsAndSettings() throws IOException {
    var state = cordon.installation().state();
    for (var folder : List.of("secrets", "config", "run", "logs")) {
      assertThat(permissions(state.resolve(folder))).isEqualTo("rwx------");
    }
    for (var folder : List.of("secrets", "config")) {
      try (Stream<Path> files = Files.walk(state.resolve(folder))) {
        assertThat(files.filter(Files::isRegularFile))
            .isNotEmpty()
            .allMatch(file -> permissions(file).equals("rw-------"));
      }
    }
    assertThat(permissions(state.resolve("installation.properties"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noCommandLineAndNoLogShowsASecret() throws IOException {
    var secrets = secrets();
    assertThat(secrets).hasSizeGreaterThan(5);
    for (long pid : cordon.processes().all()) {
      assertThat(Processes.commandLine(pid)).doesNotContain(secrets);
    }
    try (Stream<Path> logs = Files.list(cordon.installation().logs())) {
      for (var log : logs.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(secrets).as("secrets in %s", log).noneMatch(text::contains);
      }
    }
  }

  private List<String> secrets() throws IOException {
    var properties = new Properties();
    var file = cordon.installation().secrets().resolve("passwords.properties");
    properties.load(new StringReader(Files.readString(file)));
    var values = new ArrayList<String>();
    properties.stringPropertyNames().forEach(name -> values.add(properties.getProperty(name)));
    try (Stream<Path> files = Files.list(cordon.installation().secrets())) {
      for (var keys : files.filter(f -> f.toString().matches(".*\\.keys?")).toList()) {
        values.add(Files.readString(keys).strip());
      }
    }
    return values;
  }

  @Test
  void theStatusNamesEveryPartAndItsState() {
    var status = cordon.statusNow();
    assertThat(status.services())
        .extracting("name")
        .containsExactlyInAnyOrder(
            "gateway", "access-service", "evidence-service", "search-service");
    assertThat(status.engines())
        .extracting("name")
        .containsExactlyInAnyOrder("postgresql", "object-store", "elasticsearch", "keycloak");
    assertThat(status.services()).extracting("state").containsOnly("ready");
    assertThat(status.engines()).extracting("state").containsOnly("ready");
    assertThat(status.cases()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(status.accounts()).hasSizeGreaterThan(20);
  }

  @Test
  void aPrintedTokenOpensTheApi() {
    var printed = cordon.launcher().run(SOON, "token", "alison.keeble").requireDone().output();
    var api = Api.running();
    var request =
        api.request("/api/access/me").header("Authorization", "Bearer " + printed.strip());
    var me = api.send(request.GET()).require(200).json();
    assertThat(me.path("account").asString()).isEqualTo("alison.keeble");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"up", "down", "status", "logs", "test", "token", "bench", "verify-ledger"})
  void everyCommandExplainsItself(String command) {
    var said = cordon.launcher().run(SOON, command, "--help").requireDone().output();
    assertThat(said).contains("./cordon " + command).contains("Exit codes");
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() {
    assertThat(cordon.launcher().run(SOON, "dance").exit()).isEqualTo(2);
    assertThat(cordon.launcher().run(SOON, "status", "--dance").exit()).isEqualTo(2);
    assertThat(cordon.launcher().run(SOON, "token", "nobody.here").exit()).isEqualTo(2);
  }
}
