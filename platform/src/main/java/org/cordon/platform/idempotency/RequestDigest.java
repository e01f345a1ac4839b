package org.cordon.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a request asked for, in a form that is equal for equal requests and tells nobody what it
 * said: {@link IdempotentRequests} keeps that form.
 */
public final class RequestDigest {
  private RequestDigest() {}

  /** The digest of a command and what it is about; both by their text, which must be complete. */
  public static String of(String command, Object about) {
    try {
      byte[] text = String.valueOf(about).getBytes(StandardCharsets.UTF_8);
      return command
          + " "
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
