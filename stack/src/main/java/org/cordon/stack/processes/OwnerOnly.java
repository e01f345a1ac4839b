package org.cordon.stack.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files (0600) and folders (0700) that nobody but their owner can read, from their first byte. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Makes the folder and those above it; one that exists is closed to others. */
  public static Path createDirectory(Path folder) throws IOException {
    var closed = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(closed));
    Files.setPosixFilePermissions(folder, closed);
    return folder;
  }

  /** Makes an empty file unless there is one; one that exists keeps its content. */
  public static void createFile(Path file) throws IOException {
    var closed = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(closed));
    } catch (FileAlreadyExistsException _) {
      Files.setPosixFilePermissions(file, closed);
    }
  }

  /** Replaces the whole content at once: a reader sees the old text or the new, never a part. */
  public static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the whole content at once: a reader sees the old bytes or the new, never a part. */
  public static void write(Path file, byte[] content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var draft =
        Files.createTempFile(
            folder,
            ".draft-",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
