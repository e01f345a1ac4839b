package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ed25519Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger ORDER =
      new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

  /** What a signer with an odd, but not a bad, point may still make. */
  private static final Set<String> ACCEPTED =
      Set.of("low_order_component_A", "low_order_component_R");

  @Test
  void everyEdgeCaseIsAnsweredByTheOnePolicy() {
    Path file = Material.require("ed25519-vectors").resolve("ed25519vectors.json");
    int accepted = 0;
    for (JsonNode vector : new JsonMapper().readTree(file).values()) {
      Set<String> flags =
          vector.path("flags").values().stream()
              .map(JsonNode::asString)
              .collect(Collectors.toSet());
      boolean verifies =
          Ed25519.verifies(
              HEX.parseHex(vector.path("key").asString()),
              vector.path("msg").asString().getBytes(StandardCharsets.UTF_8),
              HEX.parseHex(vector.path("sig").asString()));
      assertThat(verifies).as(vector.toString()).isEqualTo(ACCEPTED.containsAll(flags));
      accepted += verifies ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(43);
  }

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @Test
  void theVectorsOfTheStandardAreMadeAndVerified_rfc8032() {
    List<List<String>> vectors =
        List.of(
            List.of(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            List.of(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            List.of(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
    for (List<String> vector : vectors) {
      KeyPair pair = Ed25519.pair(HEX.parseHex(vector.get(0)));
      byte[] message = HEX.parseHex(vector.get(2));
      byte[] signature = Ed25519.sign(pair.getPrivate(), message);

      assertThat(HEX.formatHex(Ed25519.bytes(pair.getPublic()))).isEqualTo(vector.get(1));
      assertThat(HEX.formatHex(signature)).isEqualTo(vector.get(3));
      assertThat(Ed25519.verifies(HEX.parseHex(vector.get(1)), message, signature)).isTrue();
    }
  }

  @Test
  void aBitFlippedAnywhereIsNoticed() {
    byte[] message = "checkpoint".getBytes(StandardCharsets.UTF_8);
    KeyPair pair = pair();
    byte[] key = Ed25519.bytes(pair.getPublic());
    byte[] signature = Ed25519.sign(pair.getPrivate(), message);
    assertThat(Ed25519.verifies(key, message, signature)).isTrue();
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      assertThat(Ed25519.verifies(key, message, flip(signature, bit))).as("bit %d", bit).isFalse();
    }
    for (int bit = 0; bit < 8 * key.length; bit++) {
      assertThat(Ed25519.verifies(flip(key, bit), message, signature)).as("bit %d", bit).isFalse();
    }
    assertThat(Ed25519.verifies(key, flip(message, 3), signature)).isFalse();
  }

  @Test
  void theSameSignatureWrittenWithALargerNumberIsRefused_rfc8032() {
    byte[] message = "checkpoint".getBytes(StandardCharsets.UTF_8);
    KeyPair pair = pair();
    byte[] signature = Ed25519.sign(pair.getPrivate(), message);
    byte[] larger = signature.clone();
    BigInteger s = BigInteger.ZERO;
    for (int i = 63; i >= 32; i--) {
      s = s.shiftLeft(8).or(BigInteger.valueOf(signature[i] & 0xff));
    }
    s = s.add(ORDER);
    for (int i = 32; i < 64; i++) {
      larger[i] = s.byteValue();
      s = s.shiftRight(8);
    }
    assertThat(Ed25519.verifies(Ed25519.bytes(pair.getPublic()), message, larger)).isFalse();
  }

  @Test
  void keysAndSignaturesOfAnotherLengthAreRefused() {
    KeyPair pair = pair();
    byte[] key = Ed25519.bytes(pair.getPublic());
    byte[] signature = Ed25519.sign(pair.getPrivate(), new byte[0]);
    for (int length : List.of(0, 31, 33, 64)) {
      assertThat(Ed25519.verifies(Arrays.copyOf(key, length), new byte[0], signature)).isFalse();
    }
    for (int length : List.of(0, 32, 63, 65)) {
      assertThat(Ed25519.verifies(key, new byte[0], Arrays.copyOf(signature, length))).isFalse();
    }
  }

  private static KeyPair pair() {
    byte[] seed = new byte[32];
    new SecureRandom().nextBytes(seed);
    return Ed25519.pair(seed);
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
