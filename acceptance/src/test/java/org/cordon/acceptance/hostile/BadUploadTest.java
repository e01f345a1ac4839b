package org.cordon.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, names and fields that Cordon refuses, and that nothing of them stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadUploadTest {
  private static final long THREE_GIGABYTES = 3_000_000_000L;
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = reviewer();
  private String caseId = "";

  private static Account reviewer() {
    var cordon = Cordon.running();
    return cordon.inOnly(cordon.caseOf("Rowan"), "LEAD_REVIEWER");
  }

  @BeforeAll
  void openCase() {
    caseId = cases.open("Bad input", reviewer);
  }

  @AfterAll
  void nothingRefusedWasKept() {
    assertThat(cases.items(reviewer, caseId)).isEmpty();
  }

  private Upload note() {
    return Upload.ofText("note.txt", "A note that should never be stored.", "Note");
  }

  @Test
  void aFileOverTheLimitIsRefusedFromItsAnnouncedLength() {
    var answer =
        Wire.send(
            "POST /api/evidence/cases/" + caseId + "/documents HTTP/1.1",
            "Host: localhost:" + Cordon.running().address().getPort(),
            "Authorization: Bearer " + api.token(reviewer),
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: " + THREE_GIGABYTES,
            "Connection: close");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    assertThat(answer).contains("\"type\":\"/problems/too-large\"");
  }

  @Test
  void anEmptyFileIsRefused() {
    var problem =
        api.add(reviewer, caseId, Upload.of("empty.txt", new byte[0], "Empty")).requireProblem(400);
    assertThat(problem.path("detail").asString()).containsIgnoringCase("empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "..\\\\..\\\\windows\\\\system.ini",
        "C:\\\\Users\\\\someone\\\\note.txt",
        ".."
      })
  void aNameWithPathCharactersIsRefused(String name) {
    refusedForItsName(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no\u0001te.txt", "no\u0007te.txt", "no\u007fte.txt", "no\u202ete.txt"})
  void aNameWithControlCharactersIsRefused(String name) {
    refusedForItsName(name);
  }

  @Test
  void aNameOfAThousandLettersIsRefused() {
    refusedForItsName("n".repeat(1_000) + ".txt");
  }

  private void refusedForItsName(String name) {
    var upload = Upload.ofText(name, "A note that should never be stored.", "Note");
    api.add(reviewer, caseId, upload).requireProblem(400);
  }

  @Test
  void metadataThatIsNotJsonIsRefused() {
    api.add(reviewer, caseId, note().withMetadata("{\"title\": ")).requireProblem(400);
  }

  @Test
  void metadataWithAnUnknownFieldIsRefusedByItsName() {
    var problem =
        api.add(reviewer, caseId, note().with(Map.of("title", "Note", "colour", "red")))
            .requireProblem(400);
    assertThat(problem.path("detail").asString()).contains("colour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": 7}",
        "{\"title\": [\"a\"]}",
        "{\"title\": \"a\", \"date\": \"22 November\"}",
        "{\"title\": \"a\", \"delicate\": \"perhaps\"}",
        "{\"title\": \"a\", \"accountsOf\": \"me\"}",
        "[]",
        "null"
      })
  void metadataOfTheWrongTypeIsRefused(String metadata) {
    api.add(reviewer, caseId, note().withMetadata(metadata)).requireProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u202eb"})
  void aTitleWithControlCharactersIsRefused(String title) {
    api.add(reviewer, caseId, note().with(Map.of("title", title))).requireProblem(400);
  }

  @Test
  void aTitleOfAThousandLettersIsRefused() {
    api.add(reviewer, caseId, note().with(Map.of("title", "t".repeat(1_000)))).requireProblem(400);
  }

  @Test
  void aBodyThatIsNotMultipartIsRefused() {
    var answer =
        api.post(reviewer, "/api/evidence/cases/" + caseId + "/documents", Map.of("title", "x"));
    assertThat(answer.status()).isIn(400, 415);
    answer.requireProblem(answer.status());
  }

  @Test
  void aCaseThatIsNoIdIsNotFound() {
    api.add(reviewer, "not-an-id", note()).requireProblem(404);
  }

  @Test
  void aCaseThatDoesNotExistIsNotFound() {
    api.add(reviewer, UUID.randomUUID().toString(), note()).requireProblem(404);
  }
}
