package org.cordon.gateway.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.gateway.cases.Agency;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Formats;
import org.cordon.platform.ids.AgencyId;
import org.jspecify.annotations.Nullable;

/** Lays an analysis out as a {@link Timeline}. */
final class Drawing {
  static final int MOST_MARKS = 1_000;

  private static final int WIDTH = 1_000;
  private static final int LEFT = 190;
  private static final int RIGHT = 980;
  private static final int TOP = 34;
  private static final int ROW = 26;
  private static final int MOST_ROWS = 6;
  private static final int LONGEST_NAME = 22;
  private static final String EPISODES = "Key practice episodes";
  private static final String NO_AGENCY = "No agency named";

  private final CaseAnalysis analysis;
  private final OneCase one;
  private final Formats formats;
  private final Span span;

  /** A thing to draw, before it has a place. */
  private record Drawn(
      String lane, String address, String name, LocalDate from, LocalDate to, boolean episode) {}

  private Drawing(CaseAnalysis analysis, OneCase one, Formats formats, Span span) {
    this.analysis = analysis;
    this.one = one;
    this.formats = formats;
    this.span = span;
  }

  /** The drawing of these days of it. */
  static Timeline of(CaseAnalysis analysis, OneCase one, Formats formats, Span span) {
    return new Drawing(analysis, one, formats, span).timeline();
  }

  /** From the first day that anything tells of to the last; empty when nothing has a day. */
  static Optional<Span> whole(CaseAnalysis analysis) {
    List<LocalDate> days =
        Stream.concat(
                analysis.entries().stream().flatMap(it -> days(it.from(), it.to())),
                analysis.episodes().stream().flatMap(it -> days(it.from(), it.to())))
            .sorted()
            .toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(days.getFirst(), days.getLast()));
  }

  private static Stream<LocalDate> days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return Stream.concat(Stream.ofNullable(from), Stream.ofNullable(to));
  }

  private Timeline timeline() {
    List<Drawn> drawn =
        Stream.concat(episodes(), entries())
            .sorted(Comparator.comparing(Drawn::from).thenComparing(Drawn::to))
            .toList();
    boolean tooFull = drawn.size() > MOST_MARKS;
    Map<String, List<Drawn>> byLane = new LinkedHashMap<>();
    lanes(drawn).forEach(name -> byLane.put(name, new ArrayList<>()));
    drawn.forEach(it -> byLane.getOrDefault(it.lane(), new ArrayList<>()).add(it));
    List<Timeline.Lane> lanes = new ArrayList<>();
    Map<Drawn, Timeline.Mark> marks = new LinkedHashMap<>();
    int y = TOP;
    for (Map.Entry<String, List<Drawn>> lane : byLane.entrySet()) {
      int rows = tooFull ? 1 : place(lane.getValue(), y, marks);
      lanes.add(
          new Timeline.Lane(Timeline.shortened(lane.getKey(), LONGEST_NAME), y, rows * ROW + 8));
      y += rows * ROW + 8;
    }
    return new Timeline(
        span,
        WIDTH,
        y + 6,
        lanes,
        ticks(),
        gaps(),
        drawn.stream().flatMap(it -> Stream.ofNullable(marks.get(it))).toList(),
        tooFull);
  }

  private Stream<Drawn> entries() {
    return analysis.entries().stream()
        .filter(it -> span.touches(it.from(), it.to()))
        .flatMap(it ->
            Stream.ofNullable(it.from())
                .map(from ->
                    new Drawn(
                        laneOf(it.agency()),
                        analysis.address(it.paper(), it.passage()),
                        "%s, %s: %s"
                            .formatted(
                                days(formats, from, it.to()), laneOf(it.agency()), it.text()),
                        from,
                        it.to() == null ? from : it.to(),
                        false)));
  }

  private Stream<Drawn> episodes() {
    return analysis.episodes().stream()
        .filter(it -> span.touches(it.from(), it.to()))
        .flatMap(it ->
            Stream.ofNullable(it.from())
                .map(from ->
                    new Drawn(
                        EPISODES,
                        analysis.address(it.paper()),
                        "%s, key practice episode: %s"
                            .formatted(days(formats, from, it.to()), it.title()),
                        from,
                        it.to() == null ? from : it.to(),
                        true)));
  }

  /** "3 March 2025", or "3 March 2025 to 9 March 2025". */
  static String days(Formats formats, LocalDate from, @Nullable LocalDate to) {
    return to == null || to.equals(from)
        ? formats.day(from)
        : formats.day(from) + " to " + formats.day(to);
  }

  private List<String> lanes(List<Drawn> drawn) {
    List<String> there = drawn.stream().map(Drawn::lane).distinct().toList();
    return Stream.of(
            Stream.of(EPISODES), one.agencies().stream().map(Agency::name), Stream.of(NO_AGENCY))
        .flatMap(it -> it)
        .distinct()
        .filter(there::contains)
        .toList();
  }

  private String laneOf(@Nullable AgencyId agency) {
    String name = one.agencyName(agency);
    return name == null ? NO_AGENCY : name;
  }

  /** Gives each its place; what would lie on another goes a row down. Returns how many rows. */
  private int place(List<Drawn> lane, int y, Map<Drawn, Timeline.Mark> marks) {
    int[] ends = new int[MOST_ROWS];
    Arrays.fill(ends, Integer.MIN_VALUE);
    int rows = 1;
    for (Drawn drawn : lane) {
      int from = x(later(drawn.from(), span.from()));
      int to = x(earlier(drawn.to(), span.to()));
      int width = drawn.episode() || to > from ? Math.max(12, to - from) : 0;
      int row = 0;
      while (row < MOST_ROWS - 1 && ends[row] > from - 14) {
        row++;
      }
      ends[row] = from + Math.max(12, width);
      rows = Math.max(rows, row + 1);
      marks.put(
          drawn,
          new Timeline.Mark(
              drawn.address(),
              drawn.name(),
              from,
              y + 4 + row * ROW + ROW / 2,
              width,
              drawn.episode(),
              drawn.from()));
    }
    return rows;
  }

  private List<Timeline.Shade> gaps() {
    return analysis.gaps().stream()
        .filter(it -> span.touches(it.from(), it.to()))
        .map(it -> {
          int from = x(later(it.from(), span.from()));
          int to = x(earlier(it.to(), span.to()));
          return new Timeline.Shade(
              from,
              Math.max(2, to - from),
              formats.count(it.days(), "day without an entry", "days without an entry"),
              to - from > 150);
        })
        .toList();
  }

  private List<Timeline.Tick> ticks() {
    List<Timeline.Tick> ticks = new ArrayList<>();
    if (span.days() <= 62) {
      for (LocalDate day = span.from(); !day.isAfter(span.to()); day = day.plusDays(7)) {
        ticks.add(new Timeline.Tick(x(day), day.getDayOfMonth() + " " + month(day)));
      }
    } else if (span.days() <= 800) {
      int step = span.days() <= 400 ? 1 : 3;
      for (YearMonth at = YearMonth.from(span.from()).plusMonths(1);
          !at.atDay(1).isAfter(span.to());
          at = at.plusMonths(step)) {
        ticks.add(
            new Timeline.Tick(
                x(at.atDay(1)),
                at.getMonthValue() == 1 ? String.valueOf(at.getYear()) : month(at.atDay(1))));
      }
    } else {
      int step = (int) Math.max(1, span.days() / 366 / 12);
      for (int year = span.from().getYear() + 1; year <= span.to().getYear(); year += step) {
        ticks.add(new Timeline.Tick(x(LocalDate.of(year, 1, 1)), String.valueOf(year)));
      }
    }
    return ticks;
  }

  private static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK);
  }

  private int x(LocalDate day) {
    long most = Math.max(1, span.days() - 1);
    return (int) (LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(span.from(), day) / most);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
