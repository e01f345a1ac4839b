package org.cordon.gateway.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.cases.CaseSummary;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.Me;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Formats;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box, what it found, and ways to narrow it. */
@Controller
class SearchPage {
  private static final String LIMIT = "20";
  private final Searches searches;
  private final Cases cases;
  private final Formats formats;

  SearchPage(Searches searches, Cases cases, Formats formats) {
    this.searches = searches;
    this.cases = cases;
    this.formats = formats;
  }

  @GetMapping("/search")
  String search(@RequestParam Map<String, String> parameters, Model model) {
    Query query = Query.of(parameters);
    Me me = cases.me();
    var errors = new FormErrors();
    LocalDate from = SearchDates.read(query.from(), "from", errors);
    LocalDate to = SearchDates.read(query.to(), "to", errors);
    if (from != null && to != null && to.isBefore(from)) {
      errors.add("to", "The last day must not be before the first");
    }
    Found found = errors.isEmpty() && query.isAsked() ? find(query, from, to, errors) : null;
    var words = new Words(me.cases(), cases, found);
    model.addAttribute("query", query);
    model.addAttribute("errors", errors);
    model.addAttribute("found", found);
    model.addAttribute("words", words);
    model.addAttribute("chips", chips(query, words, from, to));
    model.addAttribute("narrowings", found == null ? List.of() : narrowings(query, found, words));
    model.addAttribute("timeline", found == null ? Timeline.none() : Timeline.of(found, query));
    model.addAttribute("caseTitle", caseTitle(me, query));
    return "search/search";
  }

  private @Nullable Found find(
      Query query, @Nullable LocalDate from, @Nullable LocalDate to, FormErrors errors) {
    Map<String, String> asked = new LinkedHashMap<>(query.parameters());
    if (from != null) {
      asked.put("from", from.toString());
    }
    if (to != null) {
      asked.put("to", to.toString());
    }
    asked.put("limit", LIMIT);
    try {
      return searches.find(asked);
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.INVALID) {
        throw e;
      }
      errors.add(e, "q", "from", "to");
      return null;
    }
  }

  private List<Narrowing.Chip> chips(
      Query query, Words words, @Nullable LocalDate from, @Nullable LocalDate to) {
    List<Narrowing.Chip> chips = new ArrayList<>();
    chip(chips, query, "case", query.caseId(), words.caseTitle(query.caseId()));
    chip(chips, query, "kind", query.kind(), words.kind(query.kind()));
    chip(chips, query, "agency", query.agency(), words.agency(query.agency()));
    chip(chips, query, "documentType", query.documentType(), query.documentType());
    if (from != null) {
      chip(chips, query, "from", query.from(), "From " + formats.day(from));
    }
    if (to != null) {
      chip(chips, query, "to", query.to(), "To " + formats.day(to));
    }
    return chips;
  }

  private static void chip(
      List<Narrowing.Chip> chips, Query query, String name, String value, String title) {
    if (!value.isEmpty()) {
      chips.add(new Narrowing.Chip(title, query.with(name, null)));
    }
  }

  private static List<Narrowing> narrowings(Query query, Found found, Words words) {
    List<Narrowing> all = new ArrayList<>();
    if (query.caseId().isEmpty()) {
      all.add(narrowing("Case", "case", query, found, words));
    }
    if (query.kind().isEmpty()) {
      all.add(narrowing("Kind", "kind", query, found, words));
    }
    if (query.agency().isEmpty()) {
      all.add(narrowing("Agency", "agency", query, found, words));
    }
    if (query.documentType().isEmpty()) {
      all.add(narrowing("Type of document", "documentType", query, found, words));
    }
    return all.stream().filter(narrowing -> !narrowing.choices().isEmpty()).toList();
  }

  private static Narrowing narrowing(
      String title, String name, Query query, Found found, Words words) {
    return new Narrowing(
        title,
        found.facets().getOrDefault(name, List.of()).stream()
            .filter(count -> !count.value().isBlank())
            .map(count ->
                new Narrowing.Choice(
                    words.of(name, count.value()), count.count(), query.with(name, count.value())))
            .toList());
  }

  private static @Nullable String caseTitle(Me me, Query query) {
    return me.cases().stream()
        .filter(one -> one.id().toString().equals(query.caseId()))
        .map(CaseSummary::title)
        .findFirst()
        .orElse(null);
  }
}
