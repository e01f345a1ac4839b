package org.cordon.evidence.objects;

import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.cordon.evidence.GeneratedInput;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The process with the small heap: content in, content out. */
final class SmallHeap {
  private static final long SIZE = 200L * 1024 * 1024;
  private static final String BUCKET_NAME = "evidence";

  private SmallHeap() {}

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
    // The client of the store leaves threads behind.
    System.exit(0);
  }

  private static void read(EvidenceStore store, ObjectName name, StoredContent stored)
      throws IOException {
    try (InputStream content = store.open(name, stored)) {
      if (content.transferTo(java.io.OutputStream.nullOutputStream()) != SIZE) {
        throw new AssertionError("another size came out");
      }
    }
  }
}
