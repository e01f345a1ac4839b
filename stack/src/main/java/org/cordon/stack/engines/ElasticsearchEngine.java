package org.cordon.stack.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;

/** One Elasticsearch node with security on and one user, who may manage Cordon's indices. */
public final class ElasticsearchEngine implements Engine {
  private static final String USER = "cordon";

  private final EngineFolder engines;
  private final Place place;
  private final String password;
  private final String indices;

  /**
   * @param indices the pattern of names that the user may make and use
   */
  public ElasticsearchEngine(EngineFolder engines, Place place, String password, String indices) {
    this.indices = indices;
    this.engines = engines;
    this.place = place;
    this.password = Secrets.requirePlain(password);
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  public String url() {
    return "http://127.0.0.1:" + place.port();
  }

  public String username() {
    return USER;
  }

  public String password() {
    return password;
  }

  @Override
  public Launch prepare() throws IOException {
    var home = engines.elasticsearch();
    Files.createDirectories(place.above());
    var runner = Unprivileged.reading(home, place.above());
    OwnerOnly.createDirectory(place.data());
    var configuration = place.data().resolve("config");
    var temporary = place.data().resolve("tmp");
    for (var folder : List.of(configuration, temporary, place.data().resolve("logs"))) {
      OwnerOnly.createDirectory(folder);
    }
    write(configuration.resolve("elasticsearch.yml"), settings());
    write(configuration.resolve("jvm.options"), JVM_OPTIONS);
    write(configuration.resolve("log4j2.properties"), LOGGING);
    write(configuration.resolve("users"), USER + ":" + Pbkdf2.hash(password) + "\n");
    write(configuration.resolve("users_roles"), "cordon:" + USER + "\n");
    write(configuration.resolve("roles.yml"), roles());
    write(configuration.resolve("role_mapping.yml"), "");
    runner.own(place.data());
    return new Launch(
        name(),
        runner.command(List.of(home.resolve("bin/elasticsearch").toString())),
        Map.of(
            "ES_JAVA_HOME", Java.home().toString(),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", temporary.toString(),
            "HOME", place.data().toString(),
            // The small JVM that watches over the server.
            "CLI_JAVA_OPTS", "-Xmx32m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
        place.data(),
        place.log(),
        Launch.StopSignal.TERM);
  }

  private static void write(Path file, String content) throws IOException {
    OwnerOnly.write(file, content);
  }

  private String settings() {
    return """
    cluster.name: cordon
    node.name: cordon
    discovery.type: single-node
    network.host: 127.0.0.1
    http.port: %d
    transport.port: 0
    path.data: %s
    path.logs: %s
    cluster.routing.allocation.disk.threshold_enabled: false
    # A small heap with the serial collector fills up before it is swept: what counts is what is reserved.
    indices.breaker.total.use_real_memory: false
    xpack.security.enabled: true
    xpack.security.autoconfiguration.enabled: false
    xpack.security.enrollment.enabled: false
    xpack.security.http.ssl.enabled: false
    xpack.security.transport.ssl.enabled: false
    xpack.security.authc.reserved_realm.enabled: false
    xpack.security.authc.realms.file.file1.order: 0
    xpack.security.authc.realms.native.native1.enabled: false
    xpack.security.authc.realms.native.native1.order: 1
    """
        .formatted(place.port(), place.data().resolve("data"), place.data().resolve("logs"));
  }

  @Override
  public HealthCheck health() {
    var credentials =
        Base64.getEncoder()
            .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(url() + "/_cluster/health"))
            .header("Authorization", "Basic " + credentials)
            .timeout(Duration.ofSeconds(4))
            .build();
    return HealthCheck.http(request, status -> status == 200);
  }

  private static final String JVM_OPTIONS =
      """
      -Xms256m
      -Xmx512m
      -XX:+UseSerialGC
      -XX:-AlwaysPreTouch
      -XX:TieredStopAtLevel=1
      -XX:+ExitOnOutOfMemoryError
      -XX:-HeapDumpOnOutOfMemoryError
      -Djava.io.tmpdir=${ES_TMPDIR}
      # Roles are in a file; the index that would list them needs filters that are not there.
      -Des.queryable_built_in_roles_enabled=false
      -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
      """;

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      logger.licence.name = org.elasticsearch.license
      logger.licence.level = error
      # They ask for settings of the machine that a node on the loopback address does without.
      logger.checks.name = org.elasticsearch.bootstrap.BootstrapChecks
      logger.checks.level = error
      logger.vectors.name = org.apache.lucene.internal.vectorization
      logger.vectors.level = error
      logger.telemetry.name = io.opentelemetry.usage
      logger.telemetry.level = error
      """;

  private String roles() {
    return """
    cordon:
      cluster: [ 'monitor', 'manage_index_templates' ]
      indices:
        - names: [ '%s' ]
          privileges: [ 'all' ]
    """
        .formatted(indices);
  }
}
