package org.cordon.evidence.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for stretches of time of which a chronology says nothing. */
final class Gaps {
  /** So many days without an entry are no gap yet. */
  static final int MOST_DAYS = 30;

  /** Days that an entry tells of. */
  private record Stretch(LocalDate from, LocalDate to) {}

  private Gaps() {}

  /** The gaps between the first and the last of these entries; those without a day do not count. */
  static List<CaseAnalysis.Gap> between(List<CaseAnalysis.Entry> entries) {
    List<CaseAnalysis.Gap> gaps = new ArrayList<>();
    LocalDate told = null;
    for (Stretch next : stretches(entries)) {
      if (told != null) {
        long days = ChronoUnit.DAYS.between(told, next.from()) - 1;
        if (days > MOST_DAYS) {
          gaps.add(new CaseAnalysis.Gap(told.plusDays(1), next.from().minusDays(1), days));
        }
      }
      told = told == null || next.to().isAfter(told) ? next.to() : told;
    }
    return gaps;
  }

  private static List<Stretch> stretches(List<CaseAnalysis.Entry> entries) {
    return entries.stream()
        .flatMap(it -> Stream.ofNullable(stretch(it.from(), it.to())))
        .sorted(Comparator.comparing(Stretch::from))
        .toList();
  }

  private static @Nullable Stretch stretch(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null ? null : new Stretch(from, to == null ? from : to);
  }
}
