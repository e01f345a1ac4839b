package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a text of 100 MB are read in a process whose heap is 24 MB. */
class LongTextTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"words", "one word without end"})
  void memoryDoesNotGrowWithTheText(String text) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx24m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LongText.class.getName(),
                    text))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }
}
