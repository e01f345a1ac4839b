package org.cordon.search.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be shut, so that a test can take the server away and give it back. */
public final class Gate {
  private final InetSocketAddress target;
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  public Gate(URI target) {
    this.target = new InetSocketAddress(target.getHost(), target.getPort());
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("gate").start(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + entrance.getLocalPort();
  }

  /** Cuts every connection and refuses new ones. */
  public void shut() {
    shut = true;
    open.forEach(Gate::close);
    open.clear();
  }

  public void open() {
    shut = false;
  }

  private void accept() {
    while (true) {
      try {
        Socket inside = entrance.accept();
        if (shut) {
          close(inside);
          continue;
        }
        Socket outside = new Socket();
        outside.connect(target);
        open.add(inside);
        open.add(outside);
        pump(inside, outside);
        pump(outside, inside);
      } catch (IOException e) {
        // The next connection may be better.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to) {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException cut) {
            // Both ends are closed on the way out.
          }
        });
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
