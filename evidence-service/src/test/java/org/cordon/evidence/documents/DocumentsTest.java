package org.cordon.evidence.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.GeneratedInput;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DocumentsTest extends EvidenceTest {
  private static final byte[] NOTES = utf8("The health visitor called twice in March.");

  @Autowired JdbcClient jdbc;
  @Autowired Arrivals arrivals;

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @AfterEach
  void comeBack() {
    ACCESS.comeBack();
    ACCESS.refuseLabels(false);
  }

  @Test
  void aDocumentComesInIsReadAndGoesOutAsItCame() throws Exception {
    JsonNode receipt =
        add("visit notes.txt", NOTES, "{\"title\":\"Visit notes\",\"date\":\"2025-03-04\"}");

    assertThat(receipt.get("number").asInt()).isEqualTo(1);
    assertThat(receipt.get("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(NOTES)));
    JsonNode item = awaitRead(receipt);
    assertThat(item.get("state").asString()).isEqualTo("READY");
    assertThat(item.get("title").asString()).isEqualTo("Visit notes");
    assertThat(item.get("custody").valueStream().map(c -> c.get("event").asString()))
        .containsExactly("RECEIVED", "EXTRACTED");
    String versions = "/api/evidence/items/" + receipt.get("item").asString() + "/versions/1";
    assertThat(json(versions + "/text", token(reviewer)).get("text").asString())
        .contains("health visitor called twice");
    HttpResponse<byte[]> download = download(versions + "/content", reviewer);
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(NOTES);
  }

  @Test
  void labelsAreRegisteredAsTheSenderSaysBeforeTheItemIsVisible() {
    PersonId witness = PersonId.create();

    JsonNode receipt =
        add(
            "a.txt",
            NOTES,
            "{\"accountsOf\":[\"%s\"],\"matters\":[\"the call of 4 March\"],\"delicate\":true}"
                .formatted(witness));

    JsonNode labels = ACCESS.labelsOf(receipt.get("version").asString());
    assertThat(labels.get("accountsOf").get(0).asString()).isEqualTo(witness.toString());
    assertThat(labels.get("matters").get(0).asString()).isEqualTo("the call of 4 March");
    assertThat(labels.get("delicate").asBoolean()).isTrue();
    assertThat(labels.get("case").asString()).isEqualTo(caseId.toString());
  }

  @Test
  void aLaterVersionInheritsTheLabelsOfTheOneBefore_rule4() {
    PersonId witness = PersonId.create();
    JsonNode first = add("a.txt", NOTES, "{\"accountsOf\":[\"%s\"]}".formatted(witness));

    HttpResponse<String> answer =
        upload(
            reviewer,
            "/api/evidence/items/" + first.get("item").asString() + "/versions",
            Multipart.of("b.txt", utf8("corrected"), "{\"delicate\":true}"));

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode second = JSON.readTree(answer.body());
    assertThat(second.get("number").asInt()).isEqualTo(2);
    JsonNode labels = ACCESS.labelsOf(second.get("version").asString());
    assertThat(labels.get("accountsOf").get(0).asString()).isEqualTo(witness.toString());
    assertThat(labels.get("delicate").asBoolean()).isTrue();
    assertThat(labels.get("sources").get(0).asString()).isEqualTo(first.get("version").asString());
  }

  @Test
  void whoeverMayNotUploadGetsTheSameAnswerAsForACaseThatIsNotThere() {
    PersonId stranger = PersonId.create();

    HttpResponse<String> refused =
        upload(stranger, documents(), Multipart.of("a.txt", NOTES, "{}"));
    HttpResponse<String> absent =
        upload(
            stranger,
            "/api/evidence/cases/" + CaseId.create() + "/documents",
            Multipart.of("a.txt", NOTES, "{}"));

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(absent.body());
    assertNothingIsLeft();
  }

  @Test
  void aVersionCannotBeAddedToAnItemThatOneMayNotFind() {
    JsonNode receipt = add("a.txt", NOTES);
    PersonId clerk = PersonId.create();
    ACCESS.permit(clerk, "upload", caseId);

    HttpResponse<String> hidden =
        upload(
            clerk,
            "/api/evidence/items/" + receipt.get("item").asString() + "/versions",
            Multipart.of("b.txt", NOTES, "{}"));
    HttpResponse<String> absent =
        upload(
            clerk,
            "/api/evidence/items/" + ItemId.create() + "/versions",
            Multipart.of("b.txt", NOTES, "{}"));

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(absent.body());
  }

  @Test
  void whenAccessServiceIsDownAnUploadIsRefusedBeforeAByteIsKept() {
    ACCESS.goDown();

    HttpResponse<String> answer = upload(reviewer, documents(), Multipart.of("a.txt", NOTES, "{}"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertNothingIsLeft();
  }

  @Test
  void whenTheLabelsCannotBeRegisteredNothingIsKept() {
    ACCESS.refuseLabels(true);

    HttpResponse<String> answer = upload(reviewer, documents(), Multipart.of("a.txt", NOTES, "{}"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"titel\":\"x\"}|titel",
        "{\"date\":\"4 March\"}|date",
        "{\"date\":\"0044-03-15\"}|date",
        "{\"agency\":\"the police\"}|agency",
        "{\"title\":7}|title",
        "{\"delicate\":\"yes\"}|delicate",
        "{\"accountsOf\":[null]}|accountsOf",
        "{\"matters\":[\"\"]}|matters",
        "{\"title\":\"a\\u202Eb\"}|title",
        "{\"author\":\"a\\u0000b\"}|author",
        "[1]|metadata",
        "null|metadata",
        "{\"title\":|metadata",
      })
  void metadataThatDoesNotFitIsNamedAndNothingIsKept(String metadata, String field) {
    HttpResponse<String> answer =
        upload(reviewer, documents(), Multipart.of("a.txt", NOTES, metadata));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("errors").get(0).get("field").asString())
        .startsWith(field);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({"title,300", "author,200", "documentType,100", "description,4000"})
  void aTextOverItsLimitIsRefusedAndOneAtItIsTaken(String field, int most) {
    String fits = "{\"%s\":\"%s\"}".formatted(field, "é".repeat(most));
    String tooLong = "{\"%s\":\"%s\"}".formatted(field, "é".repeat(most + 1));

    assertThat(upload(reviewer, documents(), Multipart.of("a.txt", NOTES, fits)).statusCode())
        .isEqualTo(201);
    assertThat(upload(reviewer, documents(), Multipart.of("a.txt", NOTES, tooLong)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anEmptyFileIsRefused() {
    HttpResponse<String> answer =
        upload(reviewer, documents(), Multipart.of("a.txt", new byte[0], "{}"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("is empty");
    assertNothingIsLeft();
  }

  @Test
  void aFileOverTheLimitIsRefusedAndNothingIsKept() {
    HttpResponse<String> answer =
        upload(
            reviewer,
            documents(),
            Multipart.stream("big.bin", () -> new GeneratedInput(33L * 1024 * 1024)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("32 MB");
    assertNothingIsLeft();
  }

  @Test
  void aLargeBodyThatIsNoUploadIsNotRead() {
    HttpRequest request =
        HttpRequest.newBuilder(at(documents()))
            .header("Authorization", "Bearer " + token(reviewer))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(300_000)))
            .build();

    assertThat(send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    assertNothingIsLeft();
  }

  @Test
  void everyScriptIsWelcomeInAName() {
    JsonNode receipt = add("Löwe 報告 تقرير.pdf", NOTES);

    assertThat(receipt.get("title").asString()).isEqualTo("Löwe 報告 تقرير.pdf");
  }

  @Test
  void aNameOf255LettersOfAnyScriptIsTaken() {
    String name = "報".repeat(251) + ".txt";

    assertThat(add(name, NOTES).get("title").asString()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202Egpj.exe",
        "bell\u0007.txt",
        "..",
        "folder/",
        "\uFEFF.txt",
        "../../etc/passwd",
        "C:\\\\Users\\\\someone\\\\report.docx"
      })
  void aNameThatHidesWhatItIsIsRefused(String name) {
    HttpResponse<String> answer = upload(reviewer, documents(), Multipart.of(name, NOTES, "{}"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertNothingIsLeft();
  }

  @Test
  void aNameOfAThousandLettersIsRefused() {
    HttpResponse<String> answer =
        upload(reviewer, documents(), Multipart.of("a".repeat(1000), NOTES, "{}"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("at most 255");
    assertNothingIsLeft();
  }

  @Test
  void partsThatAreMissingDoubledOrUnknownAreRefused() {
    String file = Multipart.filePart("x", "a.txt") + "text\r\n";
    String metadata = Multipart.metadataPart("x", "{}");
    String other = metadata.replace("\"metadata\"", "\"other\"");

    for (String body :
        new String[] {
          file, metadata, file + file + metadata, file + metadata + metadata, file + other
        }) {
      HttpResponse<String> answer =
          upload(reviewer, documents(), Multipart.raw("x", body + "--x--\r\n"));
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
    }
    HttpResponse<String> unfinished =
        upload(reviewer, documents(), Multipart.raw("x", file + metadata));
    assertThat(unfinished.statusCode()).isEqualTo(400);
    assertNothingIsLeft();
  }

  @Test
  void aBodyThatIsNotMultipartIsRefused() {
    HttpResponse<String> answer =
        send(
            java.net.http.HttpRequest.newBuilder(at(documents()))
                .header("Authorization", "Bearer " + token(reviewer))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aSenderWhoLeavesInTheMiddleLeavesNothing() throws Exception {
    byte[] start = Multipart.filePart("x", "a.bin").getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + documents()
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + token(reviewer)
                      + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 30000000\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(start);
      socket.getOutputStream().write(new byte[20 * 1024 * 1024]);
      socket.getOutputStream().flush();
    }

    await(Duration.ofSeconds(20), () -> count("arrivals") == 0);
    assertNothingIsLeft();
  }

  @Test
  void theSameKeyAgainAnswersAsBeforeAndMakesNothingTwice() {
    Multipart body = Multipart.of("a.txt", NOTES, "{}");

    HttpResponse<String> first = upload(reviewer, documents(), body, "key-1");
    HttpResponse<String> again =
        upload(reviewer, documents(), Multipart.of("a.txt", NOTES, "{}"), "key-1");
    HttpResponse<String> other =
        upload(reviewer, documents(), Multipart.of("a.txt", utf8("other"), "{}"), "key-1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(JSON.readTree(again.body())).isEqualTo(JSON.readTree(first.body()));
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(itemsOfCase()).isEqualTo(1);
    assertThat(count("arrivals")).isZero();
  }

  @Test
  void twoRequestsWithOneKeyAtOnceMakeOneItem() throws Exception {
    Callable<HttpResponse<String>> request =
        () -> upload(reviewer, documents(), Multipart.of("a.txt", NOTES, "{}"), "at-once");
    try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
      for (Future<HttpResponse<String>> answer :
          senders.invokeAll(List.of(request, request, request, request))) {
        assertThat(answer.get().statusCode()).isIn(201, 409);
      }
    }

    assertThat(itemsOfCase()).isEqualTo(1);
    assertThat(count("arrivals")).isZero();
  }

  @Test
  void whatACrashLeftBehindIsSweptAndNothingElse() throws Exception {
    JsonNode kept = add("kept.txt", NOTES);
    org.cordon.evidence.objects.ObjectName orphan =
        org.cordon.evidence.objects.ObjectName.content(
            caseId, org.cordon.platform.ids.VersionId.create());
    arrivals.begin(orphan);
    store.write(orphan, new java.io.ByteArrayInputStream(NOTES));

    int swept = arrivals.sweep(java.time.Instant.now().plusSeconds(60));

    assertThat(swept).isEqualTo(1);
    assertThat(objectsOf(caseId))
        .containsExactly("cases/" + caseId + "/" + kept.get("version").asString());
  }

  @Autowired org.cordon.evidence.objects.EvidenceStore store;

  private void assertNothingIsLeft() {
    assertThat(itemsOfCase()).isZero();
    assertThat(count("arrivals")).isZero();
    assertThat(objectsOf(caseId)).isEmpty();
  }

  private long itemsOfCase() {
    return jdbc.sql("select count(*) from items where case_id = :case")
        .param("case", caseId.value())
        .query(Long.class)
        .single();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
