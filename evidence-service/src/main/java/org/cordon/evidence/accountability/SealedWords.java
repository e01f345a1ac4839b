package org.cordon.evidence.accountability;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a row says; it names its row, so that one cannot stand in for another. */
@Component
class SealedWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SealedBytes seals;

  /** What is sealed. */
  interface Said {
    /** The row that says it. */
    UUID id();
  }

  SealedWords(SealedBytes seals) {
    this.seals = seals;
  }

  byte[] seal(CaseId caseId, VersionId version, ObjectName.Part part, Said said) {
    return seals
        .seal(new ObjectName(caseId, version, part), JSON.writeValueAsBytes(said))
        .toByteArray();
  }

  /**
   * Opens what a row says.
   *
   * @throws IntegrityFailure when it was altered or is another row's
   */
  <T extends Said> T open(ObjectName name, byte[] sealed, UUID row, Class<T> type) {
    try (InputStream plain = seals.open(name, Bytes.copyFrom(sealed))) {
      T said = JSON.readValue(plain, type);
      if (!said.id().equals(row)) {
        throw new IntegrityFailure(
            "what a row says of version " + name.version() + " is another's");
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
