package org.cordon.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Public test sets that nobody on this project wrote, in {@code ../shared/material} beside the
 * checkout, or in the folder that {@code -Dcordon.material=} names. They are not part of the
 * repository, so what reads them is skipped where they are not.
 */
public final class Material {
  private Material() {}

  /** Whether this run goes the whole length: {@code -Dcordon.all=true}. */
  public static boolean isWhole() {
    return Boolean.getBoolean("cordon.all");
  }

  /** The folder of that name; the test is skipped where there is none. */
  public static Path require(String name) {
    Path folder = folder(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped, for these test sets are not here: " + folder);
    return folder;
  }

  /** The folder of that name, whether it is there or not. */
  public static Path folder(String name) {
    String named = System.getProperty("cordon.material", "");
    Path root =
        named.isEmpty()
            ? Path.of(System.getProperty("cordon.root", "..")).resolve("../shared/material")
            : Path.of(named);
    return root.resolve(name).toAbsolutePath().normalize();
  }

  /** Says what a whole run has found; an ordinary one is quiet. */
  public static void report(String found) {
    if (isWhole()) {
      System.out.println(found);
    }
  }
}
