package org.cordon.evidence.objects;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Ciphertext of another stream, made as it is read; holds one segment (about 1 MiB) at a time. */
final class EncryptingInput extends BlockInput {
  private final InputStream plain;
  private final Segment segment = new Segment();
  private final OutputStream encrypting;
  private final byte[] chunk = new byte[64 * 1024];
  private boolean ended;

  EncryptingInput(InputStream plain, StreamingAead key, byte[] associatedData) throws IOException {
    this.plain = plain;
    try {
      this.encrypting = key.newEncryptingStream(segment, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("content could not be encrypted", e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (segment.isUsedUp()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    return segment.take(bytes, offset, length);
  }

  private void fill() throws IOException {
    segment.reset();
    int n = plain.read(chunk);
    if (n < 0) {
      ended = true;
      encrypting.close();
    } else {
      encrypting.write(chunk, 0, n);
    }
  }

  private static final class Segment extends ByteArrayOutputStream {
    private int taken;

    boolean isUsedUp() {
      return taken == count;
    }

    int take(byte[] bytes, int offset, int length) {
      int n = Math.min(length, count - taken);
      System.arraycopy(buf, taken, bytes, offset, n);
      taken += n;
      return n;
    }

    @Override
    public synchronized void reset() {
      super.reset();
      taken = 0;
    }
  }
}
