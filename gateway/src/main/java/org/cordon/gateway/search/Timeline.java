package org.cordon.gateway.search;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/** The months of what was found, newest first, each with a bar against the fullest. */
record Timeline(List<Bar> recent, List<Bar> earlier) {
  private static final int SHOWN = 12;

  /**
   * One month.
   *
   * @param percent of the fullest month, at least 1
   */
  record Bar(YearMonth month, long count, long percent, String address) {}

  static Timeline none() {
    return new Timeline(List.of(), List.of());
  }

  static Timeline of(Found found, Query query) {
    long fullest = found.timeline().stream().mapToLong(Found.Month::count).max().orElse(1);
    List<Bar> bars =
        found.timeline().stream()
            .filter(month -> month.count() > 0)
            .sorted(Comparator.comparing(Found.Month::month).reversed())
            .map(month -> bar(month, fullest, query))
            .toList();
    int cut = Math.min(SHOWN, bars.size());
    return new Timeline(bars.subList(0, cut), bars.subList(cut, bars.size()));
  }

  private static Bar bar(Found.Month month, long fullest, Query query) {
    return new Bar(
        month.month(),
        month.count(),
        Math.max(1, 100 * month.count() / fullest),
        query.between(month.month().atDay(1).toString(), month.month().atEndOfMonth().toString()));
  }
}
