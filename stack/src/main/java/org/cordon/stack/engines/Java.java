package org.cordon.stack.engines;

import java.nio.file.Path;

/** The JDK that runs this program also runs what it starts. */
public final class Java {
  private Java() {}

  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  public static String executable() {
    return home().resolve("bin/java").toString();
  }
}
