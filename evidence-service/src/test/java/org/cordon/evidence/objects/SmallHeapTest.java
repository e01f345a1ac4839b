package org.cordon.evidence.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordon.evidence.EvidenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content of 200 MB goes in and out of a process whose heap is 64 MB. */
class SmallHeapTest extends EvidenceTest {
  @TempDir Path folder;

  @Test
  void memoryDoesNotGrowWithTheFile() throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallHeap.class.getName(),
                    OBJECTS.endpoint(),
                    OBJECTS.accessKey(),
                    OBJECTS.secretKey(),
                    DATABASE.url(),
                    DATABASE.appUser(),
                    DATABASE.appPassword(),
                    KEY_FILE.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }
}
