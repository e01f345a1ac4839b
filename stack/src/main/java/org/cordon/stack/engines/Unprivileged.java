package org.cordon.stack.engines;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engines that refuse root. An ordinary user simply runs them. Root really drops its
 * privileges with {@code setpriv} to the user nobody, who is given the engine's data; where that
 * user cannot reach the files (a checkout under /root), a user namespace of its own ({@code
 * unshare}) takes root's capabilities away instead.
 */
sealed interface Unprivileged {

  /** The command as it has to be started. */
  List<String> command(List<String> command);

  /** Gives a folder of the engine's own, with all in it, to whoever will run the engine. */
  void own(Path folder) throws IOException;

  /** How an engine that reads the given files has to run here. */
  static Unprivileged reading(Path... files) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new AsIs();
    }
    var all = new ArrayList<>(List.of(files));
    all.add(Path.of(System.getProperty("java.home")));
    if (all.stream().allMatch(Unprivileged::openToOthers)) {
      var setpriv = tool("setpriv");
      if (setpriv.isPresent()) {
        return new AsNobody(setpriv.get());
      }
    }
    return new InNamespace(
        tool("unshare")
            .orElseThrow(() ->
                new IllegalStateException(
                    """
                    PostgreSQL and Elasticsearch will not run as root, and neither setpriv nor unshare is here \
                    to run them as someone else. Install util-linux, or run as an ordinary user.\
                    """)));
  }

  private static boolean openToOthers(Path path) {
    try {
      for (@Nullable Path at = path.toRealPath(); at != null; at = at.getParent()) {
        var permissions = Files.getPosixFilePermissions(at);
        if (Files.isDirectory(at) && !permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Optional<Path> tool(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The ordinary user's way: nothing to change. */
  record AsIs() implements Unprivileged {
    @Override
    public List<String> command(List<String> command) {
      return command;
    }

    @Override
    public void own(Path folder) {
      // Already ours.
    }
  }

  /** Root's way: as nobody, without capabilities and without a way back. */
  record AsNobody(Path setpriv) implements Unprivileged {
    private static final String USER = "nobody";

    @Override
    public List<String> command(List<String> command) {
      var whole =
          new ArrayList<>(
              List.of(
                  setpriv.toString(),
                  "--reuid=" + USER,
                  "--regid=65534",
                  "--clear-groups",
                  "--inh-caps=-all",
                  "--no-new-privs",
                  "--"));
      whole.addAll(command);
      return whole;
    }

    @Override
    public void own(Path folder) throws IOException {
      var owner =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                throws IOException {
              Files.setOwner(visited, owner);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.getFileAttributeView(file, PosixFileAttributeView.class).setOwner(owner);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  /**
   * Root's way where nobody cannot reach the files: still root's files, none of root's powers. The
   * user is mapped to one that has a number inside, because Elasticsearch attaches an agent to
   * itself and the JVM gives the socket for that to its own user.
   */
  record InNamespace(Path unshare) implements Unprivileged {
    @Override
    public List<String> command(List<String> command) {
      var whole =
          new ArrayList<>(
              List.of(unshare.toString(), "--user", "--map-user=65534", "--map-group=65534", "--"));
      whole.addAll(command);
      return whole;
    }

    @Override
    public void own(Path folder) {
      // The files stay root's: inside the namespace their owner is the process itself.
    }
  }
}
