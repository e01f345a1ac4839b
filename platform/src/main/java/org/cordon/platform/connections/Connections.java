package org.cordon.platform.connections;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** How services are called: HTTP/1.1, no redirects followed, and a limit on every wait. */
public final class Connections {
  /** How long a service may take to accept a connection. */
  public static final Duration CONNECT = Duration.ofSeconds(2);

  private Connections() {}

  /** A factory whose whole exchange must end in this time. */
  public static ClientHttpRequestFactory within(Duration time) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    factory.setReadTimeout(time);
    return factory;
  }
}
