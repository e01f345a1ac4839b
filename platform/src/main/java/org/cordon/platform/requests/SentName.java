package org.cordon.platform.requests;

import java.nio.file.InvalidPathException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The name of a file as its sender gave it. */
public final class SentName {
  private SentName() {}

  /**
   * The name, of any script. The library that reads uploads asks the file system whether it could
   * hold a name, and throws for a letter that the machine's locale lacks; but no path is ever made
   * of it here.
   *
   * @param name asks that library
   */
  public static @Nullable String of(Supplier<@Nullable String> name) {
    try {
      return name.get();
    } catch (InvalidPathException unheldHere) {
      return unheldHere.getInput();
    }
  }
}
