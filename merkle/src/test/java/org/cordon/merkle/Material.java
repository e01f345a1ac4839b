package org.cordon.merkle;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Published vectors beside the checkout, or in the folder that cordon.material names. */
final class Material {
  private Material() {}

  /** The folder of that name; the test is left out, with a word about it, where there is none. */
  static Path require(String name) {
    String root = System.getProperty("cordon.root", ".");
    String folder = System.getProperty("cordon.material", root + "/../shared/material");
    Path material = Path.of(folder, name).normalize();
    Assumptions.assumeTrue(
        Files.isDirectory(material), () -> "left out: there are no vectors in " + material);
    return material;
  }
}
