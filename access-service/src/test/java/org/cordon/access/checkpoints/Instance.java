package org.cordon.access.checkpoints;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cordon.access.AccessServiceApplication;
import org.cordon.platform.testing.TestIssuer;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.installation.PropertiesText;
import org.cordon.stack.processes.OwnerOnly;
import org.cordon.stack.processes.Ports;

/** The service in a process of its own. */
record Instance(Process process, int port, Path log) {
  private static final Duration START = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Instance start(
      Path folder, TestIssuer issuer, PostgresEngine.Database database, Path ledgerKey)
      throws IOException {
    Files.createDirectories(folder);
    int port = Ports.free();
    var settings = new TreeMap<String, String>();
    settings.put("cordon.security.issuer", issuer.issuer());
    settings.put("cordon.security.jwk-set-uri", issuer.issuer() + "/keys");
    settings.put("cordon.security.token-uri", issuer.issuer() + "/token");
    settings.put("cordon.security.client-id", "access-service");
    settings.put("cordon.security.client-secret", "a-secret-for-tests");
    settings.put("server.port", Integer.toString(port));
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.appUser());
    settings.put("spring.datasource.password", database.appPassword());
    settings.put("spring.flyway.user", database.ownerUser());
    settings.put("spring.flyway.password", database.ownerPassword());
    settings.put("cordon.ledger.key-file", ledgerKey.toString());
    settings.put("cordon.keycloak.admin-url", "http://127.0.0.1:1/admin/realms/cordon");
    Path file = folder.resolve("settings.properties");
    OwnerOnly.write(file, PropertiesText.of(settings));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AccessServiceApplication.class.getName(),
                "--spring.config.additional-location=file:" + file)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Instance(process, port, log);
  }

  void awaitReady() throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(START);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        throw new IllegalStateException("no instance: " + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      URI health = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** At once, without a chance to finish anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }
}
