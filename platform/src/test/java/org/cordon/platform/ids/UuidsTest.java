package org.cordon.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

  @Test
  void anIdIsAVersion7UuidOfThisMoment_rfc9562() {
    long before = System.currentTimeMillis();
    UUID id = Uuids.timeOrdered();
    long after = System.currentTimeMillis();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    assertThat(IntStream.range(0, 10_000).mapToObj(_ -> Uuids.timeOrdered()).distinct().count())
        .isEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", "not an id at all"})
  void onlyTheCanonicalFormIsRead(String text) {
    assertThatThrownBy(() -> CaseId.from(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdIsWrittenAndReadAlike() {
    PersonId person = PersonId.create();

    assertThat(PersonId.from(person.toString())).isEqualTo(person);
  }
}
