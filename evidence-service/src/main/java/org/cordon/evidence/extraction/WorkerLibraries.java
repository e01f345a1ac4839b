package org.cordon.evidence.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The class path of a worker: this program's own, put where another user can read it. Jars are
 * linked where the file system allows it and copied otherwise; an application packed into one jar
 * is unpacked.
 */
final class WorkerLibraries {
  private static final String NESTED = "BOOT-INF/lib/";
  private static final String NESTED_CLASSES = "BOOT-INF/classes/";

  private WorkerLibraries() {}

  /** The class path as it is, for a worker that runs as the same user and can read it. */
  static String inPlace() {
    return System.getProperty("java.class.path");
  }

  /** Whether a worker can use the class path without anything being unpacked. */
  static boolean isUsableInPlace() {
    return !isPackedIntoOne();
  }

  /** Puts everything below {@code folder} and returns the class path. */
  static String stagedIn(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    open(folder);
    List<String> classPath = new ArrayList<>();
    if (isPackedIntoOne()) {
      unpack(Path.of(inPlace()), folder, classPath);
    } else {
      stage(folder, classPath);
    }
    return String.join(File.pathSeparator, classPath);
  }

  private static boolean isPackedIntoOne() {
    String path = inPlace();
    if (path.contains(File.pathSeparator) || !path.endsWith(".jar")) {
      return false;
    }
    try (JarFile jar = new JarFile(path)) {
      return jar.getEntry(NESTED) != null;
    } catch (IOException _) {
      return false;
    }
  }

  private static void stage(Path folder, List<String> classPath) throws IOException {
    int number = 0;
    List<Path> entries = new ArrayList<>();
    for (String each : inPlace().split(File.pathSeparator, -1)) {
      if (!each.isEmpty()) {
        entries.add(Path.of(each).toAbsolutePath());
      }
    }
    for (Path entry : withManifestPaths(entries)) {
      Path target = folder.resolve(number++ + "-" + entry.getFileName());
      if (Files.isDirectory(entry)) {
        copyTree(entry, target);
      } else {
        linkOrCopy(entry, target);
      }
      classPath.add(target.toString());
    }
  }

  /** A jar that names its libraries in its manifest would look for them beside its copy. */
  private static List<Path> withManifestPaths(List<Path> entries) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path entry : entries) {
      if (!Files.exists(entry)) {
        continue;
      }
      all.add(entry);
      if (Files.isRegularFile(entry) && entries.size() < 5) {
        try (JarFile jar = new JarFile(entry.toFile())) {
          String named =
              jar.getManifest() == null
                  ? null
                  : jar.getManifest().getMainAttributes().getValue("Class-Path");
          for (String each : named == null ? new String[0] : named.trim().split("\\s+", -1)) {
            Path library = entry.resolveSibling(each);
            if (Files.isRegularFile(library)) {
              all.add(library);
            }
          }
        }
      }
    }
    return all;
  }

  private static void unpack(Path application, Path folder, List<String> classPath)
      throws IOException {
    Path classes = folder.resolve("classes");
    classPath.add(classes.toString());
    try (JarFile jar = new JarFile(application.toFile())) {
      for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
        Path target;
        if (entry.getName().startsWith(NESTED) && entry.getName().endsWith(".jar")) {
          target = folder.resolve(entry.getName().substring(NESTED.length()));
          classPath.add(target.toString());
        } else if (entry.getName().startsWith(NESTED_CLASSES) && !entry.isDirectory()) {
          target = classes.resolve(entry.getName().substring(NESTED_CLASSES.length()));
        } else {
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.forEach(WorkerLibraries::openQuietly);
    }
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    boolean readable =
        Files.getPosixFilePermissions(from).contains(PosixFilePermission.OTHERS_READ);
    try {
      if (readable) {
        Files.createLink(to, from);
        return;
      }
    } catch (IOException | UnsupportedOperationException _) {
      // another file system: copied below
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    open(to);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            open(Files.createDirectories(to.resolve(from.relativize(folder).toString())));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            open(target);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void openQuietly(Path path) {
    try {
      open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
