package org.cordon.gateway.limits;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request could not be read to its end, through no fault of a service. */
public abstract sealed class BodyFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private BodyFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** More bytes than allowed came. */
  public static final class TooLarge extends BodyFailure {
    private static final long serialVersionUID = 1L;

    TooLarge(long allowed) {
      super("more than " + allowed + " bytes", null);
    }
  }

  /** The sender went away. */
  public static final class CutOff extends BodyFailure {
    private static final long serialVersionUID = 1L;

    CutOff(IOException cause) {
      super("the sender went away", cause);
    }
  }

  /** Looks for it among the causes of a failure. */
  public static Optional<BodyFailure> in(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof BodyFailure found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
