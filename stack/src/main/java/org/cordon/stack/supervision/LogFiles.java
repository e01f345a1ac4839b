package org.cordon.stack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Keeps every log below a limit: a long one is copied to {@code NAME.log.1} and emptied, which the
 * process that appends to it does not notice.
 */
public final class LogFiles {
  private static final long LIMIT = 20L * 1024 * 1024;

  private final Path folder;
  private final long limit;

  public LogFiles(Path folder) {
    this(folder, LIMIT);
  }

  LogFiles(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  void bound() {
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
        if (Files.size(file) > limit) {
          var older = file.resolveSibling(file.getFileName() + ".1");
          Files.copy(
              file, older, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
          try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot shorten the logs in " + folder, e);
    }
  }
}
