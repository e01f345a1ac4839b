package org.cordon.gateway.proceedings;

import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proceedings beside a case, and one of them with all that is on record. */
@Controller
class ProceedingsPage {
  /** What access-service calls reading them. */
  static final String READ = "readProceedings";

  private final Cases cases;
  private final Proceedings proceedings;

  ProceedingsPage(Cases cases, Proceedings proceedings) {
    this.cases = cases;
    this.proceedings = proceedings;
  }

  @GetMapping("/cases/{caseId}/proceedings")
  String all(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, READ);
    model.addAttribute("one", one);
    model.addAttribute("all", proceedings.of(caseId));
    return "proceedings/list";
  }

  @GetMapping("/cases/{caseId}/proceedings/{id}")
  String one(@PathVariable CaseId caseId, @PathVariable String id, Model model) {
    OneCase one = cases.require(caseId, READ);
    model.addAttribute("one", one);
    model.addAttribute("proceedings", proceedings.require(caseId, id));
    return "proceedings/one";
  }
}
