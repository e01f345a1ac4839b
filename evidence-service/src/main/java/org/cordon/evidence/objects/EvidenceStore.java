package org.cordon.evidence.objects;

import com.google.crypto.tink.StreamingAead;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.platform.problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The bytes of versions in S3: each encrypted under its case's key, bound to its place, verified
 * when read.
 */
@Component
public class EvidenceStore {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceStore.class);
  private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchObject");

  /**
   * One part is held in memory while it is sent; 10,000 parts make 80 GiB the most for one object.
   */
  private static final long PART_SIZE = 8L * 1024 * 1024;

  private final MinioClient minio;
  private final String bucket;
  private final CaseKeys keys;
  private volatile boolean bucketKnown;

  EvidenceStore(MinioClient minio, ObjectsProperties properties, CaseKeys keys) {
    this.minio = minio;
    this.bucket = properties.bucket();
    this.keys = keys;
  }

  /**
   * Reads the stream to its end, once, and stores it encrypted. Memory use does not depend on the
   * size. When this throws, an object may or may not be there: {@link #remove} it.
   *
   * @return hash and size of the plaintext
   * @throws IOException when the sender's stream failed
   * @throws Problem UNAVAILABLE when the store did not take it, or whatever the stream itself threw
   */
  public StoredContent write(ObjectName name, InputStream content) throws IOException {
    MeasuredInput measured = new MeasuredInput(content);
    StreamingAead key = keys.forWriting(name.caseId());
    try {
      makeBucketOnce();
      minio.putObject(
          PutObjectArgs.builder().bucket(bucket).object(name.key()).stream(
                  new EncryptingInput(measured, key, name.associatedData()), -1L, PART_SIZE)
              .contentType("application/octet-stream")
              .build());
      return new StoredContent(measured.sha256Hex(), measured.size());
    } catch (MinioException | RuntimeException e) {
      measured.rethrowFailure();
      throw unavailable(e);
    }
  }

  /**
   * The content as it was received; the first bytes are already verified. Its last bytes come only
   * when size and hash agree with what was recorded.
   *
   * @throws IntegrityFailure here or while reading, when the object is missing, altered, cut or
   *     another one
   * @throws Problem UNAVAILABLE when the store does not answer
   */
  public InputStream open(ObjectName name, StoredContent expected) throws IOException {
    StreamingAead key = keys.forReading(name.caseId());
    MeasuredInput ciphertext = new MeasuredInput(ciphertext(name));
    try {
      return new VerifiedInput(
          name, expected, ciphertext, key.newDecryptingStream(ciphertext, name.associatedData()));
    } catch (GeneralSecurityException e) {
      ciphertext.close();
      throw new IllegalStateException("content cannot be decrypted here", e);
    } catch (IOException | RuntimeException e) {
      ciphertext.close();
      throw e;
    }
  }

  /**
   * Removes what was stored for something that never became a version; nothing there is no error.
   */
  public void remove(ObjectName name) {
    try {
      minio.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(name.key()).build());
    } catch (MinioException e) {
      throw unavailable(e);
    }
  }

  private InputStream ciphertext(ObjectName name) {
    try {
      return minio.getObject(GetObjectArgs.builder().bucket(bucket).object(name.key()).build());
    } catch (ErrorResponseException e) {
      if (MISSING.contains(e.errorResponse().code())) {
        throw new IntegrityFailure(
            "the stored content of version " + name.version() + " is missing");
      }
      throw unavailable(e);
    } catch (MinioException e) {
      throw unavailable(e);
    }
  }

  private void makeBucketOnce() throws MinioException {
    if (bucketKnown) {
      return;
    }
    if (!minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
      makeBucket();
    }
    bucketKnown = true;
  }

  private void makeBucket() throws MinioException {
    try {
      minio.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    } catch (ErrorResponseException e) {
      if (!e.errorResponse().code().startsWith("BucketAlready")) {
        throw e;
      }
    }
  }

  private static Problem unavailable(Exception cause) {
    LOG.warn("the object store did not answer as it should: {}", cause.getClass().getSimpleName());
    return new Problem(
        Problem.Kind.UNAVAILABLE,
        "The store of documents does not answer. Nothing is lost. Try again in a few minutes.");
  }
}
