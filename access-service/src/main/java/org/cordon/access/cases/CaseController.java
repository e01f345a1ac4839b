package org.cordon.access.cases;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for the people in them. */
@RestController
@RequestMapping("/api/access/cases")
class CaseController {
  private final Cases cases;
  private final Decisions decisions;
  private final IdempotentRequests requests;

  CaseController(Cases cases, Decisions decisions, IdempotentRequests requests) {
    this.cases = cases;
    this.decisions = decisions;
    this.requests = requests;
  }

  /** A case as a caller describes it; it is looked at once the caller may open cases. */
  record WantedCase(
      @Nullable String reference, @Nullable String title, @Nullable String reviewType) {

    OpenCase checked() {
      return new OpenCase(text(reference), text(title), text(reviewType));
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given;
    }
  }

  @PostMapping
  ResponseEntity<CaseSummary> open(
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedCase wanted,
      Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.OPEN_CASE,
        new Target.OfInstallation(),
        () -> {
          OpenCase command = wanted.checked();
          return requests.once(
              caller.person(),
              IdempotencyKey.of(key),
              "case " + command,
              CaseSummary.class,
              () -> {
                CaseSummary opened = cases.open(command, caller.person(), caller.name());
                return ResponseEntity.created(URI.create("/api/access/cases/" + opened.id()))
                    .body(opened);
              });
        });
  }

  @GetMapping
  Page<CaseSummary> list(
      @RequestParam @Nullable Integer limit, @RequestParam @Nullable String after, Caller caller) {
    PageRequest page = PageRequest.of(limit, after);
    Optional<CaseId> from = page.after().map(CaseController::cursor);
    List<CaseSummary> found = cases.of(caller.person(), from, page.limit() + 1);
    return found.size() <= page.limit()
        ? Page.whole(found)
        : new Page<>(found.subList(0, page.limit()), found.get(page.limit() - 1).id().toString());
  }

  @GetMapping("/{case}")
  CaseDetail one(@PathVariable("case") CaseId caseId, Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.READ_CASE,
        new Target.OfCase(caseId),
        () -> cases.require(caseId, caller.person()));
  }

  private static CaseId cursor(String after) {
    try {
      return CaseId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
