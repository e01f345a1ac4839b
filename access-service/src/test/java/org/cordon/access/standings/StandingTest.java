package org.cordon.access.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordon.access.standings.Standing.NONE;
import static org.cordon.access.standings.Standing.POTENTIAL_WITNESS;
import static org.cordon.access.standings.Standing.RELEASED;
import static org.cordon.access.standings.Standing.SUSPECT;
import static org.cordon.access.standings.Standing.WITNESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant LIVE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Optional<Instant> WALL = Optional.of(LIVE);
  private static final Optional<Instant> NO_WALL = Optional.empty();

  @Test
  void whoTakesPartIsAPotentialWitnessFromTheStartOfLiveProceedings_rule3() {
    assertThat(Standing.effective(Optional.empty(), true, NO_WALL)).isEqualTo(NONE);
    assertThat(Standing.effective(Optional.empty(), true, WALL)).isEqualTo(POTENTIAL_WITNESS);
    assertThat(Standing.effective(Optional.empty(), false, WALL)).isEqualTo(NONE);
    assertThat(Standing.effective(said(NONE, 1), true, WALL)).isEqualTo(POTENTIAL_WITNESS);
  }

  @Test
  void aNamedWitnessOrSuspectIsOneWhateverTheirRole_rule3() {
    for (Standing standing : List.of(POTENTIAL_WITNESS, WITNESS, SUSPECT)) {
      assertThat(Standing.effective(said(standing, -1), false, WALL)).isEqualTo(standing);
      assertThat(Standing.effective(said(standing, 1), true, WALL)).isEqualTo(standing);
      assertThat(standing.isKeptApart()).isTrue();
    }
  }

  @Test
  void aReleaseCountsOnlyForProceedingsThatWereLiveWhenItWasGiven_rule3() {
    assertThat(Standing.effective(said(RELEASED, 0), true, WALL)).isEqualTo(RELEASED);
    assertThat(Standing.effective(said(RELEASED, 5), true, WALL)).isEqualTo(RELEASED);
    assertThat(Standing.effective(said(RELEASED, -1), true, WALL)).isEqualTo(POTENTIAL_WITNESS);
    assertThat(Standing.effective(said(RELEASED, -1), false, WALL)).isEqualTo(NONE);
    assertThat(Standing.effective(said(RELEASED, -1), true, NO_WALL)).isEqualTo(RELEASED);
  }

  @Test
  void onlyAStrongerStandingTightens() {
    List<Standing> weakestFirst = List.of(RELEASED, NONE, POTENTIAL_WITNESS, WITNESS, SUSPECT);
    for (int from = 0; from < weakestFirst.size(); from++) {
      for (int to = 0; to < weakestFirst.size(); to++) {
        assertThat(weakestFirst.get(from).tightensTo(weakestFirst.get(to))).isEqualTo(to > from);
      }
    }
  }

  private static Optional<Standing.Recorded> said(Standing standing, int minutesAfterTheStart) {
    return Optional.of(
        new Standing.Recorded(standing, LIVE.plus(Duration.ofMinutes(minutesAfterTheStart))));
  }
}
