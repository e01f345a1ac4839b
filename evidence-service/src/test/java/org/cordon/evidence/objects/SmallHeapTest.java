package org.cordon.evidence.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordon.evidence.EvidenceTest;
import org.cordon.evidence.GeneratedInput;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Content of 300 MB goes in and out of a process whose heap is 64 MB. */
class SmallHeapTest extends EvidenceTest {
  private static final long SIZE = 300L * 1024 * 1024;

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
                    SmallHeapTest.class.getName(),
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

    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  /** The process with the small heap. */
  public static void main(String[] arguments) throws Exception {
    ObjectsProperties properties =
        new ObjectsProperties(arguments[0], arguments[1], arguments[2], BUCKET_NAME, "us-east-1");
    DriverManagerDataSource database =
        new DriverManagerDataSource(arguments[3], arguments[4], arguments[5]);
    MinioClient minio =
        MinioClient.builder()
            .endpoint(properties.endpoint())
            .region(properties.region())
            .credentials(properties.accessKey(), properties.secretKey())
            .build();
    CaseKeys keys =
        new CaseKeys(
            JdbcClient.create(database),
            new JdbcTransactionManager(database),
            KeyFile.at(Path.of(arguments[6])),
            Clock.systemUTC());
    EvidenceStore store = new EvidenceStore(minio, properties, keys);
    ObjectName name = ObjectName.content(CaseId.create(), VersionId.create());
    StoredContent stored = store.write(name, new GeneratedInput(SIZE));
    read(store, name, stored);
    store.remove(name);
  }

  private static final String BUCKET_NAME = "evidence";

  private static void read(EvidenceStore store, ObjectName name, StoredContent stored)
      throws IOException {
    try (InputStream content = store.open(name, stored)) {
      if (content.transferTo(java.io.OutputStream.nullOutputStream()) != SIZE) {
        throw new AssertionError("another size came out");
      }
    }
  }
}
