package org.cordon.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cordon.evidence.Alerts;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.GeneratedInput;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.ProblemAdvice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContentControllerTest extends EvidenceTest {
  private final Alerts alerts =
      Alerts.of(
          ContentController.class.getName(),
          ProblemAdvice.class.getName(),
          "org.apache.catalina.core.ContainerBase.[Tomcat]");

  private boolean altered;

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @AfterEach
  void comeBack() {
    assertThat(alerts.messages().stream().anyMatch(each -> each.startsWith("INTEGRITY FAILURE")))
        .as("an alert was given exactly when something was altered")
        .isEqualTo(altered);
    alerts.close();
    ACCESS.comeBack();
  }

  @Test
  void aDownloadIsAnAttachmentThatNoBrowserRunsAndIsConfirmedAfterItsLastByte_rule29() {
    JsonNode receipt = add("<b>„Brief“.html", utf8("<script>alert(1)</script>"));

    HttpResponse<byte[]> answer = download(content(receipt), reviewer);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%3Cb%3E");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox");
    assertThat(answer.headers().firstValue("Repr-Digest").orElse("")).startsWith("sha-256=:");
    String entry = entryOf(reviewer, "read", receipt.get("version").asString());
    await(Duration.ofSeconds(10), () -> ACCESS.delivered().contains(entry));
  }

  @Test
  void absentAndForbiddenAnswerTheSameBytesAndLeaveTheSameKindOfRecord_rule2() {
    JsonNode receipt = add("a.txt", utf8("text"));
    PersonId stranger = PersonId.create();
    ItemId nothing = ItemId.create();

    HttpResponse<String> forbidden = get(content(receipt), token(stranger));
    HttpResponse<String> absent =
        get("/api/evidence/items/" + nothing + "/versions/1/content", token(stranger));
    HttpResponse<String> noSuchVersion =
        get(content(receipt).replace("/versions/1/", "/versions/7/"), token(reviewer));

    assertThat(forbidden.statusCode()).isEqualTo(404);
    assertThat(absent.body()).isEqualTo(forbidden.body());
    assertThat(noSuchVersion.body()).isEqualTo(forbidden.body());
    assertThat(ACCESS.asked().stream().filter(each -> each.startsWith(stranger + " read")))
        .hasSize(2);
  }

  @Test
  void someoneBehindTheWallGetsNothing_rule2() {
    JsonNode receipt = add("a.txt", utf8("text"));
    PersonId witness = PersonId.create();
    ACCESS.permit(witness, caseId);
    ACCESS.wall(witness, VersionId.from(receipt.get("version").asString()));

    assertThat(get(content(receipt), token(witness)).statusCode()).isEqualTo(404);
    assertThat(get(content(receipt).replace("/content", "/text"), token(witness)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whenAccessServiceIsDownNothingIsShown() {
    JsonNode receipt = add("a.txt", utf8("text"));
    ACCESS.goDown();

    HttpResponse<String> answer = get(content(receipt), token(reviewer));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aBitFlippedEarlyIsAProblemAndNotAByteOfTheFile() throws Exception {
    JsonNode receipt = add("a.txt", utf8("text"));
    flip(receipt, 45);

    HttpResponse<String> answer = get(content(receipt), token(reviewer));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertNotConfirmed(receipt);
  }

  @Test
  void aBitFlippedLateCutsTheAnswerShortSoThatNobodyTakesItForTheFile() throws Exception {
    byte[] content = new GeneratedInput(5_000_000).readAllBytes();
    JsonNode receipt = add("a.bin", content);
    flip(receipt, 4_500_000);

    HttpRequest request =
        HttpRequest.newBuilder(at(content(receipt)))
            .header("Authorization", "Bearer " + token(reviewer))
            .build();
    HttpResponse<InputStream> answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    int received = 0;
    try (InputStream body = answer.body()) {
      byte[] chunk = new byte[64 * 1024];
      for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
        assertThat(chunk).startsWith(java.util.Arrays.copyOfRange(content, received, received + n));
        received += n;
      }
    } catch (java.io.IOException expected) {
      assertThat(expected).isNotNull();
    }

    assertThat(length).isEqualTo(5_000_000);
    assertThat(received).isLessThan(5_000_000);
    assertNotConfirmed(receipt);
  }

  @Test
  void aReaderWhoLeavesInTheMiddleIsNotConfirmed() throws Exception {
    JsonNode receipt = add("a.bin", new GeneratedInput(30_000_000).readAllBytes());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setReceiveBufferSize(4096);
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + content(receipt)
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + token(reviewer)
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
      socket.setSoLinger(true, 0);
    }

    // A second, whole download is confirmed after it: by then the first would have been.
    assertThat(download(content(receipt), reviewer).body()).hasSize(30_000_000);
    await(Duration.ofSeconds(20), () -> confirmed(receipt) == 1);
  }

  private static long confirmed(JsonNode receipt) {
    return ACCESS.asked().stream()
        .filter(each -> each.contains(" read " + receipt.get("version").asString()))
        .map(each -> each.substring(each.lastIndexOf(' ') + 1))
        .filter(ACCESS.delivered()::contains)
        .count();
  }

  private static void assertNotConfirmed(JsonNode receipt) {
    assertThat(confirmed(receipt)).isZero();
  }

  private static String entryOf(PersonId person, String action, String resource) {
    String asked = person + " " + action + " " + resource + " -> ";
    return ACCESS.asked().stream()
        .filter(each -> each.startsWith(asked))
        .map(each -> each.substring(asked.length()))
        .findFirst()
        .orElseThrow();
  }

  private static String content(JsonNode receipt) {
    return "/api/evidence/items/" + receipt.get("item").asString() + "/versions/1/content";
  }

  private void flip(JsonNode receipt, int position) throws Exception {
    awaitState(receipt);
    String key = "cases/" + caseId + "/" + receipt.get("version").asString();
    byte[] object;
    try (InputStream stored =
        minio().getObject(GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
      object = stored.readAllBytes();
    }
    object[position] ^= 1;
    altered = true;
    minio()
        .putObject(
            PutObjectArgs.builder().bucket(BUCKET).object(key).data(object, object.length).build());
  }
}
