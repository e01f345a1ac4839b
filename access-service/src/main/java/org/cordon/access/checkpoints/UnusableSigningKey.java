package org.cordon.access.checkpoints;

import java.io.Serial;
import java.nio.file.Path;

/** The service does not start without a key to sign checkpoints with. */
final class UnusableSigningKey extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableSigningKey(Path file, String reason) {
    super("The key file " + file + " (cordon.ledger.key-file) " + reason + ".");
  }
}
