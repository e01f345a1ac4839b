package org.cordon.evidence.changes;

import java.time.Duration;
import org.cordon.platform.problems.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed for other services. */
@RestController
class ChangesController {
  private static final int MOST = 1_000;
  private static final int LONGEST_WAIT = 30;

  private final Changes changes;

  ChangesController(Changes changes) {
    this.changes = changes;
  }

  /**
   * Changes after a position, oldest first.
   *
   * @param limit 1 to 1,000
   * @param wait seconds to wait for a change when there is none, 0 to 30
   */
  @GetMapping("/internal/changes")
  Changes.Batch after(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int wait)
      throws InterruptedException {
    if (after < 0) {
      throw Problem.invalid("after", "must not be negative.");
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.invalid("limit", "must be between 1 and " + MOST + ".");
    }
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw Problem.invalid("wait", "must be between 0 and " + LONGEST_WAIT + " seconds.");
    }
    return changes.after(after, limit, Duration.ofSeconds(wait));
  }
}
