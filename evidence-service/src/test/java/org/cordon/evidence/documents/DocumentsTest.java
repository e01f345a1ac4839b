package org.cordon.evidence.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.cordon.evidence.EvidenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentsTest extends EvidenceTest {

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @Test
  void aDocumentComesInIsReadAndGoesOutAsItCame() throws Exception {
    byte[] content = utf8("The health visitor called twice in March.");

    JsonNode receipt =
        add("visit notes.txt", content, "{\"title\":\"Visit notes\",\"date\":\"2025-03-04\"}");

    assertThat(receipt.get("number").asInt()).isEqualTo(1);
    assertThat(receipt.get("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    JsonNode item = awaitRead(receipt);
    assertThat(item.get("state").asString()).isEqualTo("READY");
    assertThat(item.get("title").asString()).isEqualTo("Visit notes");
    String versions = "/api/evidence/items/" + receipt.get("item").asString() + "/versions/1";
    assertThat(json(versions + "/text", token(reviewer)).get("text").asString())
        .contains("health visitor called twice");
    HttpResponse<byte[]> download = download(versions + "/content", reviewer);
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(content);
  }
}
