package org.cordon.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a browser and a service and cuts every connection after so many bytes of what is
 * asked or answered, at random: before a request arrives, half-way, or when its answer is due.
 */
public final class CuttingProxy implements AutoCloseable {
  private static final int LEAST_BYTES = 400;
  private static final int MOST_DOUBLED = 8;

  private final ServerSocket door;
  private final URI service;
  private final Random random;
  private final AtomicInteger cut = new AtomicInteger();

  public CuttingProxy(URI service, long seed) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.service = service;
    this.random = new Random(seed);
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the service is reached through it. */
  public URI at(String path) {
    return URI.create("http://localhost:" + door.getLocalPort() + path);
  }

  /** How many connections were cut. */
  public int cut() {
    return cut.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> join(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket caller) {
    try (caller;
        Socket there = new Socket(InetAddress.getLoopbackAddress(), service.getPort())) {
      caller.setTcpNoDelay(true);
      there.setTcpNoDelay(true);
      int asked = some();
      int answered = some();
      Thread asking = Thread.ofVirtual().start(() -> copy(caller, there, asked));
      copy(there, caller, answered);
      asking.join();
    } catch (IOException | InterruptedException over) {
      cut.incrementAndGet();
    }
  }

  /** Mostly few; of each size that is twice as large as often. */
  private int some() {
    synchronized (random) {
      return random.nextInt(LEAST_BYTES << random.nextInt(MOST_DOUBLED + 1)) + 1;
    }
  }

  /** Copies so many bytes and then closes both, unless one was closed before. */
  private void copy(Socket from, Socket to, int bytes) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[1024];
      for (int left = bytes; left > 0; ) {
        int read = in.read(some, 0, Math.min(some.length, left));
        if (read < 0) {
          return;
        }
        out.write(some, 0, read);
        left -= read;
      }
      cut.incrementAndGet();
    } catch (IOException closed) {
      // The other direction was cut.
    }
  }
}
