package org.cordon.evidence.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a worker sees from inside: the proof of its isolation.
 *
 * @param network whether any network interface is up
 * @param secrets whether it can read one of the files that must be hidden from it
 * @param environment whether it has environment variables other than the plain ones it is given
 * @param processes whether it can see the process that started it
 * @param user its numeric user
 * @param memoryScratch whether its scratch folder is in memory, so that no plaintext reaches a disk
 */
public record Surroundings(
    boolean network,
    boolean secrets,
    boolean environment,
    boolean processes,
    int user,
    boolean memoryScratch) {
  /** The user that owns nothing. */
  public static final int NOBODY = 65534;

  private static final Set<String> PLAIN = Set.of("PATH", "LANG", "PWD", "SHLVL", "_", "OLDPWD");

  static Surroundings seenFrom(Path scratch, List<String> hidden) throws IOException {
    return new Surroundings(
        hasNetwork(),
        hidden.stream()
            .anyMatch(each -> Files.isReadable(Path.of(each)) && isFilled(Path.of(each))),
        !PLAIN.containsAll(System.getenv().keySet()),
        ProcessHandle.current().parent().isPresent(),
        (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"),
        Files.getFileStore(scratch).type().equals("tmpfs"));
  }

  private static boolean hasNetwork() {
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (each.isUp()) {
          return true;
        }
      }
      return false;
    } catch (SocketException _) {
      // Where there is no interface at all, the question itself is refused.
      return false;
    }
  }

  private static boolean isFilled(Path path) {
    try {
      return Files.isRegularFile(path) && Files.size(path) > 0;
    } catch (IOException _) {
      return false;
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(Frames.HELLO);
    out.writeBoolean(network);
    out.writeBoolean(secrets);
    out.writeBoolean(environment);
    out.writeBoolean(processes);
    out.writeInt(user);
    out.writeBoolean(memoryScratch);
    out.flush();
  }

  /** Reads what a worker said after {@link Frames#HELLO}. */
  public static Surroundings read(DataInputStream in) throws IOException {
    return new Surroundings(
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readInt(),
        in.readBoolean());
  }
}
