package org.cordon.acceptance.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cordon.acceptance.installation.Cordon;

/** Bytes on a connection, for requests that no well-behaved client would send. */
final class Wire {
  private static final int LIMIT = (int) Duration.ofSeconds(20).toMillis();
  private static final int ENOUGH = 64 * 1024;

  private Wire() {}

  /** Sends these lines as the head of a request, nothing after it, and returns what comes back. */
  static String send(String... lines) {
    var address = Cordon.running().address();
    try (var socket = new Socket("localhost", address.getPort())) {
      socket.setSoTimeout(LIMIT);
      var head = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(ENOUGH), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
