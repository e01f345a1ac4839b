package org.cordon.stack.demo;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The demo could not be loaded whole; the message says at which step and what the answer was. */
public final class DemoFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }

  DemoFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
