package org.cordon.evidence.objects;

import com.google.crypto.tink.util.Bytes;
import org.cordon.platform.problems.IntegrityFailure;

/**
 * The key that wraps the data keys of cases; the one door to a key file or a key management
 * service.
 */
public interface KeyEncryptionKey {

  /**
   * A data key in wrapped form.
   *
   * @param wrappedBy names the key-encryption key, so that it can be found after a rotation
   */
  record Wrapped(String wrappedBy, Bytes bytes) {}

  /** Wraps a secret of at most 4 KiB; the context must be given again to unwrap it. */
  Wrapped wrap(byte[] secret, byte[] context);

  /**
   * Unwraps what {@link #wrap} gave.
   *
   * @throws IntegrityFailure when it was altered, belongs to another context, or its key is not
   *     held here
   */
  byte[] unwrap(Wrapped wrapped, byte[] context);

  /** Where the key is kept, in words for {@code GET /api/evidence/storage}. */
  String keptIn();
}
