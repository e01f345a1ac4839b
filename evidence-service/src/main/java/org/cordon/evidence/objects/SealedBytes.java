package org.cordon.evidence.objects;

import com.google.crypto.tink.util.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.stereotype.Component;

/**
 * Text and metadata, compressed and encrypted under the case's key, small enough to sit in a row.
 */
@Component
public class SealedBytes {
  private final CaseKeys keys;

  SealedBytes(CaseKeys keys) {
    this.keys = keys;
  }

  /** Plaintext goes in as a stream; only its compressed, encrypted form is ever held. */
  public final class Sealing implements AutoCloseable {
    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final OutputStream plain;

    private Sealing(ObjectName name) throws IOException {
      try {
        plain =
            new FastGzip(
                keys.forWriting(name.caseId()).newEncryptingStream(sealed, name.associatedData()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("text could not be encrypted", e);
      }
    }

    /** Where the plaintext goes. */
    public OutputStream plain() {
      return plain;
    }

    /** Ends the plaintext and returns what is stored. */
    public Bytes bytes() throws IOException {
      plain.close();
      return Bytes.copyFrom(sealed.toByteArray());
    }

    @Override
    public void close() throws IOException {
      plain.close();
    }
  }

  /** Starts sealing. */
  public Sealing seal(ObjectName name) throws IOException {
    return new Sealing(name);
  }

  /** Seals bytes that are at hand. */
  public Bytes seal(ObjectName name, byte[] plain) {
    try (Sealing sealing = new Sealing(name)) {
      sealing.plain().write(plain);
      return sealing.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals words that are at hand. */
  public byte[] sealWords(ObjectName name, String words) {
    return seal(name, words.getBytes(StandardCharsets.UTF_8)).toByteArray();
  }

  /**
   * The words that were sealed.
   *
   * @throws IntegrityFailure when the bytes were altered or belong to something else
   */
  public String openWords(ObjectName name, byte[] sealed) {
    try (InputStream plain = open(name, Bytes.copyFrom(sealed))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IntegrityFailure("stored words of " + name.version() + " are altered", e);
    }
  }

  /**
   * The plaintext, as a stream. Reading throws {@link IntegrityFailure} when the bytes were altered
   * or belong to something else.
   */
  public InputStream open(ObjectName name, Bytes sealed) {
    try {
      return new GZIPInputStream(
          new AuthenticatedInput(
              keys.forReading(name.caseId())
                  .newDecryptingStream(
                      new ByteArrayInputStream(sealed.toByteArray()), name.associatedData()),
              name));
    } catch (GeneralSecurityException | IOException e) {
      throw new IntegrityFailure("a stored text of version " + name.version() + " is altered", e);
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 16 * 1024);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Bytes from memory: any failure to read them is a failed check. */
  private static final class AuthenticatedInput extends BlockInput {
    private final InputStream in;
    private final ObjectName name;

    AuthenticatedInput(InputStream in, ObjectName name) {
      this.in = in;
      this.name = name;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new IntegrityFailure("a stored text of version " + name.version() + " is altered", e);
      }
    }
  }
}
