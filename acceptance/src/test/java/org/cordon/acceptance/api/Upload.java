package org.cordon.acceptance.api;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file on its way: first its bytes, then its metadata.
 *
 * @param fileName as it stands in the header, escapes included
 * @param metadata the JSON of the second part, sent as it is
 * @param key the Idempotency-Key
 */
public record Upload(String fileName, Content content, String metadata, String key) {
  private static final String BOUNDARY = "----acceptance-7c4f0e2b";

  /** The bytes of a file. */
  public static final class Content {
    private final byte[] bytes;

    private Content(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** A file with a title and a key of its own. */
  public static Upload of(String fileName, byte[] bytes, String title) {
    var metadata = Map.of("title", title);
    return new Upload(
        fileName,
        new Content(bytes),
        JsonMapper.shared().writeValueAsString(metadata),
        UUID.randomUUID().toString());
  }

  public static Upload ofText(String fileName, String text, String title) {
    return of(fileName, text.getBytes(StandardCharsets.UTF_8), title);
  }

  /** The same file with other fields. */
  public Upload with(Map<String, ?> metadata) {
    var json = JsonMapper.shared().writeValueAsString(new LinkedHashMap<>(metadata));
    return withMetadata(json);
  }

  /** The same file with this for its metadata, JSON or not. */
  public Upload withMetadata(String json) {
    return new Upload(fileName, content, json, key);
  }

  public Upload withKey(String other) {
    return new Upload(fileName, content, metadata, other);
  }

  static String mediaType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  BodyPublisher body() {
    var file =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, fileName);
    var fields =
        "\r\n--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, metadata, BOUNDARY);
    return BodyPublishers.concat(
        BodyPublishers.ofString(file),
        BodyPublishers.ofByteArray(content.bytes),
        BodyPublishers.ofString(fields));
  }
}
