package org.cordon.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.Supplier;

/** A stream that fails when it is read. */
public final class FailingInput extends InputStream {
  private final Supplier<Exception> failure;

  private FailingInput(Supplier<Exception> failure) {
    this.failure = failure;
  }

  /** So many bytes, then the failure: an {@link IOException} or a runtime exception. */
  public static InputStream after(int bytes, Supplier<Exception> failure) {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[bytes]), new FailingInput(failure));
  }

  @Override
  public int read() throws IOException {
    switch (failure.get()) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Exception e -> throw new IllegalStateException(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return read();
  }
}
