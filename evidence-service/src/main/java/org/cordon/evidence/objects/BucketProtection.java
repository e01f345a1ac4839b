package org.cordon.evidence.objects;

import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.VersioningConfiguration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the bucket itself protects against, as the bucket says when asked. */
@Component
public class BucketProtection {
  private static final Set<String> NOT_THERE =
      Set.of(
          "ObjectLockConfigurationNotFoundError",
          "NotImplemented",
          "NoSuchBucket",
          "MethodNotAllowed",
          "XNotImplemented");

  private final MinioClient minio;
  private final String bucket;

  /** Whether a protection is there. */
  public enum Presence {
    PRESENT,
    ABSENT,
    /** The store did not answer, so nothing is claimed. */
    UNKNOWN
  }

  BucketProtection(MinioClient minio, ObjectsProperties properties) {
    this.minio = minio;
    this.bucket = properties.bucket();
  }

  /** Whether an object that is overwritten or removed can be had back. */
  public Presence versioning() {
    return ask(() -> {
      VersioningConfiguration.Status status =
          minio
              .getBucketVersioning(GetBucketVersioningArgs.builder().bucket(bucket).build())
              .status();
      return status == VersioningConfiguration.Status.ENABLED;
    });
  }

  /** Whether the bucket can refuse to let an object go before its time (and take legal holds). */
  public Presence objectLock() {
    return ask(() -> {
      minio.getObjectLockConfiguration(
          GetObjectLockConfigurationArgs.builder().bucket(bucket).build());
      return true;
    });
  }

  private interface Question {
    boolean ask() throws MinioException;
  }

  private static Presence ask(Question question) {
    try {
      return question.ask() ? Presence.PRESENT : Presence.ABSENT;
    } catch (ErrorResponseException e) {
      boolean known = NOT_THERE.contains(e.errorResponse().code()) || e.response().code() == 501;
      return known ? Presence.ABSENT : Presence.UNKNOWN;
    } catch (MinioException _) {
      return Presence.UNKNOWN;
    }
  }
}
