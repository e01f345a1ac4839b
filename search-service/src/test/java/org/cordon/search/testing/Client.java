package org.cordon.search.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP. */
public final class Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;

  public Client(int port) {
    this.port = port;
  }

  /** An answer as it came. */
  public record Answer(int status, String contentType, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  /** Searches as a person; parameters by turns name and value, not encoded yet. */
  public Answer search(PersonId person, String... parameters) {
    StringBuilder address = new StringBuilder("/api/search");
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return send("GET", address.toString(), TestIssuer.shared().person(person, "Ada Rahman"));
  }

  /** Where the index has come to. */
  public JsonNode positions() {
    return send("GET", "/internal/positions", service()).json();
  }

  public static String service() {
    return TestIssuer.shared().service("a-service");
  }

  public Answer send(String method, String address, String token) {
    return send(method, address, token, "");
  }

  /** The same with a body. */
  public Answer send(String method, String address, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request line that no proper client would; the answer is not read. */
  public void sendRaw(String requestLine) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: here\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the index has everything that the world holds. */
  public void awaitIndexed() {
    long evidence = Surroundings.WORLD.evidencePosition();
    long labels = Surroundings.WORLD.labelPosition();
    Await.until(
        "the index has caught up",
        () -> {
          Answer answer = send("GET", "/internal/positions", service());
          return answer.status() == 200
              && answer.json().get("evidence").asLong() >= evidence
              && answer.json().get("labels").asLong() >= labels;
        });
  }
}
