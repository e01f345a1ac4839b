package org.cordon.evidence.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.FailingInput;
import org.cordon.evidence.GeneratedInput;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class EvidenceStoreTest extends EvidenceTest {
  private static final int SIZE = 2_500_000;

  @Autowired EvidenceStore store;

  private final ObjectName name = ObjectName.content(caseId, VersionId.create());

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 1_048_576, SIZE, 9_000_000})
  void whatIsWrittenIsReadAgain(int size) throws IOException {
    StoredContent stored = store.write(name, new GeneratedInput(size));

    assertThat(stored.size()).isEqualTo(size);
    try (InputStream content = store.open(name, stored)) {
      assertThat(content).hasSameContentAs(new GeneratedInput(size));
    }
  }

  @Test
  void nothingOfTheContentCanBeSeenInTheStore() throws Exception {
    store.write(
        name,
        new ByteArrayInputStream("in plain sight ".repeat(1000).getBytes(StandardCharsets.UTF_8)));

    assertThat(new String(raw(), StandardCharsets.ISO_8859_1)).doesNotContain("plain sight");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 1_000_000, 1_100_000, SIZE})
  void aBitFlippedAnywhereIsCaughtAndTheContentNeverComesWhole(int position) throws Exception {
    StoredContent stored = store.write(name, new GeneratedInput(SIZE));
    byte[] altered = raw();
    altered[Math.min(position, altered.length - 1)] ^= 1;
    put(name, altered);

    assertThatThrownBy(() -> readAll(stored)).isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void anObjectCutShortIsCaught() throws Exception {
    StoredContent stored = store.write(name, new GeneratedInput(SIZE));
    put(name, java.util.Arrays.copyOf(raw(), 2 * 1024 * 1024));

    assertThatThrownBy(() -> readAll(stored)).isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void anObjectSwappedForAnotherOfTheSameCaseIsCaughtBeforeTheFirstByte() throws Exception {
    StoredContent stored = store.write(name, new GeneratedInput(100));
    byte[] ours = raw();
    ObjectName other = ObjectName.content(caseId, VersionId.create());
    store.write(other, new GeneratedInput(100));
    put(other, ours);

    assertThatThrownBy(() -> store.open(other, stored)).isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void authenticContentThatIsNotWhatWasRecordedIsCaughtBeforeItsLastByte() throws Exception {
    StoredContent stored = store.write(name, new GeneratedInput(100));

    assertThatThrownBy(() -> store.open(name, new StoredContent("0".repeat(64), stored.size())))
        .isInstanceOf(IntegrityFailure.class);
    assertThatThrownBy(() -> store.open(name, new StoredContent(stored.sha256(), 99)))
        .isInstanceOf(IntegrityFailure.class);
    assertThatThrownBy(() -> store.open(name, new StoredContent(stored.sha256(), 101)))
        .isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void aMissingObjectIsAFailureOfIntegrityAndNotOfTheNetwork() throws Exception {
    StoredContent stored = store.write(name, new GeneratedInput(100));
    store.remove(name);

    assertThatThrownBy(() -> store.open(name, stored))
        .isInstanceOf(IntegrityFailure.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aSenderThatFailsIsToldFromAStoreThatFails() {
    InputStream leaving = FailingInput.after(9_000_000, () -> new IOException("the sender left"));
    InputStream refused = FailingInput.after(100, () -> Problem.invalid("file", "is refused."));

    assertThatThrownBy(() -> store.write(name, leaving)).hasMessage("the sender left");
    assertThatThrownBy(() -> store.write(name, refused))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is refused");
    assertThat(objectsOf(caseId)).isEmpty();
  }

  private void readAll(StoredContent stored) throws IOException {
    try (InputStream content = store.open(name, stored)) {
      long left = content.transferTo(java.io.OutputStream.nullOutputStream());
      throw new AssertionError(left + " bytes came whole");
    }
  }

  private byte[] raw() throws MinioException, IOException {
    try (InputStream object =
        minio().getObject(GetObjectArgs.builder().bucket(BUCKET).object(name.key()).build())) {
      return object.readAllBytes();
    }
  }

  private static void put(ObjectName name, byte[] bytes) throws MinioException {
    minio()
        .putObject(
            PutObjectArgs.builder()
                .bucket(BUCKET)
                .object(name.key())
                .data(bytes, bytes.length)
                .build());
  }
}
