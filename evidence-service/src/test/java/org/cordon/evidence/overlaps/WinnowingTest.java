package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WinnowingTest {

  /** Figure 2 of the paper: hashes of 5-grams, windows of four. */
  @Test
  void theExampleOfThePaperIsWinnowedAsItIsThere() {
    assertThat(winnow(77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98))
        .containsExactly(17L, 17L, 8L, 39L, 17L);
  }

  @Test
  void everyWindowOfFourHoldsAChosenOne() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      // Few different values, so that equal ones meet in a window.
      long[] hashes = random.longs(random.nextInt(1, 60), 0, 1 + round).toArray();
      Set<Long> chosen = new HashSet<>(winnow(hashes));
      for (int at = 0; at + Winnowing.WINDOW <= hashes.length; at++) {
        long[] window = java.util.Arrays.copyOfRange(hashes, at, at + Winnowing.WINDOW);
        assertThat(LongStream.of(window).anyMatch(chosen::contains)).isTrue();
      }
    }
  }

  @Test
  void aboutTwoOfFiveAreChosen() {
    assertThat(winnow(new Random(7).longs(100_000).toArray()).size()).isBetween(39_000, 41_000);
  }

  @Test
  void ofFewerThanAWindowAllAreChosen() {
    assertThat(winnow()).isEmpty();
    assertThat(winnow(3)).containsExactly(3L);
    assertThat(winnow(1, 2, 3)).containsExactly(1L, 2L, 3L);
  }

  private static List<Long> winnow(long... hashes) {
    List<Long> chosen = new ArrayList<>();
    Winnowing winnowing = new Winnowing(chosen::add);
    for (long hash : hashes) {
      winnowing.add(hash);
    }
    winnowing.end();
    return chosen;
  }
}
