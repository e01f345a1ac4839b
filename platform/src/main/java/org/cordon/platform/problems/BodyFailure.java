package org.cordon.platform.problems;

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

    /** More than so many bytes came. */
    public TooLarge(long allowed) {
      super("more than " + allowed + " bytes", null);
    }
  }

  /** The sender went away. */
  public static final class CutOff extends BodyFailure {
    private static final long serialVersionUID = 1L;

    /** Reading failed like this. */
    public CutOff(IOException cause) {
      super("the sender went away", cause);
    }
  }

  /** What the sender is told, if they still listen: 413 or 400. */
  public Problem asProblem() {
    return switch (this) {
      case TooLarge _ -> Problems.ofStatus(413);
      case CutOff _ -> Problems.ofStatus(400);
    };
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
