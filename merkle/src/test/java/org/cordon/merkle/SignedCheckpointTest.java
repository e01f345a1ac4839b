package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
  private static final SigningKey KEY = key("cordon.example/ledger");
  private static final Hash ROOT = TreeHash.leaf(new byte[] {1, 2, 3});
  private static final Checkpoint CHECKPOINT = new Checkpoint("cordon.example/ledger", 42, ROOT);

  private static SigningKey key(String name) {
    return SigningKey.parse(SigningKey.create(name, new SecureRandom()));
  }

  /** The example that comes with the first implementation of signed notes. */
  @Test
  void aNoteOfAnotherImplementationIsReadAndMadeAgainByteForByte() throws Unverified {
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    String note =
        text
            + """

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    VerifierKey key =
        VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    byte[] typed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    SigningKey signing =
        SigningKey.parse("PeterNeumann+" + Base64.getEncoder().encodeToString(seed));

    SignedNote.parse(note).verify(key);
    assertThat(signing.verifierKey()).isEqualTo(key).hasToString(key.text());
    assertThat(signing.sign(text).text()).isEqualTo(note);
  }

  @Test
  void whatIsSignedIsOpenedWithThePublicKey() throws Unverified {
    SignedCheckpoint signed = KEY.sign(CHECKPOINT);
    SignedCheckpoint opened =
        SignedCheckpoint.open(signed.note(), VerifierKey.parse(KEY.verifierKey().text()));

    assertThat(opened.origin()).isEqualTo("cordon.example/ledger");
    assertThat(opened.size()).isEqualTo(42);
    assertThat(opened.root()).isEqualTo(ROOT);
    assertThat(signed.note())
        .startsWith("cordon.example/ledger\n42\n" + ROOT.base64() + "\n\n\u2014 cordon.example/");
  }

  @Test
  void signaturesOfWitnessesArePassedOverAndKept() throws Unverified {
    String witness = key("witness.example").sign(CHECKPOINT.text()).text();
    String both = KEY.sign(CHECKPOINT).note() + witness.substring(witness.lastIndexOf('\u2014'));

    SignedCheckpoint opened = SignedCheckpoint.open(both, KEY.verifierKey());

    assertThat(opened.note()).isEqualTo(both);
    assertThat(SignedNote.parse(both).text()).isEqualTo(both);
  }

  @Test
  void anotherKeyAnotherNameAndAFalseSignatureAreRefused() {
    String note = KEY.sign(CHECKPOINT).note();
    assertRefused(note, key("cordon.example/ledger").verifierKey());
    assertRefused(note, key("other.example/ledger").verifierKey());
    assertRefused(note.replace("\n42\n", "\n43\n"), KEY.verifierKey());
    String good = note.substring(note.lastIndexOf('\u2014'));
    String forged = SignedNote.of("x\n", KEY.verifierKey(), new byte[64]).text();
    assertRefused(note + forged.substring(forged.lastIndexOf('\u2014')), KEY.verifierKey());
    assertRefused(note.replace(good, ""), KEY.verifierKey());
  }

  @Test
  void aCheckpointOfAnotherLedgerIsNotSignedAndNotOpened() {
    Checkpoint other = new Checkpoint("other.example", 1, ROOT);
    assertThatThrownBy(() -> KEY.sign(other)).isInstanceOf(IllegalArgumentException.class);
    assertRefused(KEY.sign(other.text()).text(), KEY.verifierKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n",
        "o\n1\n",
        "o\n1\nROOT",
        "o\n01\nROOT\n",
        "o\n+1\nROOT\n",
        "o\n-1\nROOT\n",
        "o\n1 \nROOT\n",
        "o\n\u0661\nROOT\n",
        "o\n9223372036854775808\nROOT\n",
        "o\n9223372036854775807\nROOT\n",
        "\n1\nROOT\n",
        "o\n1\nAAAA\n",
        "o\n1\n ROOT\n",
        "o\n1\nROOT\n\nx\n",
        "o\n1\nROOT\n\n",
        "o\r\n1\r\nROOT\r\n",
      })
  void aTextThatIsNoCheckpointIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT.base64())))
        .isInstanceOf(Unverified.class);
  }

  @Test
  void base64IsReadInOneFormOnly() {
    String root = ROOT.base64();
    String unpadded = root.substring(0, 43);
    char last = root.charAt(42);
    String strayBits = root.substring(0, 42) + (char) (last + 1) + "=";
    for (String form : List.of(unpadded, strayBits, root + "=", root + "\n", "")) {
      assertThatThrownBy(() -> Hash.ofBase64(form)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void extensionLinesAreReadAndCoveredByTheSignature() throws Unverified {
    Checkpoint extended = new Checkpoint("cordon.example/ledger", 42, ROOT, List.of("one", "two"));
    assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
    String note = KEY.sign(extended).note();
    assertThat(SignedCheckpoint.open(note, KEY.verifierKey()).note()).isEqualTo(note);
    assertRefused(note.replace("\ntwo\n", "\ntwi\n"), KEY.verifierKey());
  }

  @Test
  void aNoteIsRefusedForItsLengthItsSignaturesAndItsCharacters() {
    String note = KEY.sign(CHECKPOINT).note();
    String line = note.substring(note.lastIndexOf('\u2014'));
    assertRefused("x".repeat(SignedNote.MOST_CHARACTERS) + note, KEY.verifierKey());
    assertRefused(note + line.repeat(32), KEY.verifierKey());
    assertRefused(note.replace("\n42\n", "\r\n42\n"), KEY.verifierKey());
    assertRefused("\ud800" + note, KEY.verifierKey());
    assertRefused(note.substring(0, note.length() - 1), KEY.verifierKey());
    assertRefused(note.replace("\u2014 ", "- "), KEY.verifierKey());
    assertRefused(note.replace("\u2014 ", "\u2014  "), KEY.verifierKey());
    assertRefused(note + "\n", KEY.verifierKey());
    assertRefused(note + "\u2014 x AAAA\n", KEY.verifierKey());
  }

  @Test
  void whateverIsDoneToANoteItIsRefusedOrReadsAsItWasSigned() {
    String note = KEY.sign(CHECKPOINT).note();
    long seed = new SecureRandom().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      String damaged = new String(bytes, StandardCharsets.UTF_8);
      try {
        SignedCheckpoint opened = SignedCheckpoint.open(damaged, KEY.verifierKey());
        assertThat(opened.note()).as("seed %d", seed).isEqualTo(note);
      } catch (Unverified _) {
        assertThat(damaged).as("seed %d", seed).isNotEqualTo(note);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "name+c74f20a3",
        "name+c74f20a3+AAAA",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      })
  void aTextThatIsNoVerifierKeyIsRefused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyOfSmallOrderIsNoVerifierKey() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    assertThatThrownBy(() -> VerifierKey.of("name", identity))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSigningKeyIsNeverRepeated() {
    String line = SigningKey.create("cordon.example", new SecureRandom());
    assertThat(SigningKey.parse(line + "\n").toString()).isEqualTo("SigningKey[cordon.example]");
    for (String bad : List.of("", "name", "name+", "name+AAAA", line + "AAAA", "a b" + line)) {
      assertThatThrownBy(() -> SigningKey.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(line.substring(line.indexOf('+')));
    }
  }

  private static void assertRefused(String note, VerifierKey key) {
    assertThatThrownBy(() -> SignedCheckpoint.open(note, key)).isInstanceOf(Unverified.class);
  }
}
