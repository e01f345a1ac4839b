package org.cordon.access.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import org.cordon.merkle.SigningKey;

/**
 * The key in its file. The file must exist: a key made up on the spot would sign a ledger that
 * nobody knows. Only its owner and group may read it.
 */
final class SigningKeyFile {
  private static final int MOST_BYTES = 1_000;
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private SigningKeyFile() {}

  /**
   * Reads the file.
   *
   * @throws UnusableSigningKey when it is missing, open to others, or not of the right form
   */
  static SigningKey at(Path file) {
    try {
      if (!Collections.disjoint(Files.getPosixFilePermissions(file), TOO_OPEN)) {
        throw new UnusableSigningKey(file, "may be read or written by others than its owner");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new UnusableSigningKey(file, "is too long to be one key");
      }
      return SigningKey.parse(Files.readString(file));
    } catch (IOException _) {
      throw new UnusableSigningKey(file, "cannot be read");
    } catch (IllegalArgumentException _) {
      throw new UnusableSigningKey(file, "does not hold one line name+base64");
    }
  }
}
