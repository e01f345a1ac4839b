package org.cordon.gateway.home;

import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home of a case: only the actions that are open to the person, and what was added last. */
@Controller
class CaseHomePage {
  private static final int RECENT = 5;
  private final Cases cases;
  private final Items items;

  CaseHomePage(Cases cases, Items items) {
    this.cases = cases;
    this.items = items;
  }

  @GetMapping("/cases/{caseId}")
  String home(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId);
    model.addAttribute("one", one);
    model.addAttribute(
        "recent", one.may("find") ? items.in(caseId, null, RECENT).items() : List.of());
    return "home/case";
  }
}
