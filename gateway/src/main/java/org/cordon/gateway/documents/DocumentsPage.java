package org.cordon.gateway.documents;

import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of a case, a page at a time. */
@Controller
class DocumentsPage {
  private static final int LIMIT = 50;
  private final Cases cases;
  private final Items items;

  DocumentsPage(Cases cases, Items items) {
    this.cases = cases;
    this.items = items;
  }

  @GetMapping("/cases/{caseId}/documents")
  String documents(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    OneCase one = cases.require(caseId);
    model.addAttribute("one", one);
    model.addAttribute(
        "page", one.may("find") ? items.in(caseId, after, LIMIT) : Page.whole(List.of()));
    model.addAttribute("after", after);
    return "documents/list";
  }
}
