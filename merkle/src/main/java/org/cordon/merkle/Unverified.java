package org.cordon.merkle;

import java.io.Serial;

/**
 * A proof, a signature or a signed text is not what it would have to be; the message says in what.
 * Checked, so that nobody goes on by accident.
 */
public final class Unverified extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public Unverified(String message) {
    super(message);
  }
}
