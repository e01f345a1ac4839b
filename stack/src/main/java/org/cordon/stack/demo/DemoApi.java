package org.cordon.stack.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cordon's API through its front door, as any of the demo's accounts. Every creating request
 * carries an Idempotency-Key, so a repeat is safe.
 */
final class DemoApi implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Exchange exchange = new Exchange();
  private final DemoTokens tokens;
  private final String address;

  /** What is sent: its content, media type and Idempotency-Key, the last two empty where none. */
  private record Body(BodyPublisher content, String mediaType, String key) {}

  DemoApi(String address, String password) {
    this.address = address;
    this.tokens = new DemoTokens(exchange, address, password);
  }

  /** Creates; the same key again gives the same answer. */
  JsonNode post(String account, String path, Map<String, ?> content, String key) {
    return send(account, "POST", path, new Body(json(content), "application/json", key));
  }

  JsonNode patch(String account, String path, Map<String, ?> content) {
    return send(account, "PATCH", path, new Body(json(content), "application/json", ""));
  }

  JsonNode show(String account, String path) {
    return send(account, "GET", path, new Body(BodyPublishers.noBody(), "", ""));
  }

  JsonNode put(String account, String path, Map<String, ?> content) {
    return send(account, "PUT", path, new Body(json(content), "application/json", ""));
  }

  /** Every item of a paged list. */
  List<JsonNode> list(String account, String path) {
    var items = new ArrayList<JsonNode>();
    var after = "";
    do {
      var nothing = new Body(BodyPublishers.noBody(), "", "");
      var page = send(account, "GET", path + "?limit=200" + after, nothing);
      page.path("items").forEach(items::add);
      var next = page.path("next").asString("");
      after = next.isEmpty() ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!after.isEmpty());
    return items;
  }

  /** The file first, then what is registered with it, as uploads want it. */
  JsonNode upload(String account, String path, Upload upload) {
    var boundary = "cordon-demo-" + Integer.toHexString(upload.key().hashCode());
    var content =
        Stream.of(
                text("--" + boundary + "\r\n" + head("file", upload.fileName())),
                BodyPublishers.ofByteArray(upload.file()),
                text("\r\n--" + boundary + "\r\n" + head("metadata", "")),
                json(upload.metadata()),
                text("\r\n--" + boundary + "--\r\n"))
            .toArray(BodyPublisher[]::new);
    var mediaType = "multipart/form-data; boundary=" + boundary;
    return send(
        account, "POST", path, new Body(BodyPublishers.concat(content), mediaType, upload.key()));
  }

  /** A file on its way, with its metadata and the Idempotency-Key of the request. */
  @SuppressWarnings("ArrayRecordComponent")
  record Upload(String fileName, byte[] file, Map<String, ?> metadata, String key) {}

  private static String head(String part, String fileName) {
    return fileName.isEmpty()
        ? "Content-Disposition: form-data; name=\"%s\"\r\nContent-Type: application/json\r\n\r\n"
            .formatted(part)
        : "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(part, fileName);
  }

  private JsonNode send(String account, String method, String path, Body body) {
    return exchange.send(
        method + " " + path + " as " + account,
        () -> request(account, method, path, body),
        () -> tokens.forget(account));
  }

  private HttpRequest request(String account, String method, String path, Body body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + tokens.of(account))
            .header("Accept", "application/json")
            .method(method, body.content());
    if (!body.mediaType().isEmpty()) {
      request.header("Content-Type", body.mediaType());
    }
    if (!body.key().isEmpty()) {
      request.header("Idempotency-Key", body.key());
    }
    return request.build();
  }

  private static BodyPublisher json(Map<String, ?> content) {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(content));
  }

  private static BodyPublisher text(String content) {
    return BodyPublishers.ofString(content);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
