package org.cordon.evidence.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeyedHashTest extends EvidenceTest {
  private static final byte[] BYTES = utf8("the same words");

  @Autowired FingerprintKeys keys;

  /** Appendix A of the SipHash paper. */
  @Test
  void itIsSipHash() {
    KeyedHash hash = KeyedHash.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

    assertThat(hash.hash(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e")))
        .isEqualTo(0xa129ca6149be45e5L);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> KeyedHash.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCaseHasAHashOfItsOwnThatStaysTheSame() {
    CaseId other = CaseId.create();

    assertThat(keys.of(caseId).hash(BYTES)).isEqualTo(keys.of(caseId).hash(BYTES));
    assertThat(keys.of(caseId).hash(BYTES)).isNotEqualTo(keys.of(other).hash(BYTES));
  }

  @Test
  void theSecretFollowsFromTheStoredKeyAndFromItsPurpose(@Autowired CaseKeys caseKeys) {
    assertThat(caseKeys.derive(caseId, "fingerprints", 16))
        .hasSize(16)
        .isEqualTo(caseKeys.derive(caseId, "fingerprints", 16))
        .isNotEqualTo(caseKeys.derive(caseId, "another", 16));
  }
}
