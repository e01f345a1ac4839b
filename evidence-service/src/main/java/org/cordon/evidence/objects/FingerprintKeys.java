package org.cordon.evidence.objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Component;

/**
 * A keyed hash for each case, under a secret derived from the case's data key: whoever holds the
 * hashes without the key cannot try words against them, nor compare one case with another.
 */
@Component
public class FingerprintKeys {
  private final CaseKeys keys;
  private final Cache<CaseId, KeyedHash> known =
      Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofMinutes(10)).build();

  FingerprintKeys(CaseKeys keys) {
    this.keys = keys;
  }

  /** The case's hash, the same as long as the case has its data key. */
  public KeyedHash of(CaseId caseId) {
    return known.get(
        caseId, id -> KeyedHash.of(keys.derive(id, "fingerprints", KeyedHash.KEY_BYTES)));
  }
}
