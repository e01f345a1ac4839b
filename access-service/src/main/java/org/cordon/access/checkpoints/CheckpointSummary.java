package org.cordon.access.checkpoints;

import java.time.Instant;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;
import org.cordon.platform.problems.IntegrityFailure;

/**
 * A checkpoint as it is shown.
 *
 * @param ledger the ledger's name, which is also its key's
 * @param size how many entries it covers
 * @param root in base64
 * @param note the signed text: keep this elsewhere
 */
record CheckpointSummary(String ledger, long size, String root, Instant signedAt, String note) {

  /**
   * @throws IntegrityFailure when the key has not signed it
   */
  static CheckpointSummary of(StoredCheckpoint stored, VerifierKey key) {
    try {
      SignedCheckpoint signed = SignedCheckpoint.open(stored.note(), key);
      return new CheckpointSummary(
          signed.origin(), signed.size(), signed.root().base64(), stored.signedAt(), stored.note());
    } catch (Unverified e) {
      throw new IntegrityFailure("the checkpoint of " + stored.size() + " entries is false", e);
    }
  }
}
