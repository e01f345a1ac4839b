package org.cordon.evidence.objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@code case_keys} table: one data key a case, AES-256-GCM with HKDF in segments of 1 MiB,
 * wrapped at rest.
 */
@Component
class CaseKeys {
  private final JdbcClient jdbc;
  private final KeyEncryptionKey keyEncryptionKey;
  private final Clock clock;
  private final TransactionTemplate alone;
  private final Cache<CaseId, StreamingAead> opened =
      Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofMinutes(10)).build();

  CaseKeys(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      KeyEncryptionKey keyEncryptionKey,
      Clock clock)
      throws GeneralSecurityException {
    StreamingAeadConfig.register();
    this.jdbc = jdbc;
    this.keyEncryptionKey = keyEncryptionKey;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The case's key, made now when it has none. */
  StreamingAead forWriting(CaseId caseId) {
    StreamingAead known = opened.getIfPresent(caseId);
    if (known != null) {
      return known;
    }
    if (find(caseId).isEmpty()) {
      // Committed by itself: a key that is rolled back after it was used would open nothing.
      alone.executeWithoutResult(_ -> make(caseId));
    }
    return forReading(caseId);
  }

  /**
   * The case's key.
   *
   * @throws IntegrityFailure when there is none, or it was altered
   */
  StreamingAead forReading(CaseId caseId) {
    return opened.get(caseId, this::open);
  }

  /**
   * A secret that follows from the case's key and tells nothing of it; the key is made now when
   * there is none. Another purpose gives another secret.
   */
  byte[] derive(CaseId caseId, String purpose, int length) {
    forWriting(caseId);
    byte[] keyset = keyset(caseId);
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(keyset)
                  .thenExpand(
                      ("cordon/1/" + purpose + "/" + caseId).getBytes(StandardCharsets.UTF_8),
                      length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be derived", e);
    } finally {
      Arrays.fill(keyset, (byte) 0);
    }
  }

  private byte[] keyset(CaseId caseId) {
    KeyEncryptionKey.Wrapped wrapped =
        find(caseId).orElseThrow(() -> new IntegrityFailure("case " + caseId + " has no data key"));
    return keyEncryptionKey.unwrap(wrapped, context(caseId));
  }

  private StreamingAead open(CaseId caseId) {
    byte[] keyset = keyset(caseId);
    try {
      return TinkProtoKeysetFormat.parseKeyset(
              keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
          .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    } catch (GeneralSecurityException e) {
      throw new IntegrityFailure("the data key of case " + caseId + " does not parse", e);
    } finally {
      Arrays.fill(keyset, (byte) 0);
    }
  }

  private Optional<KeyEncryptionKey.Wrapped> find(CaseId caseId) {
    return jdbc.sql("select wrapped_by, wrapped from case_keys where case_id = :case")
        .param("case", caseId.value())
        .query((row, _) ->
            new KeyEncryptionKey.Wrapped(row.getString(1), Bytes.copyFrom(row.getBytes(2))))
        .optional();
  }

  private void make(CaseId caseId) {
    byte[] keyset = newKeyset();
    KeyEncryptionKey.Wrapped wrapped = keyEncryptionKey.wrap(keyset, context(caseId));
    Arrays.fill(keyset, (byte) 0);
    // Whoever is second takes the key of the first.
    jdbc.sql(
            """
            insert into case_keys (case_id, wrapped_by, wrapped, made_at)
            values (:case, :by, :wrapped, :at) on conflict do nothing
            """)
        .param("case", caseId.value())
        .param("by", wrapped.wrappedBy())
        .param("wrapped", wrapped.bytes().toByteArray())
        .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .update();
  }

  private static byte[] newKeyset() {
    try {
      return TinkProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(
              PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, RegistryConfiguration.get()),
          InsecureSecretKeyAccess.get(),
          RegistryConfiguration.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key could not be made", e);
    }
  }

  private static byte[] context(CaseId caseId) {
    return ("cordon/1/data-key/" + caseId).getBytes(StandardCharsets.UTF_8);
  }
}
