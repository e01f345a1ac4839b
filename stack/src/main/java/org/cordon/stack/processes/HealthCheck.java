package org.cordon.stack.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntPredicate;

/** Whether a process does its work now; answers within a few seconds and never throws. */
@FunctionalInterface
public interface HealthCheck {
  boolean passes();

  /** Passes when the address answers with a status that satisfies the condition. */
  static HealthCheck http(HttpRequest request, IntPredicate status) {
    return () -> {
      try {
        var answer = Client.SHARED.send(request, HttpResponse.BodyHandlers.discarding());
        return status.test(answer.statusCode());
      } catch (IOException _) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /** Passes when the address answers 200. */
  static HealthCheck http(URI address) {
    return http(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(4)).build(),
        status -> status == 200);
  }

  /** One client for all checks: its threads are daemons and end with the JVM. */
  final class Client {
    private static final HttpClient SHARED =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Client() {}
  }
}
