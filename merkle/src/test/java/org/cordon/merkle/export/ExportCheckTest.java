package org.cordon.merkle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.cordon.merkle.Hash;
import org.cordon.merkle.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCheckTest {
  private final InventedLedger ledger = new InventedLedger(40, 7);
  private final List<String> kept = List.of(ledger.note(35));

  @Test
  void aLedgerAsItWasSignedIsVerified() throws IOException {
    assertThat(check(ledger.whole(), kept))
        .isInstanceOfSatisfying(
            Verdict.Verified.class,
            verified -> {
              assertThat(verified.entries()).isEqualTo(40);
              assertThat(verified.size()).isEqualTo(40);
              assertThat(verified.checkpoints()).isEqualTo(7);
              assertThat(verified.kept()).isEqualTo(1);
            });
    assertThat(check(new InventedLedger(0, 1).whole(), Optional.empty(), List.of()))
        .isInstanceOf(Verdict.Verified.class);
  }

  @Test
  void anAlteredEntryIsNamed() throws IOException {
    for (int position = 1; position <= 40; position++) {
      InventedLedger altered = new InventedLedger(40, 7);
      altered.texts.set(position - 1, Optional.of("altered"));
      assertThat(check(altered.whole(), Optional.of(altered.key.verifierKey()), List.of()))
          .isEqualTo(refutedAt(position, "the entry without an id is not the one recorded"));
    }
  }

  @Test
  void anEntryThatIsGoneIsNamed() throws IOException {
    ledger.texts.set(16, Optional.empty());
    assertThat(check(ledger.whole(), kept))
        .isEqualTo(refutedAt(17, "the entry is gone or cannot be read"));
  }

  @Test
  void anEntryTakenOutPutInOrMovedIsNamedWhereTheOrderBreaks() throws IOException {
    ledger.texts.remove(16);
    ledger.texts.add(Optional.empty());
    assertFirst(17, check(ledger.whole(), kept));
    ledger.texts.removeLast();
    ledger.texts.add(16, Optional.of(InventedLedger.text(17)));
    assertThat(check(ledger.whole(), kept)).isInstanceOf(Verdict.Verified.class);

    ledger.texts.add(9, Optional.of("put in"));
    ledger.texts.removeLast();
    assertFirst(10, check(ledger.whole(), kept));
    ledger.texts.remove(9);
    ledger.texts.add(Optional.of(InventedLedger.text(40)));

    Collections.swap(ledger.texts, 20, 33);
    assertFirst(21, check(ledger.whole(), kept));
  }

  @Test
  void anEntryThatWasNeverGivenAPlaceIsNamed() throws IOException {
    byte[] file =
        ledger.written(
            new ExportScope.Whole(), writer -> writer.stray(new UUID(0x0191, 0x8000L << 48)));
    assertThat(check(file, List.of()))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class,
            refuted ->
                assertThat(refuted.reason()).contains("00000000-0000-0191-8000-000000000000"));
  }

  @Test
  void anEntryRewrittenTogetherWithItsHashLiesAfterTheLastCheckpointThatFits() throws IOException {
    ledger.texts.set(16, Optional.of("altered"));
    ledger.leaves.set(16, InventedLedger.leaf("altered"));

    assertThat(check(ledger.whole(), kept))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class,
            refuted -> {
              assertThat(refuted.first()).isEqualTo(15);
              assertThat(refuted.last()).isEqualTo(21);
            });
  }

  @Test
  void aHashThatWasAlteredAloneIsToldFromAnAlteredEntry() throws IOException {
    ledger.leaves.set(16, Hash.of(new byte[32]));
    assertThat(check(ledger.whole(), kept))
        .isEqualTo(
            refutedAt(
                17,
                "the entry is as it was signed, but the hash that the ledger keeps for it is not"));
  }

  @Test
  void aDigestThatWasAlteredAloneIsNamed() throws IOException {
    ledger.digests.put(17, "00".repeat(32));
    assertFirst(17, check(ledger.whole(), kept));
    assertFirst(17, check(ledger.cases(3, 17), List.of()));
  }

  @Test
  void aLedgerSignedAnewFromTheBeginningIsCaughtByACheckpointKeptElsewhere() throws IOException {
    String keptElsewhere = ledger.note(35);
    byte[] rewritten =
        ledger.written(
            new ExportScope.Whole(),
            writer -> {
              for (int position = 1; position <= 40; position++) {
                String text = position == 17 ? "altered" : InventedLedger.text(position);
                InventedLedger.write(writer, position, text);
              }
            });
    assertThat(check(rewritten, List.of(keptElsewhere)))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class,
            refuted -> {
              assertThat(refuted.reason()).contains("kept elsewhere");
              assertThat(refuted.first()).isEqualTo(1);
              assertThat(refuted.last()).isEqualTo(35);
            });
  }

  @Test
  void aLedgerThatWasCutOffIsCaughtByALongerCheckpointKeptElsewhere() throws IOException {
    InventedLedger shorter = new InventedLedger(21, 7);
    byte[] cut =
        ledger.written(
            new ExportScope.Whole(),
            writer -> {
              for (int position = 1; position <= 21; position++) {
                String text = InventedLedger.text(position);
                InventedLedger.write(writer, position, text);
              }
              writer.checkpoint(ledger.note(21));
            });
    assertThat(shorter.leaves).isEqualTo(ledger.leaves.subList(0, 21));
    assertThat(check(cut, List.of())).isInstanceOf(Verdict.Verified.class);
    assertFirst(22, check(cut, List.of(ledger.note(40), ledger.note(7))));
  }

  @Test
  void aCheckpointOfAnotherKeyIsNotBelieved() throws IOException {
    InventedLedger other = new InventedLedger(40, 7);
    assertThat(check(ledger.whole(), Optional.of(other.key.verifierKey()), List.of()))
        .isInstanceOf(Verdict.Refuted.class);
    assertThat(check(ledger.whole(), List.of(other.note(35))))
        .isInstanceOf(Verdict.Incomparable.class);
  }

  @Test
  void entriesAfterTheLastCheckpointAreNotVerified() throws IOException {
    ledger.notes.removeLast();
    ledger.sizes.removeLast();
    assertThat(check(ledger.whole(), List.of()))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class, refuted -> assertThat(refuted.first()).isEqualTo(36));
  }

  @Test
  void theEntriesOfACaseAreProvenOneByOne() throws IOException {
    assertThat(check(ledger.cases(1, 2, 17, 40), List.of(ledger.note(40))))
        .isInstanceOfSatisfying(
            Verdict.Verified.class, verified -> assertThat(verified.entries()).isEqualTo(4));
    ledger.texts.set(16, Optional.of("altered"));
    assertFirst(17, check(ledger.cases(1, 2, 17, 40), List.of()));
    ledger.texts.set(1, Optional.empty());
    assertFirst(2, check(ledger.cases(1, 2, 17, 40), List.of()));
  }

  @Test
  void aCasesFileCannotBeHeldAgainstACheckpointOfAnotherSize() throws IOException {
    assertThat(check(ledger.cases(1, 2), List.of(ledger.note(35))))
        .isInstanceOfSatisfying(
            Verdict.Incomparable.class,
            incomparable -> assertThat(incomparable.reason()).contains("size=35"));
  }

  @Test
  void aFileCutAnywhereIsNotWhole() {
    for (byte[] file : List.of(ledger.whole(), ledger.cases(3, 4))) {
      for (int length = 0; length < file.length; length += 1 + length % 13) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> check(cut, List.of())).isInstanceOf(MalformedExport.class);
      }
    }
  }

  @Test
  void aByteChangedAnywhereIsNoticed() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Optional<VerifierKey> key = Optional.of(ledger.key.verifierKey());
    for (byte[] file : List.of(ledger.whole(), ledger.cases(3, 4, 29))) {
      int afterHead = new String(file, StandardCharsets.ISO_8859_1).indexOf("\ncheckpoint ") + 1;
      for (int i = 0; i < 400; i++) {
        byte[] changed = file.clone();
        changed[afterHead + random.nextInt(file.length - afterHead)] ^=
            (byte) (1 << random.nextInt(8));
        Optional<Verdict> verdict;
        try {
          verdict = Optional.of(check(changed, key, kept));
        } catch (IOException _) {
          verdict = Optional.empty();
        }
        assertThat(verdict.filter(Verdict.Verified.class::isInstance))
            .as("seed %d, change %d", seed, i)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "other/1\n",
        "cordon-ledger-export/1\nscope all\nkey KEY\nend 0\n",
        "cordon-ledger-export/1\nscope cases\nkey KEY\nend 0\n",
        "cordon-ledger-export/1\nscope cases x\nkey KEY\nend 0\n",
        "cordon-ledger-export/1\nscope whole\nkey x\nend 0\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nend 1\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nend 0\nend 0\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nnothing\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nentry 1\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nentry 1 00 00 HASH 0\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nmissing 0 HASH\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nmissing 2 HASH\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nmissing 1 AAAA\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nproof\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\nstray x\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\ncheckpoint 9\nend 0\n",
        "cordon-ledger-export/1\nscope whole\nkey KEY\ncheckpoint 65537\nend 0\n",
        "cordon-ledger-export/1\nscope cases CASE\nkey KEY\nproof\nend 0\n",
        "cordon-ledger-export/1\nscope cases CASE\nkey KEY\nend 0\n",
      })
  void whatIsNoExportIsRefused(String text) {
    String file =
        text.replace("KEY", ledger.key.verifierKey().text())
            .replace("CASE", InventedLedger.CASE.toString())
            .replace("HASH", ledger.leaves.getFirst().base64());
    assertThatThrownBy(() -> check(file.getBytes(StandardCharsets.UTF_8), List.of()))
        .isInstanceOf(MalformedExport.class);
  }

  @Test
  void aLineTooLongIsRefusedUnread() {
    byte[] file = ("cordon-ledger-export/1" + "x".repeat(9_000)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> check(file, List.of()))
        .isInstanceOf(MalformedExport.class)
        .hasMessageContaining("more than 8192 bytes");
  }

  private static Verdict refutedAt(long position, String reason) {
    return new Verdict.Refuted(position, position, reason);
  }

  private static void assertFirst(long position, Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refuted.class,
            refuted -> {
              assertThat(refuted.first()).isEqualTo(position);
              assertThat(refuted.last()).isEqualTo(position);
            });
  }

  private Verdict check(byte[] file, List<String> notes) throws IOException {
    return check(file, Optional.of(ledger.key.verifierKey()), notes);
  }

  private static Verdict check(byte[] file, Optional<VerifierKey> key, List<String> notes)
      throws IOException {
    return new ExportCheck(key, notes).check(new ByteArrayInputStream(file)).verdict();
  }
}
