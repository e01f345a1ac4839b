package org.cordon.gateway.papers;

import java.util.Arrays;
import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The working papers of a case that are open to whoever looks. */
@Controller
class PapersPage {
  static final String READ = "find";
  private static final int LIMIT = 50;
  private final Cases cases;
  private final Papers papers;

  PapersPage(Cases cases, Papers papers) {
    this.cases = cases;
    this.papers = papers;
  }

  @GetMapping("/cases/{caseId}/papers")
  String papers(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    OneCase one = cases.require(caseId, READ);
    Optional<PaperKind> only =
        Arrays.stream(PaperKind.values()).filter(each -> each.name().equals(kind)).findFirst();
    model.addAttribute("one", one);
    model.addAttribute("page", papers.in(caseId, only, after, LIMIT));
    model.addAttribute("begins", !PaperKind.offered(one).isEmpty());
    model.addAttribute("kinds", PaperKind.values());
    model.addAttribute("only", only.orElse(null));
    model.addAttribute("after", after);
    return "papers/list";
  }
}
