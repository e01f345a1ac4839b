package org.cordon.merkle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerTest {
  private final InventedLedger ledger = new InventedLedger(12, 5);
  @TempDir private Path folder;

  private record Said(int code, String out, String errors) {}

  private static Said run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        new VerifyLedger(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(List.of(words).stream().map(Object::toString).toArray(String[]::new));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aWholeLedgerIsVerifiedWithAKeyAndACheckpointKeptElsewhere() throws IOException {
    Path export = file("ledger", ledger.whole());
    Path note = file("checkpoint", ledger.note(10));
    String key = ledger.key.verifierKey().text();

    Said said = run(export, "--key", key, "--checkpoint", note);

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Verified: 12 entries of the whole ledger.")
        .contains("4 in the file, 1 kept elsewhere")
        .contains(key)
        .doesNotContain("The key is the one that the file names");
    assertThat(run(export, "--key", file("key", key + "\n")).code()).isZero();
  }

  @Test
  void withoutAKeyAndACheckpointItSaysWhatThatIsWorth() throws IOException {
    Said said = run(file("ledger", ledger.whole()));

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("The key is the one that the file names")
        .contains("Without a checkpoint kept elsewhere");
  }

  @Test
  void theFirstBadEntryIsNamed() throws IOException {
    ledger.texts.set(6, Optional.of("altered"));
    Said said = run(file("ledger", ledger.whole()));

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("NOT verified").contains("first bad entry is at position 7.");
  }

  @Test
  void whereTheFirstBadEntryCannotBeToldExactlyItSaysBetweenWhich() throws IOException {
    ledger.texts.set(6, Optional.of("altered"));
    ledger.leaves.set(6, InventedLedger.leaf("altered"));
    Said said = run(file("ledger", ledger.whole()));

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("at one of the positions 6 to 10.");
  }

  @Test
  void whatIsNoWholeExportHasACodeOfItsOwn() throws IOException {
    byte[] whole = ledger.whole();
    assertThat(run(file("cut", Arrays.copyOf(whole, 500))).code()).isEqualTo(5);
    assertThat(run(folder.resolve("absent")).code()).isEqualTo(5);
    assertThat(run(folder).code()).isEqualTo(5);
    Path export = file("ledger", whole);
    assertThat(run(export, "--checkpoint", folder.resolve("absent")).code()).isEqualTo(5);
    assertThat(run(export, "--checkpoint", file("note", "no note")).code()).isEqualTo(5);
    assertThat(run(export, "--checkpoint", file("long", "x".repeat(70_000))).code()).isEqualTo(5);
  }

  @Test
  void wordsThatAreNotUnderstoodHaveACodeOfTheirOwn() throws IOException {
    Path export = file("ledger", ledger.whole());
    for (Object[] words :
        List.of(
            new Object[] {},
            new Object[] {export, export},
            new Object[] {export, "--all"},
            new Object[] {export, "--key"},
            new Object[] {export, "--key", "a+b+c"},
            new Object[] {export, "--checkpoint"})) {
      Said said = run(words);
      assertThat(said.code()).as(said.errors()).isEqualTo(2);
      assertThat(said.errors()).contains("verify-ledger FILE");
    }
  }

  @Test
  void itRunsFromTheSourcesWithNothingButAJdk() throws Exception {
    Path export = file("ledger", ledger.whole());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/main/java/org/cordon/merkle/export/VerifyLedger.java",
                export.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).startsWith("Verified: 12 entries of the whole ledger.");
    assertThat(process.exitValue()).isZero();
  }
}
