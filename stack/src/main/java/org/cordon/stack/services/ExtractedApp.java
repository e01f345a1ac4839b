package org.cordon.stack.services;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordon.stack.engines.Java;
import org.cordon.stack.processes.Folders;
import org.cordon.stack.processes.Tool;

/**
 * A service's jar taken apart, which starts a quarter faster: {@code
 * stack/target/apps/NAME-HASH/NAME.jar} with its libraries beside it. Done once a build; an older
 * one is kept for whoever still runs it.
 */
record ExtractedApp(Path jar) {
  private static final int KEPT = 3;

  static ExtractedApp of(Path root, Service service, Path log) throws IOException {
    var built = builtJar(root.resolve(service.title()).resolve("target"), service);
    var apps = Files.createDirectories(root.resolve("stack/target/apps"));
    var target = apps.resolve(service.title() + "-" + hash(built));
    var app = new ExtractedApp(target.resolve(built.getFileName()));
    var complete = target.resolve(".complete");
    if (Files.exists(complete)) {
      return app;
    }
    var lock = apps.resolve(service.title() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.exists(complete)) {
        Tool.run(
            service.title(),
            List.of(
                Java.executable(),
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--force",
                "--destination",
                target.toString()),
            Map.of(),
            log);
        Files.createFile(complete);
        deleteOld(apps, service);
      }
    }
    return app;
  }

  private static Path builtJar(Path folder, Service service) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        var found =
            files
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .filter(file ->
                    !file.getFileName().toString().matches(".*-(tests|sources|plain)\\.jar"))
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IllegalStateException(
        service.title() + " is not built: there is no jar in " + folder);
  }

  private static String hash(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      // Not mapped into memory: the pages would count as the supervisor's for as long as it runs.
      try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
        content.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deleteOld(Path apps, Service service) throws IOException {
    try (Stream<Path> folders = Files.list(apps)) {
      var old =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> folder.getFileName().toString().startsWith(service.title() + "-"))
              .sorted(Comparator.comparing(ExtractedApp::age).reversed())
              .skip(KEPT)
              .toList();
      for (var folder : old) {
        Folders.delete(folder);
      }
    }
  }

  private static FileTime age(Path folder) {
    try {
      return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }
}
