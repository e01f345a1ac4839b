package org.cordon.gateway.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Formats;
import org.cordon.gateway.papers.PaperPattern;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The review at a glance. */
@Controller
class AnalysisPage {
  private static final String READ = "find";
  private static final int MOST_PAGES = 10;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Cases cases;
  private final Analyses analyses;
  private final People people;
  private final Formats formats;

  /** A factor and the episode it belongs to. */
  record PlacedFactor(CaseAnalysis.Episode episode, CaseAnalysis.Factor factor) {}

  /** Somebody who has not been heard, as far as whoever looks may know. */
  record NamedUnheard(String name, @Nullable String agency, List<String> roles) {}

  AnalysisPage(Cases cases, Analyses analyses, People people, Formats formats) {
    this.cases = cases;
    this.analyses = analyses;
    this.people = people;
    this.formats = formats;
  }

  @GetMapping("/cases/{caseId}/analysis")
  String analysis(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    OneCase one = cases.require(caseId, READ);
    String cursor = after.isBlank() ? null : after;
    CaseAnalysis analysis = analyses.of(caseId, cursor);
    Optional<Span> chosen = Span.read(from, to);
    Optional<Span> shown = chosen.or(() -> Drawing.whole(analysis));
    model.addAttribute("one", one);
    model.addAttribute("analysis", analysis);
    model.addAttribute(
        "evidence",
        analysis.findings().isEmpty()
            ? new EvidenceTable(List.of())
            : analyses.evidence(caseId, cursor));
    model.addAttribute("zoom", Zoom.of(analysis, chosen, formats, address(caseId, cursor)));
    model.addAttribute(
        "timeline", shown.map(it -> Drawing.of(analysis, one, formats, it)).orElse(null));
    model.addAttribute("entries", entries(analysis, chosen));
    model.addAttribute("factors", factors(analysis));
    model.addAttribute("unheard", unheard(one, analysis).orElse(null));
    model.addAttribute("after", cursor);
    return "analysis/analysis";
  }

  @GetMapping("/cases/{caseId}/analysis/evidence/csv")
  ResponseEntity<byte[]> csv(@PathVariable CaseId caseId) {
    cases.require(caseId, READ);
    byte[] table = analyses.csv(caseId);
    return ResponseEntity.ok()
        .contentType(CSV)
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment().filename("evidence-of-findings.csv").build()))
        .body(table);
  }

  private static String address(CaseId caseId, @Nullable String cursor) {
    String page = "/cases/" + caseId + "/analysis";
    return cursor == null
        ? page
        : page + "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }

  private static List<CaseAnalysis.Entry> entries(CaseAnalysis analysis, Optional<Span> chosen) {
    return analysis.entries().stream()
        .filter(
            it -> it.from() == null || chosen.isEmpty() || chosen.get().touches(it.from(), it.to()))
        .toList();
  }

  /** The factors under the titles of their patterns, in the order of those. */
  private static Map<String, List<PlacedFactor>> factors(CaseAnalysis analysis) {
    Map<String, List<PlacedFactor>> byPattern = new LinkedHashMap<>();
    for (PaperPattern pattern : PaperPattern.values()) {
      byPattern.put(pattern.title(), new ArrayList<>());
    }
    byPattern.put("No pattern yet", new ArrayList<>());
    for (CaseAnalysis.Episode episode : analysis.episodes()) {
      for (CaseAnalysis.Factor factor : episode.factors()) {
        PaperPattern pattern = factor.pattern();
        byPattern
            .computeIfAbsent(
                pattern == null ? "No pattern yet" : pattern.title(), _ -> new ArrayList<>())
            .add(new PlacedFactor(episode, factor));
      }
    }
    byPattern.values().removeIf(List::isEmpty);
    return byPattern;
  }

  /** Named as far as whoever looks may know names. */
  private Optional<List<NamedUnheard>> unheard(OneCase one, CaseAnalysis analysis) {
    List<CaseAnalysis.Unheard> unheard = analysis.unheard();
    if (unheard == null) {
      return Optional.empty();
    }
    Map<PersonId, String> names = unheard.isEmpty() ? Map.of() : names(one);
    return Optional.of(
        unheard.stream()
            .filter(it -> names.containsKey(it.person()))
            .map(it ->
                new NamedUnheard(
                    String.valueOf(names.get(it.person())),
                    one.agencyName(it.agency()),
                    it.roles().stream().flatMap(AnalysisPage::role).toList()))
            .toList());
  }

  private Map<PersonId, String> names(OneCase one) {
    Map<PersonId, String> names = new HashMap<>();
    String after = null;
    int pages = 0;
    do {
      Page<PersonInCase> page = people.in(one.id(), after);
      page.items().forEach(it -> names.put(it.person(), it.name()));
      after = page.next();
      pages++;
    } while (after != null && pages < MOST_PAGES);
    return names;
  }

  private static Stream<String> role(String key) {
    return Arrays.stream(CaseRole.values())
        .filter(it -> it.name().equals(key))
        .map(CaseRole::title);
  }
}
