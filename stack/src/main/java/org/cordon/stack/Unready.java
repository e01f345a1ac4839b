package org.cordon.stack;

import java.io.Serial;

/** This machine lacks something; the message says what, and what to do about it. */
final class Unready extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Unready(String message) {
    super(message);
  }
}
