package org.cordon.platform.problems;

/** A proof, hash or decryption that failed: 500, an alert, no retry, never swallowed. */
public final class IntegrityFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message names ids and facts, never content; it goes to the log and not to the caller. */
  public IntegrityFailure(String message) {
    super(message);
  }

  /** With the failure underneath. */
  public IntegrityFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
