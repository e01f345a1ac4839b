package org.cordon.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Stands in for evidence-service where files are sent: counts and hashes them as they stream, and
 * keeps only their ends. Whatever else is asked goes on to the neighbours.
 */
public final class EvidenceDoor {
  private static final int ENDS = 4000;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final String neighbours;
  private final List<Upload> uploads = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 201;
  private volatile String answer = "";

  /** A body that was sent. Begin and end are as long as is kept of each. */
  public record Upload(
      String path,
      String contentType,
      String key,
      String authorization,
      String cookie,
      long length,
      String sha256,
      String begin,
      String end,
      boolean whole) {}

  /** In front of the neighbours. */
  public EvidenceDoor(String neighbours) {
    this.neighbours = neighbours;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::serve);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was sent, in the order in which it ended. */
  public List<Upload> uploads() {
    return List.copyOf(uploads);
  }

  /** What it says from now on. */
  public void answer(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
  }

  /** Back to taking everything. */
  public void reset() {
    uploads.clear();
    answer(
        201,
        """
        {"item":"%s","version":"%s","number":3,"case":"%s","title":"Stored","state":"RECEIVED"}
        """
            .formatted(Samples.ITEM, Samples.VERSION, Samples.CASE));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isUpload(exchange)) {
        uploads.add(receive(exchange));
        reply(exchange, status, answer.getBytes(StandardCharsets.UTF_8), "application/json");
      } else {
        HttpResponse<byte[]> passed =
            HTTP.send(passedOn(exchange), HttpResponse.BodyHandlers.ofByteArray());
        passed.headers().map().entrySet().stream()
            .filter(header -> header.getKey().matches("(?i)set-cookie|etag|content-(disp|sec).*"))
            .forEach(
                header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
        reply(
            exchange,
            passed.statusCode(),
            passed.body(),
            passed.headers().firstValue("Content-Type").orElse("text/plain"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUpload(HttpExchange exchange) {
    return "POST".equals(exchange.getRequestMethod())
        && exchange
            .getRequestURI()
            .getPath()
            .matches("/api/evidence/(cases/[^/]+/documents|items/[^/]+/versions)");
  }

  private HttpRequest passedOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var request =
        HttpRequest.newBuilder(URI.create(neighbours + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : List.of("Content-Type", "Idempotency-Key", "If-Match")) {
      String value = header(exchange, name);
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    }
    return request.build();
  }

  private static void reply(HttpExchange exchange, int status, byte[] body, String type)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static Upload receive(HttpExchange exchange) {
    MessageDigest digest = sha256();
    var begin = new StringBuilder();
    var end = new StringBuilder();
    long length = 0;
    boolean whole = true;
    try (InputStream body = new DigestInputStream(exchange.getRequestBody(), digest)) {
      byte[] buffer = new byte[64 * 1024];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        length += n;
        String some = new String(buffer, 0, n, StandardCharsets.UTF_8);
        if (begin.length() < ENDS) {
          begin.append(some, 0, Math.min(some.length(), ENDS));
        }
        end.append(some, Math.max(0, some.length() - ENDS), some.length());
        end.delete(0, Math.max(0, end.length() - ENDS));
      }
    } catch (IOException e) {
      whole = false;
    }
    return new Upload(
        exchange.getRequestURI().getPath(),
        header(exchange, "Content-Type"),
        header(exchange, "Idempotency-Key"),
        header(exchange, "Authorization"),
        header(exchange, "Cookie"),
        length,
        HexFormat.of().formatHex(digest.digest()),
        begin.toString(),
        end.toString(),
        whole);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
