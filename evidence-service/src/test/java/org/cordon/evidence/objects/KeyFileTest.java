package org.cordon.evidence.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.cordon.platform.problems.IntegrityFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final byte[] SECRET = "a data key".getBytes(UTF_8);
  private static final byte[] CONTEXT = "case 1".getBytes(UTF_8);
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @TempDir Path folder;

  @Test
  void whatWasWrappedUnwrapsWithItsContextAlone() throws IOException {
    KeyFile keys = KeyFile.at(file("rw-------", OLD));
    KeyEncryptionKey.Wrapped wrapped = keys.wrap(SECRET, CONTEXT);

    assertThat(keys.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
    assertThatThrownBy(() -> keys.unwrap(wrapped, "case 2".getBytes(UTF_8)))
        .isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void aWrappedKeyThatWasAlteredIsCaught() throws IOException {
    KeyFile keys = KeyFile.at(file("rw-------", OLD));
    KeyEncryptionKey.Wrapped wrapped = keys.wrap(SECRET, CONTEXT);
    byte[] altered = wrapped.bytes().toByteArray();
    altered[altered.length - 1] ^= 1;

    assertThatThrownBy(() ->
            keys.unwrap(
                new KeyEncryptionKey.Wrapped(wrapped.wrappedBy(), Bytes.copyFrom(altered)),
                CONTEXT))
        .isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void anOlderKeyStillOpensWhatItWrapped() throws IOException {
    KeyEncryptionKey.Wrapped before = KeyFile.at(file("rw-------", OLD)).wrap(SECRET, CONTEXT);
    KeyFile rotated = KeyFile.at(file("rw-------", "# rotated\n" + NEW + "\n\n" + OLD));

    assertThat(rotated.unwrap(before, CONTEXT)).isEqualTo(SECRET);
    assertThat(rotated.wrap(SECRET, CONTEXT).wrappedBy()).isNotEqualTo(before.wrappedBy());
    KeyFile without = KeyFile.at(file("rw-------", NEW));
    assertThatThrownBy(() -> without.unwrap(before, CONTEXT)).isInstanceOf(IntegrityFailure.class);
  }

  @Test
  void aMissingFileStopsTheService() {
    assertThatThrownBy(() -> KeyFile.at(folder.resolve("none")))
        .isInstanceOf(UnusableKeyFile.class)
        .hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw----r--", "rw--w----", "rw-----w-"})
  void aFileThatOthersCanReadOrChangeStopsTheService(String permissions) {
    assertThatThrownBy(() -> KeyFile.at(file(permissions, OLD)))
        .isInstanceOf(UnusableKeyFile.class)
        .hasMessageContaining("by others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "not base64!", "c2hvcnQ="})
  void aFileWithoutAProperKeyStopsTheServiceWithoutShowingIt(String content) {
    assertThatThrownBy(() -> KeyFile.at(file("rw-------", content)))
        .isInstanceOf(UnusableKeyFile.class)
        .hasMessageNotContaining("c2hvcnQ");
  }

  private Path file(String permissions, String content) throws IOException {
    Path file = Files.createTempFile(folder, "key", "");
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String key(int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }
}
