package org.cordon.evidence.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cordon.evidence.FailingInput;
import org.cordon.evidence.extraction.worker.Outcome;
import org.cordon.evidence.extraction.worker.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A worker without the rest of the service, and files made to harm it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MOST_TEXT = 1_000_000;

  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final WorkerLauncher launcher;
  private final Worker worker;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  WorkerTest() throws IOException {
    Path secret = Files.createTempFile("secret", "");
    Files.writeString(secret, "secret");
    secret.toFile().deleteOnExit();
    launcher = new WorkerLauncher(properties(), secret, watch);
    worker = launcher.start();
  }

  private static ExtractionProperties properties() {
    return new ExtractionProperties(
        1,
        LONG,
        org.springframework.util.unit.DataSize.ofMegabytes(96),
        org.springframework.util.unit.DataSize.ofMegabytes(100),
        org.springframework.util.unit.DataSize.ofMegabytes(200),
        MOST_TEXT,
        Optional.empty(),
        List.of());
  }

  @BeforeAll
  void warmUp() throws Exception {
    assertThat(read(worker, "a.txt", "warm".getBytes(UTF_8)).outcome()).isEqualTo(Outcome.READ);
  }

  @AfterAll
  void close() {
    worker.close();
    launcher.close();
    watch.shutdownNow();
  }

  @Test
  void whereTheKernelAllowsItAWorkerHasNoNetworkNoSecretsNoSettingsAndNoNeighbours() {
    Surroundings seen = worker.surroundings();
    assumeTrue(seen.user() == Surroundings.NOBODY, "skipped: the tests do not run as root");

    assertThat(seen)
        .isEqualTo(new Surroundings(false, false, false, false, Surroundings.NOBODY, true));
  }

  @Test
  void theTextOfWhatIsPackedInsideIsFound() throws Exception {
    byte[] inner = zip("letter.txt", "the letter inside".getBytes(UTF_8));

    Reading reading = read(worker, "outer.zip", zip("inner.zip", inner));

    assertThat(reading.outcome()).isEqualTo(Outcome.READ);
    assertThat(reading.mediaType()).isEqualTo("application/zip");
    assertThat(text.toString(UTF_8)).contains("letter.txt").contains("the letter inside");
  }

  @Test
  void contentDecidesWhatAFileIsAndNotItsName() throws Exception {
    Reading reading = read(worker, "picture.jpg", "%PDF-1.4 broken".getBytes(UTF_8));

    assertThat(reading.mediaType()).isEqualTo("application/pdf");
    assertThat(reading.outcome()).isEqualTo(Outcome.DAMAGED);
  }

  @Test
  void textIsTakenUpToTheLimitAndTheRestIsSaidToBeMissing() throws Exception {
    Reading reading = read(worker, "a.txt", "häuser ".repeat(200_000).getBytes(UTF_8));

    assertThat(reading.outcome()).isEqualTo(Outcome.READ);
    assertThat(reading.truncated()).isTrue();
    assertThat(text.toString(UTF_8).length())
        .isLessThanOrEqualTo(MOST_TEXT)
        .isGreaterThan(MOST_TEXT - 10);
  }

  @Test
  void controlCharactersDoNotReachTheText() throws Exception {
    read(worker, "a.csv", "a,b\u0007\u0000c\n".repeat(10).getBytes(UTF_8));

    assertThat(text.toString(UTF_8)).doesNotContain("\u0007").doesNotContain("\u0000");
  }

  @Test
  void bytesOfNoKnownKindAreUnsupported() throws Exception {
    byte[] bytes = new byte[5000];
    new java.util.Random(1).nextBytes(bytes);

    assertThat(read(worker, "a", bytes).outcome()).isEqualTo(Outcome.UNSUPPORTED);
  }

  @Test
  void aSourceThatFailsLeavesTheWorkerReadyForTheNextFile() throws Exception {
    InputStream broken = FailingInput.after(200_000, () -> new IOException("the store went away"));

    assertThatThrownBy(
            () -> worker.read("a.txt", broken, OutputStream.nullOutputStream(), MOST_TEXT, LONG))
        .hasMessage("the store went away");
    assertThat(read(worker, "b.txt", "next".getBytes(UTF_8)).outcome()).isEqualTo(Outcome.READ);
    assertThat(text.toString(UTF_8)).contains("next");
  }

  @Test
  void aFileThatUnpacksWithoutEndIsStopped() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] blanks = new byte[1024 * 1024];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        gzip.write(blanks);
      }
    }

    Reading reading = read(worker, "a.txt.gz", packed.toByteArray());

    assertThat(reading.truncated() || reading.outcome() != Outcome.READ).isTrue();
  }

  @Test
  void aFileThatRunsForEverIsEndedAndTakesOnlyItsWorkerWithIt() throws Exception {
    Worker victim = launcher.start();

    assertThatThrownBy(() ->
            victim.read(
                "endless.pdf",
                new ByteArrayInputStream(endlessPdf()),
                OutputStream.nullOutputStream(),
                MOST_TEXT,
                Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            WorkerLost.class,
            lost -> assertThat(lost.reason()).isEqualTo(WorkerLost.Cause.TOO_SLOW));
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void aFileThatExhaustsMemoryEndsItsWorkerWithThatReason() throws Exception {
    Worker victim = launcher.start();
    byte[] attribute = ("<a b=\"" + "x".repeat(90_000_000) + "\"/>").getBytes(UTF_8);

    assertThatThrownBy(() -> read(victim, "a.xml", attribute))
        .isInstanceOfSatisfying(
            WorkerLost.class,
            lost -> assertThat(lost.reason()).isEqualTo(WorkerLost.Cause.TOO_MUCH_MEMORY));
  }

  @Test
  void aWorkerThatIsKilledIsLostAndSaysSo() throws Exception {
    Worker victim = launcher.start();
    victim.close();

    assertThatThrownBy(() -> read(victim, "a.txt", "text".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            WorkerLost.class,
            lost -> assertThat(lost.reason()).isEqualTo(WorkerLost.Cause.CRASHED));
  }

  private Reading read(Worker reader, String name, byte[] content) throws IOException, WorkerLost {
    text.reset();
    return reader.read(name, new ByteArrayInputStream(content), text, MOST_TEXT, LONG);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Forty forms, each of which draws the next one twice: 2 to the 40th drawings. */
  private static byte[] endlessPdf() {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    pdf.append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
    pdf.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
    pdf.append(
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>> endobj\n");
    pdf.append("4 0 obj <</Length 5>> stream\n/F Do\nendstream endobj\n");
    for (int i = 10; i < 50; i++) {
      pdf.append(
          "%d 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>/Length 11>> stream\n/F Do /F Do\nendstream endobj\n"
              .formatted(i, i + 1));
    }
    pdf.append(
        "50 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>> stream\n\nendstream endobj\n");
    pdf.append("trailer <</Root 1 0 R>>\n%%EOF\n");
    return pdf.toString().getBytes(UTF_8);
  }
}
