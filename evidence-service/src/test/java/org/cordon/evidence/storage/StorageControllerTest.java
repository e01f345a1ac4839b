package org.cordon.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordon.evidence.EvidenceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StorageControllerTest extends EvidenceTest {

  @Test
  void itSaysWhatIsInForceAndNotWhatIsWished() {
    await(
        Duration.ofSeconds(60),
        () -> !json("/api/evidence/storage", token(reviewer)).get("reading").isNull());

    JsonNode storage = json("/api/evidence/storage", token(reviewer));

    assertThat(storage.get("encryption").get("algorithm").asString())
        .isEqualTo("AES256_GCM_HKDF_1MB");
    // The store of one machine answers 501 to these.
    assertThat(storage.get("objects").get("objectLock").asString()).isEqualTo("ABSENT");
    assertThat(storage.get("objects").get("versioning").asString()).isEqualTo("ABSENT");
    assertThat(storage.get("reading").get("separateProcess").asBoolean()).isTrue();
    assertThat(storage.get("reading").get("withoutEnvironment").asBoolean()).isTrue();
    assertThat(storage.toString()).doesNotContain(BUCKET + "\"").doesNotContain(OBJECTS.endpoint());
  }

  @Test
  void whoIsNotSignedInLearnsNothing() {
    assertThat(get("/api/evidence/storage", "none").statusCode()).isEqualTo(401);
  }

  @Test
  void theInterfaceDescribesItself() {
    JsonNode description = json("/v3/api-docs", token(reviewer));

    assertThat(description.get("openapi").asString()).startsWith("3.1");
    assertThat(description.get("paths").propertyNames())
        .contains("/api/evidence/cases/{case}/documents", "/api/evidence/storage")
        .noneMatch(path -> path.startsWith("/internal"));
  }
}
