package org.cordon.search.searching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.search.query.WordsParser;
import org.cordon.search.searching.SearchQuery.Narrowing;
import org.springframework.util.MultiValueMap;

/**
 * Reads a search from query parameters; what does not fit is a problem that names the parameter.
 */
final class SearchParameters {
  private static final Set<String> NAMES =
      Set.of("q", "case", "kind", "agency", "documentType", "from", "to", "sort", "after", "limit");
  private static final Pattern FULL_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int LONGEST_TYPE = 200;

  private final MultiValueMap<String, String> parameters;

  private SearchParameters(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  static SearchQuery read(MultiValueMap<String, String> parameters) {
    return new SearchParameters(parameters).query();
  }

  private SearchQuery query() {
    Set<String> unknown = new TreeSet<>(parameters.keySet());
    unknown.removeAll(NAMES);
    if (!unknown.isEmpty()) {
      throw new Problem(
          Problem.Kind.INVALID,
          "A search takes only these parameters: " + String.join(", ", new TreeSet<>(NAMES)) + ".");
    }
    SortBy sort = one("sort").map(SearchParameters::sort).orElse(SortBy.RELEVANCE);
    PageRequest page =
        PageRequest.of(one("limit").map(SearchParameters::number).orElse(null), null);
    return new SearchQuery(
        one("q").flatMap(WordsParser::parse),
        narrowing(),
        sort,
        one("after").map(cursor -> Cursor.decode(cursor, sort)),
        page.limit());
  }

  private Narrowing narrowing() {
    Optional<LocalDate> from = one("from").map(text -> date("from", text));
    Optional<LocalDate> to = one("to").map(text -> date("to", text));
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw Problem.invalid("from", "is after the end. Swap the two dates.");
    }
    return new Narrowing(
        one("case").map(text -> id("case", text, CaseId::from)),
        one("kind").map(SearchParameters::kind),
        one("agency").map(text -> id("agency", text, AgencyId::from)),
        one("documentType").map(SearchParameters::documentType),
        from,
        to);
  }

  /** An empty parameter counts as none, as forms send them. */
  private Optional<String> one(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Problem.invalid(name, "is given more than once. Give it once.");
    }
    return values.stream().filter(value -> value != null && !value.isBlank()).findFirst();
  }

  private static SortBy sort(String text) {
    return SortBy.from(text)
        .orElseThrow(() -> Problem.invalid("sort", "must be relevance, date or -date."));
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      throw Problem.invalid("limit", "must be between 1 and " + PageRequest.MAX_LIMIT + ".");
    }
  }

  private static ItemKind kind(String text) {
    return Arrays.stream(ItemKind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid(
                "kind",
                "must be one of "
                    + Arrays.stream(ItemKind.values())
                        .map(ItemKind::name)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  private static String documentType(String text) {
    if (text.length() > LONGEST_TYPE) {
      throw Problem.invalid("documentType", "is longer than " + LONGEST_TYPE + " characters.");
    }
    return text;
  }

  private static <T> T id(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.invalid(name, "is not an id.");
    }
  }

  /** RFC 3339 full-date. */
  private static LocalDate date(String name, String text) {
    if (FULL_DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException noSuchDay) {
        throw notADate(name);
      }
    }
    throw notADate(name);
  }

  private static Problem notADate(String name) {
    return Problem.invalid(name, "must be a date like 2024-03-31.");
  }
}
