package org.cordon.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Figures;
import org.cordon.acceptance.installation.Processes;
import org.cordon.stack.processes.ProcessIdentity;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Stopping leaves nothing behind, and the next start finds yesterday's data. */
@Order(Integer.MAX_VALUE)
class RestartTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private final Cordon cordon = Cordon.running();

  @Test
  void aStopLeavesNoProcessBehindAndTheNextStartFindsTheData() {
    var rowan = cordon.caseOf("Rowan");
    var reviewer = cordon.inOnly(rowan, "LEAD_REVIEWER");
    var before = Cases.running().items(reviewer, rowan.id());
    var running =
        cordon.processes().all().stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .map(ProcessIdentity::of)
            .toList();
    assertThat(running).hasSizeGreaterThan(8);

    var down = cordon.launcher().run(LIMIT, "down").requireDone();
    Await.until(
        Duration.ofSeconds(10),
        "every process has gone",
        () -> running.stream().noneMatch(ProcessIdentity::isAlive));
    assertThat(cordon.processes().touching())
        .as("left behind")
        .extracting(Processes::commandLine)
        .isEmpty();
    assertThat(cordon.launcher().run(LIMIT, "status").exit()).isEqualTo(3);

    var up = cordon.up();
    Figures.print(
        "down in %.1f s; second up ready in %.1f s",
        down.took().toMillis() / 1000.0, up.took().toMillis() / 1000.0);
    assertThat(Cases.running().items(reviewer, rowan.id())).isEqualTo(before);
    Api.running().get(reviewer, "/api/access/me").require(200);
  }
}
