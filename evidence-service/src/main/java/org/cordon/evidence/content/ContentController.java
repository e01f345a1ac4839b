package org.cordon.evidence.content;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.coyote.CloseNowException;
import org.cordon.evidence.items.Delivery;
import org.cordon.evidence.items.OpenItems;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Downloads. The file goes out as an attachment that no browser may run or guess the type of. */
@RestController
class ContentController {
  private static final Logger LOG = LoggerFactory.getLogger(ContentController.class);
  private static final int CHUNK = 64 * 1024;

  private final OpenItems open;
  private final EvidenceStore store;
  private final Delivery delivery;

  ContentController(OpenItems open, EvidenceStore store, Delivery delivery) {
    this.open = open;
    this.store = store;
    this.delivery = delivery;
  }

  /**
   * The bytes as they were received. {@code Repr-Digest} (RFC 9530) carries their hash. When a
   * check fails before the first byte, the answer is a problem; when it fails later, the connection
   * is cut short of the announced length, so that no client takes it for the whole file.
   */
  @GetMapping(value = "/api/evidence/items/{item}/versions/{number}/content", produces = "*/*")
  void content(
      Caller caller,
      @PathVariable ItemId item,
      @PathVariable int number,
      HttpServletResponse response)
      throws IOException {
    OpenItems.OpenVersion readable = open.read(caller.person(), item, number);
    Version version = readable.version();
    try (InputStream content = store.open(version.content(), version.received().content())) {
      describe(version, response);
      delivery.deliver(
          readable.decision(), response.getOutputStream(), out -> send(version, content, out));
    }
  }

  private static void send(Version version, InputStream content, OutputStream out)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        out.write(chunk, 0, n);
      }
    } catch (IntegrityFailure failure) {
      LOG.error("INTEGRITY FAILURE while sending version {}", version.id(), failure);
      throw new CloseNowException("the content failed its check", failure);
    }
  }

  private static void describe(Version version, HttpServletResponse response) {
    byte[] hash = HexFormat.of().parseHex(version.received().content().sha256());
    response.setContentType(version.mediaType());
    response.setContentLengthLong(version.received().content().size());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(version.received().fileName(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Not for an answer but for the container: it closes the connection, and nothing is added. */
  @ExceptionHandler
  void cutShort(CloseNowException failure) throws CloseNowException {
    throw failure;
  }
}
