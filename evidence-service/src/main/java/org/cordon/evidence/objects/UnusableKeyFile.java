package org.cordon.evidence.objects;

import java.nio.file.Path;

/** The key file cannot be used, so the service must not start. */
public final class UnusableKeyFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeyFile(Path file, String reason) {
    super("The key file " + file + " (cordon.encryption.key-file) " + reason + ".");
  }
}
