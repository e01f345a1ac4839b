package org.cordon.stack.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;

/** S3Proxy: the S3 protocol over a local folder. */
public final class ObjectStoreEngine implements Engine {
  private final EngineFolder engines;
  private final Place place;
  private final String accessKey;
  private final String secretKey;

  public ObjectStoreEngine(EngineFolder engines, Place place, String accessKey, String secretKey) {
    this.engines = engines;
    this.place = place;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  @Override
  public String name() {
    return "object-store";
  }

  public String endpoint() {
    return "http://127.0.0.1:" + place.port();
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }

  @Override
  public Launch prepare() throws IOException {
    var home = engines.objectStore();
    var objects = place.data().resolve("objects");
    OwnerOnly.createDirectory(place.data());
    OwnerOnly.createDirectory(objects);
    var configuration = place.data().resolve("s3proxy.properties");
    OwnerOnly.write(configuration, properties(objects));
    var logging = place.data().resolve("logback.xml");
    Files.writeString(logging, LOGGING);
    var command =
        List.of(
            Java.executable(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Dlogback.configurationFile=" + logging,
            "-cp",
            home + "/*",
            "org.gaul.s3proxy.Main",
            "--properties",
            configuration.toString());
    return new Launch(name(), command, Map.of(), place.data(), place.log(), Launch.StopSignal.TERM);
  }

  private String properties(Path objects) {
    return """
    s3proxy.endpoint=%s
    s3proxy.authorization=aws-v2-or-v4
    s3proxy.identity=%s
    s3proxy.credential=%s
    jclouds.provider=filesystem-nio2
    jclouds.identity=unused
    jclouds.credential=unused
    jclouds.filesystem.basedir=%s
    """
        .formatted(endpoint(), accessKey, secretKey, objects);
  }

  /** Any answer will do: without a signature it is a refusal. */
  @Override
  public HealthCheck health() {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint() + "/")).timeout(Duration.ofSeconds(4)).build();
    return HealthCheck.http(request, status -> status == 403);
  }

  /** At its default level S3Proxy logs every step of every request and runs at a quarter speed. */
  private static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %-5level %logger{30} %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="out"/></root>
      </configuration>
      """;
}
