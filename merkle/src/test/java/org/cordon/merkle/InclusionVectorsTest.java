package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inclusion vectors of transparency-dev/merkle: 98, of which 92 must fail. */
class InclusionVectorsTest {

  @Test
  void everyPublishedVectorVerifiesOrFailsAsItShould() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Material.require("merkle-rfc6962").resolve("inclusion"))) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSize(98);
    int failing = 0;
    for (Path file : files) {
      JsonNode vector = new JsonMapper().readTree(file);
      if (vector.path("wantErr").asBoolean()) {
        failing++;
        assertThatThrownBy(verification(vector))
            .as(file.toString())
            .isInstanceOfAny(Unverified.class, IllegalArgumentException.class);
      } else {
        assertThatNoException().as(file.toString()).isThrownBy(verification(vector));
      }
    }
    assertThat(failing).isEqualTo(92);
  }

  private static ThrowingCallable verification(JsonNode vector) {
    return () -> {
      List<Hash> path =
          vector.path("proof").values().stream().map(InclusionVectorsTest::hash).toList();
      new InclusionProof(unsigned(vector, "leafIdx"), unsigned(vector, "treeSize"), path)
          .verify(hash(vector.path("leafHash")), hash(vector.path("root")));
    };
  }

  /**
   * The vectors' numbers have 64 bits without a sign; ours have one, and refuse what is below 0.
   */
  private static long unsigned(JsonNode vector, String name) {
    return vector.path(name).bigIntegerValue().longValue();
  }

  private static Hash hash(JsonNode base64) {
    return Hash.ofBase64(base64.asString());
  }
}
