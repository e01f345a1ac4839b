package org.cordon.acceptance.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cordon.acceptance.installation.Cordon;

/** Real files beside the checkout, where they are there. */
public final class Material {
  private static final int SAMPLE = 25;

  private Material() {}

  /** Whether this run goes the whole length: {@code -Dcordon.all=true}. */
  public static boolean isWhole() {
    return Boolean.getBoolean("cordon.all");
  }

  private static Path folder() {
    return Cordon.running().launcher().root().resolve("../shared/material/tika-mixed").normalize();
  }

  /** Every file, or in an ordinary run some of every kind; empty where there are none. */
  public static List<Path> files() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder())) {
      var all = listed.filter(Files::isRegularFile).sorted().toList();
      if (isWhole()) {
        return all;
      }
      int step = Math.max(1, all.size() / SAMPLE);
      return Stream.iterate(0, i -> i < all.size(), i -> i + step).map(all::get).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a file, without what a multipart header cannot carry. */
  public static String name(Path file) {
    return file.getFileName().toString();
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
