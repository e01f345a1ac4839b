package org.cordon.evidence.extraction;

import static org.cordon.evidence.extraction.worker.Surroundings.NOBODY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways to shut a worker in, strongest first; which of them the system allows is found by trying.
 */
enum Isolation {
  /**
   * For a service that runs as root: new network, mount and process namespaces, another user, no
   * capabilities.
   */
  OTHER_USER,
  /** The same without another user, by way of a user namespace. */
  USER_NAMESPACE,
  /** A network namespace alone. */
  NO_NETWORK,
  /** A plain process with an empty environment. */
  PROCESS;

  private static final String NAMESPACES_OF_ROOT =
      "unshare --net --mount --ipc --pid --fork --kill-child --mount-proc";
  private static final String NAMESPACES_OF_USER =
      "unshare --user --map-root-user --net --mount --ipc --pid --fork --kill-child --mount-proc";
  private static final String GIVE_UP_PRIVILEGES =
      "setpriv --no-new-privs --bounding-set=-all --inh-caps=-all";

  /** Whether it makes sense to try it here. */
  boolean fits(boolean root) {
    return switch (this) {
      case OTHER_USER -> root;
      case USER_NAMESPACE, NO_NETWORK, PROCESS -> true;
    };
  }

  /** Whether it has mounts of its own. */
  boolean mounts() {
    return switch (this) {
      case OTHER_USER, USER_NAMESPACE -> true;
      case NO_NETWORK, PROCESS -> false;
    };
  }

  /**
   * The command that runs {@code java} shut in.
   *
   * @param scratch an existing folder; a file system in memory is mounted over it where that is
   *     possible
   * @param hidden files and folders that are covered where that is possible
   */
  List<String> command(
      List<String> java, Path scratch, long scratchBytes, Collection<Path> hidden) {
    List<String> command = new ArrayList<>();
    switch (this) {
      case OTHER_USER -> {
        command.addAll(words(NAMESPACES_OF_ROOT));
        command.addAll(
            shell(
                mounts(scratch, scratchBytes, hidden, ",uid=" + NOBODY + ",gid=" + NOBODY)
                    + "exec "
                    + GIVE_UP_PRIVILEGES
                    + " --reuid="
                    + NOBODY
                    + " --regid="
                    + NOBODY
                    + " --clear-groups nice -n 5 \"$@\""));
      }
      case USER_NAMESPACE -> {
        command.addAll(words(NAMESPACES_OF_USER));
        command.addAll(
            shell(
                mounts(scratch, scratchBytes, hidden, "")
                    + "exec "
                    + GIVE_UP_PRIVILEGES
                    + " nice -n 5 \"$@\""));
      }
      case NO_NETWORK -> command.addAll(words("unshare --user --map-root-user --net nice -n 5"));
      case PROCESS -> {}
    }
    command.addAll(java);
    return command;
  }

  private static String mounts(
      Path scratch, long scratchBytes, Collection<Path> hidden, String owner) {
    StringBuilder script = new StringBuilder("set -e; ulimit -c 0; ");
    script.append(
        "mount -t tmpfs -o nosuid,nodev,noexec,mode=0700,size=%d%s tmpfs %s; "
            .formatted(scratchBytes, owner, quoted(scratch)));
    for (Path each : hidden) {
      if (Files.isDirectory(each)) {
        script.append("mount -t tmpfs -o ro,size=4k,mode=0000 tmpfs %s; ".formatted(quoted(each)));
      } else if (Files.exists(each)) {
        script.append("mount --bind /dev/null %s; ".formatted(quoted(each)));
      }
    }
    return script.toString();
  }

  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script, "worker");
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'";
  }

  private static List<String> words(String command) {
    return Stream.of(command.split(" ", -1)).toList();
  }
}
