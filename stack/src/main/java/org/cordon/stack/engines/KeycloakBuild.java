package org.cordon.stack.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cordon.stack.keycloak.CordonRealm;
import org.cordon.stack.processes.Tool;

/** Keycloak's own build step: fixes the database kind and the base path, once for all starts. */
final class KeycloakBuild {
  private KeycloakBuild() {}

  static void run(Path keycloak) throws IOException {
    Tool.run(
        "keycloak",
        List.of(
            "/bin/sh",
            keycloak.resolve("bin/kc.sh").toString(),
            "build",
            "--db=postgres",
            "--http-relative-path=/auth",
            "--health-enabled=false",
            "--features-disabled=" + CordonRealm.FEATURES_DISABLED),
        Map.of(
            "JAVA_HOME",
            Java.home().toString(),
            "JAVA_OPTS",
            "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
        keycloak.resolve("build.log"));
  }
}
