package org.cordon.gateway.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body that evidence-service takes: the part {@code file}, then the part {@code metadata} (RFC
 * 7578).
 */
class OutgoingMultipart implements StreamingHttpOutputMessage.Body {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final String boundary = "cordon-" + UUID.randomUUID();
  private final FilePart file;
  private final Map<String, Object> metadata;

  OutgoingMultipart(FilePart file, Map<String, Object> metadata) {
    this.file = file;
    this.metadata = metadata;
  }

  MediaType contentType() {
    return new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", boundary));
  }

  @Override
  public void writeTo(OutputStream body) throws IOException {
    String mediaType = file.mediaType();
    lines(
        body,
        "--" + boundary,
        "Content-Disposition: form-data; name=\"file\"; filename=\"" + quoted(file.name()) + "\"",
        "Content-Type: " + (mediaType == null ? "application/octet-stream" : quoted(mediaType)),
        "");
    file.bytes().transferTo(body);
    lines(
        body,
        "",
        "--" + boundary,
        "Content-Disposition: form-data; name=\"metadata\"",
        "Content-Type: application/json",
        "");
    body.write(JSON.writeValueAsBytes(metadata));
    lines(body, "", "--" + boundary + "--");
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  /** As browsers do it (HTML, 4.10.21.8): what could end the line or the quotation is encoded. */
  private static String quoted(String text) {
    return text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  private static void lines(OutputStream body, String... lines) throws IOException {
    body.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
