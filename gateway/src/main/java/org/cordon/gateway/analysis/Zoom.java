package org.cordon.gateway.analysis;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.gateway.pages.Formats;

/**
 * The ways to look closer: the whole, each year that has something, and the months of the year that
 * is shown.
 */
record Zoom(String everything, List<Step> years, List<Step> months, boolean isWhole) {

  /** One of them. */
  record Step(String name, String address, boolean now) {}

  /**
   * The ways that there are.
   *
   * @param everything the address of the whole
   */
  static Zoom of(CaseAnalysis analysis, Optional<Span> chosen, Formats formats, String everything) {
    TreeSet<YearMonth> months =
        Stream.concat(
                analysis.entries().stream().map(CaseAnalysis.Entry::from),
                analysis.episodes().stream().map(CaseAnalysis.Episode::from))
            .filter(Objects::nonNull)
            .map(YearMonth::from)
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<Integer> year =
        chosen
            .filter(it -> it.from().getYear() == it.to().getYear())
            .map(it -> it.from().getYear());
    return new Zoom(
        everything,
        months.stream()
            .map(YearMonth::getYear)
            .distinct()
            .map(it -> step(String.valueOf(it), Span.year(it), chosen, everything))
            .toList(),
        months.stream()
            .filter(it -> year.filter(shown -> shown == it.getYear()).isPresent())
            .map(it -> step(formats.month(it), Span.month(it), chosen, everything))
            .toList(),
        chosen.isEmpty());
  }

  private static Step step(String name, Span span, Optional<Span> chosen, String everything) {
    String address =
        "%s%sfrom=%s&to=%s"
            .formatted(everything, everything.contains("?") ? "&" : "?", span.from(), span.to());
    return new Step(name, address, chosen.filter(span::equals).isPresent());
  }
}
