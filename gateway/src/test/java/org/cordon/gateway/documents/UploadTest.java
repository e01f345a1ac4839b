package org.cordon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.cordon.gateway.testing.Browser;
import org.cordon.gateway.testing.EvidenceDoor;
import org.cordon.gateway.testing.GatewayTest;
import org.cordon.gateway.testing.GatewayUnderTest;
import org.cordon.gateway.testing.Samples;
import org.junit.jupiter.api.Test;

class UploadTest extends GatewayTest {
  private static final String ADD = "/cases/" + Samples.CASE + "/documents/add";
  private static final String API = "/api/evidence/cases/" + Samples.CASE + "/documents";
  private static final int MEGABYTE = 1 << 20;

  @Test
  void theFormHoldsItsTokenFirstAndItsFilesLast() {
    browser.signIn();
    var form = browser.get(ADD).document().expectFirst("form[enctype]");

    assertThat(form.select("input, select, textarea").eachAttr("name"))
        .startsWith("_csrf", "key", "title", "date-day")
        .endsWith("delicate", "file")
        .contains("agency", "author", "documentType", "description", "accountsOf");
    assertThat(form.hasAttr("action")).isFalse();
    assertThat(form.attr("data-url")).isEqualTo(API);
  }

  @Test
  void thePlainFormSendsEachFileWithWhatIsSaidAboutIt() {
    browser.signIn();
    Browser.Page page =
        send(
            token(),
            Map.of(
                "key", "form-1",
                "title", "",
                "date-day", "27",
                "date-month", "3",
                "date-year", "2025",
                "agency", Samples.COUNCIL,
                "author", "Clerk",
                "description", "two\nlines",
                "accountsOf", Samples.OTHER,
                "delicate", "true"),
            "résumé \"final\".txt",
            "first",
            "b.txt",
            "second");

    assertThat(page.status()).isEqualTo(302);
    assertThat(page.header("Location")).isEqualTo("/cases/" + Samples.CASE + "/documents");
    assertThat(evidence.uploads())
        .extracting(EvidenceDoor.Upload::key)
        .containsExactly("form-1-0", "form-1-1");
    EvidenceDoor.Upload first = evidence.uploads().getFirst();
    assertThat(first.path()).isEqualTo(API);
    assertThat(first.contentType()).startsWith("multipart/form-data;").contains("boundary=");
    assertThat(first.authorization()).startsWith("Bearer eyJ");
    assertThat(first.cookie()).isEmpty();
    assertThat(first.begin())
        .containsSubsequence(
            "name=\"file\"; filename=\"résumé %22final%22.txt\"",
            "Content-Type: text/plain",
            "\r\n\r\nfirst\r\n",
            "name=\"metadata\"",
            "Content-Type: application/json")
        .contains(
            "{\"date\":\"2025-03-27\",\"agency\":\""
                + Samples.COUNCIL
                + "\",\"author\":\"Clerk\","
                + "\"description\":\"two\\nlines\",\"accountsOf\":[\""
                + Samples.OTHER
                + "\"],\"delicate\":true}");
    assertThat(
            browser.get("/cases/" + Samples.CASE + "/documents").text(".govuk-notification-banner"))
        .contains("2 documents are added.", "Stored");
  }

  @Test
  void withoutTheTokenOfTheSessionNoByteOfAFileIsPassedOn() {
    browser.signIn();
    String good = token();
    for (String token : List.of("", "invented", good.substring(1), good + "A")) {
      Browser.Page page = send(token, Map.of("key", "k"), "a.txt", "x");
      assertThat(page.status()).as(token).isEqualTo(403);
      assertThat(page.text("h1")).isEqualTo("Your session has ended");
    }
    Browser.Page notMultipart = browser.postAsIs(ADD, Map.of("_csrf", good));
    assertThat(notMultipart.status()).isEqualTo(403);
    Browser.Page late =
        browser.send(
            browser
                .request(ADD)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        field("title", "first") + field("_csrf", good) + "--b--\r\n")));
    assertThat(late.status()).as("the token has to be first").isEqualTo(403);
    assertThat(
            new Browser()
                .send(new Browser().request(ADD).POST(HttpRequest.BodyPublishers.noBody()))
                .status())
        .as("signed out")
        .isEqualTo(302);
    assertThat(evidence.uploads()).isEmpty();
  }

  @Test
  void aPageOfAnotherSiteCannotSendTheForm() {
    browser.signIn();
    Browser.Page page =
        browser.send(
            multipart(token(), Map.of("key", "k"), "a.txt", "x")
                .header("Origin", "https://evil.example"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(evidence.uploads()).isEmpty();
  }

  @Test
  void whatIsWrongWithTheFormIsSaidAndNothingIsSent() {
    browser.signIn();
    Browser.Page page =
        send(
            token(),
            Map.of("key", "k", "title", "Kept", "date-day", "31", "date-month", "2"),
            "a",
            "x");

    assertThat(page.document().title()).startsWith("Error: ");
    assertThat(page.document().select(".govuk-error-summary a").attr("href")).isEqualTo("#date");
    assertThat(page.document().select("#date")).hasSize(1);
    assertThat(page.document().select("#title").val()).isEqualTo("Kept");
    assertThat(evidence.uploads()).isEmpty();

    Browser.Page empty = send(token(), Map.of("key", "k"), "", "");
    assertThat(empty.text("#file-error")).isEqualTo("Error: Select a file");
  }

  @Test
  void whatEvidenceServiceRefusesStandsAtTheFile() {
    evidence.answer(
        400,
        """
        {"type":"/problems/invalid","title":"x","status":400,"detail":"This file is empty."}
        """);
    browser.signIn();
    Browser.Page page = send(token(), Map.of("key", "k"), "a.txt", "x");

    assertThat(page.text("#file-error")).isEqualTo("Error: a.txt: This file is empty.");
  }

  @Test
  void whoMayNotAddDocumentsFindsNoForm() {
    neighbours.json(
        "/api/access/cases/" + Samples.CASE, Samples.oneCase("LEGAL_ADVISER", "\"find\""));
    browser.signIn();

    assertThat(browser.get(ADD).status()).isEqualTo(404);
    assertThat(send(browser.token("/cases"), Map.of("key", "k"), "a", "x").status()).isEqualTo(404);
    assertThat(evidence.uploads()).isEmpty();
  }

  @Test
  void aNewVersionIsSentToItsItem() {
    browser.signIn();
    String address = "/items/" + Samples.ITEM + "/versions";
    String token = browser.get(address).document().select("form[enctype] input[name=_csrf]").val();
    Browser.Page page =
        browser.send(
            browser
                .request(address)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        field("_csrf", token)
                            + field("key", "v")
                            + file("a.txt", "x")
                            + "--b--\r\n")));

    assertThat(page.header("Location")).isEqualTo("/items/" + Samples.ITEM);
    assertThat(evidence.uploads())
        .extracting(EvidenceDoor.Upload::path)
        .containsExactly("/api/evidence/items/" + Samples.ITEM + "/versions");
  }

  @Test
  void aLargeFileStreamsThroughBothDoorsAndNothingIsLeftOnDisk() throws Exception {
    browser.signIn();
    String token = token();
    List<Path> before = temporaryFiles();
    long size = (long) GatewayUnderTest.LARGE * MEGABYTE;
    String begin = field("_csrf", token) + field("key", "big") + fileHead("big.bin");
    Browser.Page form = browser.send(big(ADD, begin, size).header("X-CSRF-TOKEN", token));
    Browser.Page api =
        browser.send(
            big(API, fileHead("big.bin"), size)
                .header("X-CSRF-TOKEN", token)
                .header("Idempotency-Key", "k"));

    assertThat(form.status()).isEqualTo(302);
    assertThat(api.status()).isEqualTo(201);
    assertThat(evidence.uploads()).allMatch(EvidenceDoor.Upload::whole);
    assertThat(evidence.uploads()).allMatch(upload -> upload.length() > size);
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndNeverEndsAsWhole() {
    browser.signIn();
    String token = token();
    HttpRequest.Builder declared =
        browser
            .request("/api/access/cases")
            .header("X-CSRF-TOKEN", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[MEGABYTE + 1]));
    assertThat(browser.send(declared).status()).isEqualTo(413);

    HttpRequest.Builder chunked =
        big(API, fileHead("big.bin"), (GatewayUnderTest.LARGE + 2L) * MEGABYTE)
            .header("X-CSRF-TOKEN", token);
    Integer status = null;
    try {
      status = browser.send(chunked).status();
    } catch (UncheckedIOException e) {
      // the connection may be cut while we still send
    }
    assertThat(status).isIn(413, null);
    Awaitility.await().until(() -> !evidence.uploads().isEmpty());
    assertThat(evidence.uploads()).noneMatch(EvidenceDoor.Upload::whole);
  }

  private String token() {
    return browser.get(ADD).document().select("form[enctype] input[name=_csrf]").val();
  }

  private Browser.Page send(String token, Map<String, String> fields, String... files) {
    return browser.send(multipart(token, fields, files));
  }

  private HttpRequest.Builder multipart(String token, Map<String, String> fields, String... files) {
    var body = new StringBuilder();
    if (!token.isEmpty()) {
      body.append(field("_csrf", token));
    }
    fields.forEach((name, value) -> body.append(field(name, value)));
    for (int i = 0; i < files.length; i += 2) {
      body.append(file(files[i], files[i + 1]));
    }
    return browser
        .request(ADD)
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n"));
  }

  private HttpRequest.Builder big(String path, String begin, long size) {
    return browser
        .request(path)
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(
            HttpRequest.BodyPublishers.ofInputStream(() ->
                new SequenceInputStream(
                    new SequenceInputStream(bytes(begin), new Noise(size)),
                    bytes("\r\n--b--\r\n"))));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name.replace("\"", "%22")
        + "\"\r\nContent-Type: text/plain\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String fileHead(String name) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  }

  /** What Tomcat would have put on disk: its folder for parts is named after the port. */
  private static List<Path> temporaryFiles() throws IOException {
    List<Path> found = new ArrayList<>();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (var tomcats = Files.newDirectoryStream(folder, "tomcat." + GatewayUnderTest.PORT + "*")) {
      for (Path tomcat : tomcats) {
        try (Stream<Path> files = Files.walk(tomcat)) {
          found.addAll(files.filter(Files::isRegularFile).toList());
        }
      }
    }
    return found;
  }

  /** So many bytes of noise that repeats. */
  private static final class Noise extends InputStream {
    private static final byte[] BLOCK = new byte[64 * 1024];
    private long left;

    static {
      new Random(7).nextBytes(BLOCK);
    }

    Noise(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 7 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int some = (int) Math.min(left, Math.min(length, BLOCK.length));
      System.arraycopy(BLOCK, 0, buffer, offset, some);
      left -= some;
      return some;
    }
  }
}
