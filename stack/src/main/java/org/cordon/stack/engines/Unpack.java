package org.cordon.stack.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the engines' archives so that any user of the machine can run them and none change them.
 */
final class Unpack {
  private Unpack() {}

  /** A zip whose entries lie under one top folder, which is left out. */
  static void zip(Path archive, Path target) throws IOException {
    try (var zip = ZipFile.builder().setPath(archive).get()) {
      var entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        var entry = entries.nextElement();
        var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (name.isEmpty()) {
          continue;
        }
        var file = inside(target, name);
        if (entry.isDirectory()) {
          folder(file);
        } else {
          folder(file.getParent());
          try (var content = zip.getInputStream(entry)) {
            file(content, file, (entry.getUnixMode() & 0100) != 0 || name.endsWith(".sh"));
          }
        }
      }
    }
  }

  /** A jar that holds one .txz with the files. */
  static void embeddedTarball(Path jar, Path target) throws IOException {
    try (var outer = new ZipInputStream(Files.newInputStream(jar))) {
      for (var entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          tarball(outer, target);
          return;
        }
      }
    }
    throw new IOException(jar + " holds no .txz");
  }

  private static void tarball(InputStream packed, Path target) throws IOException {
    // Not closed here: the stream beneath belongs to the caller.
    var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(new XZCompressorInputStream(new BufferedInputStream(packed))));
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var file = inside(target, entry.getName());
      if (entry.isDirectory()) {
        folder(file);
      } else if (entry.isSymbolicLink()) {
        link(entry, file, target);
      } else if (entry.isFile()) {
        folder(file.getParent());
        file(tar, file, (entry.getMode() & 0100) != 0);
      }
    }
  }

  private static void link(TarArchiveEntry entry, Path link, Path target) throws IOException {
    folder(link.getParent());
    var destination = link.resolveSibling(entry.getLinkName()).normalize();
    if (!destination.startsWith(target)) {
      throw new IOException("A link leads out of the archive: " + entry.getName());
    }
    Files.createSymbolicLink(link, Path.of(entry.getLinkName()));
  }

  private static void file(InputStream content, Path file, boolean runnable) throws IOException {
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void folder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    var file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("An entry leads out of the archive: " + name);
    }
    return file;
  }
}
