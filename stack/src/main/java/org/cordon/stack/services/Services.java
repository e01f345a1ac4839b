package org.cordon.stack.services;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordon.stack.engines.Java;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.PropertiesText;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;

/** Starts Cordon's services with what each has to know. */
public final class Services {
  private final Installation installation;
  private final ServiceSettings settings;

  public Services(Installation installation, ServiceSettings settings) {
    this.installation = installation;
    this.settings = settings;
  }

  /** Writes the service's file of properties and says what to start. */
  public Launch prepare(Service service) throws IOException {
    var log = installation.log(service.title());
    var app = ExtractedApp.of(installation.root(), service, log);
    var folder = installation.configuration(service.title());
    OwnerOnly.write(
        folder.resolve("application.properties"), PropertiesText.of(settings.of(service)));
    var scratch = OwnerOnly.createDirectory(installation.state().resolve("tmp/" + service.title()));
    return new Launch(
        service.title(),
        command(service, app.jar(), folder, scratch),
        Map.of("HOME", scratch.toString(), "TMPDIR", scratch.toString()),
        scratch,
        log,
        Launch.StopSignal.TERM);
  }

  private List<String> command(Service service, Path jar, Path configuration, Path scratch) {
    var command = new ArrayList<>(List.of(Java.executable()));
    command.add("-Xmx" + service.heapMegabytes() + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + scratch,
            "-Dcordon.installation=" + installation.state(),
            "-jar",
            jar.toString(),
            "--spring.config.additional-location=file:" + configuration + "/"));
    return command;
  }

  public HealthCheck health(Service service) {
    return HealthCheck.http(URI.create(settings.url(service) + "/actuator/health/readiness"));
  }
}
