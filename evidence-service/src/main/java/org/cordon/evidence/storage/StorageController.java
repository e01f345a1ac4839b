package org.cordon.evidence.storage;

import org.cordon.evidence.extraction.WorkerPool;
import org.cordon.evidence.extraction.worker.Surroundings;
import org.cordon.evidence.objects.BucketProtection;
import org.cordon.evidence.objects.BucketProtection.Presence;
import org.cordon.evidence.objects.KeyEncryptionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What protects the evidence here, for anyone who is signed in; no addresses and no names of
 * buckets or keys.
 */
@RestController
class StorageController {
  private final BucketProtection bucket;
  private final KeyEncryptionKey keyEncryptionKey;
  private final WorkerPool workers;

  /** Encryption at rest. */
  record Encryption(
      String algorithm, String dataKeys, String keyEncryptionKey, boolean textEncrypted) {}

  /** What the object store adds by itself. */
  record Objects(Presence versioning, Presence objectLock, Presence legalHold) {}

  /**
   * How the program that opens files is shut in, as it saw itself.
   *
   * @param withoutNetwork no network interface is up
   * @param withoutSecrets the key file and other secrets cannot be read
   * @param withoutEnvironment no setting of the service is passed on
   * @param ownProcesses the service's processes cannot be seen
   * @param otherUser it runs as a user that owns nothing
   * @param scratchInMemory what it unpacks never reaches a disk
   */
  record Reading(
      boolean separateProcess,
      boolean withoutNetwork,
      boolean withoutSecrets,
      boolean withoutEnvironment,
      boolean ownProcesses,
      boolean otherUser,
      boolean scratchInMemory) {

    static Reading of(Surroundings seen) {
      return new Reading(
          true,
          !seen.network(),
          !seen.secrets(),
          !seen.environment(),
          !seen.processes(),
          seen.user() == Surroundings.NOBODY,
          seen.memoryScratch());
    }
  }

  /** The whole answer; {@code reading} is null until the first worker has started. */
  record Storage(Encryption encryption, Objects objects, @Nullable Reading reading) {}

  StorageController(
      BucketProtection bucket, KeyEncryptionKey keyEncryptionKey, WorkerPool workers) {
    this.bucket = bucket;
    this.keyEncryptionKey = keyEncryptionKey;
    this.workers = workers;
  }

  @GetMapping("/api/evidence/storage")
  Storage storage() {
    Presence lock = bucket.objectLock();
    return new Storage(
        new Encryption("AES256_GCM_HKDF_1MB", "one for each case", keyEncryptionKey.keptIn(), true),
        new Objects(bucket.versioning(), lock, lock),
        workers.surroundings().map(Reading::of).orElse(null));
  }
}
