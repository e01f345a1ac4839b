package org.cordon.gateway.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.search.Found;
import org.cordon.gateway.search.Searches;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding something to cite while writing. */
@Controller
class SourcesPage {
  private static final String LIMIT = "10";
  private final Papers papers;
  private final Cases cases;
  private final Searches searches;
  private final Citations citations;

  SourcesPage(Papers papers, Cases cases, Searches searches, Citations citations) {
    this.papers = papers;
    this.cases = cases;
    this.searches = searches;
    this.citations = citations;
  }

  /** An item that was found, with what a form needs to cite it. */
  record Source(Found.Hit hit, String reference, List<Quotation> quotations) {}

  /** Some words of it. */
  record Quotation(String words, String citation) {}

  @GetMapping("/papers/{id}/draft/sources")
  String find(
      @PathVariable ItemId id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable PassageId passage,
      @RequestParam(required = false) @Nullable PassageId after,
      Model model) {
    Paper paper = papers.requireWrite(id);
    OneCase one = cases.require(paper.caseId());
    var errors = new FormErrors();
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("q", q.strip());
    model.addAttribute("passage", passage);
    model.addAttribute("after", after);
    model.addAttribute("found", q.isBlank() ? null : find(one, q.strip(), errors));
    model.addAttribute("errors", errors);
    return "drafting/sources";
  }

  private @Nullable List<Source> find(OneCase one, String q, FormErrors errors) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("q", q);
    asked.put("case", one.id().toString());
    asked.put("limit", LIMIT);
    try {
      return searches.find(asked).hits().stream().map(this::source).toList();
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.INVALID) {
        throw e;
      }
      errors.add(e, "q", "q");
      return null;
    }
  }

  private Source source(Found.Hit hit) {
    return new Source(
        hit,
        citation(hit, null),
        hit.snippets().stream()
            .map(Found.Snippet::words)
            .map(words -> new Quotation(words, citation(hit, words)))
            .toList());
  }

  private String citation(Found.Hit hit, @Nullable String words) {
    return citations.written(new WantedCitation(hit.version(), null, null, words));
  }
}
