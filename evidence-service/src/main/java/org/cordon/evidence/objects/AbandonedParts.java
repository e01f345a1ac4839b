package org.cordon.evidence.objects;

import io.minio.AbortMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.ListMultipartUploadsResult;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Parts of uploads to S3 that were never completed, because the service was killed meanwhile:
 * stores keep them until told.
 */
@Component
public class AbandonedParts {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedParts.class);

  private final MinioAsyncClient minio;
  private final String bucket;

  AbandonedParts(MinioAsyncClient minioParts, ObjectsProperties properties) {
    this.minio = minioParts;
    this.bucket = properties.bucket();
  }

  /** Removes what began before that time; a store that cannot list them is left alone. */
  public void remove(Instant before) {
    try {
      minio
          .listMultipartUploads(
              ListMultipartUploadsArgs.builder().bucket(bucket).prefix("cases/").build())
          .join()
          .result()
          .uploads()
          .stream()
          .filter(upload -> upload.initiated().toInstant().isBefore(before))
          .forEach(this::abort);
    } catch (CompletionException e) {
      LOG.debug("unfinished uploads could not be listed", e);
    }
  }

  private void abort(ListMultipartUploadsResult.Upload upload) {
    minio
        .abortMultipartUpload(
            AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(upload.objectName())
                .uploadId(upload.uploadId())
                .build())
        .join();
  }
}
