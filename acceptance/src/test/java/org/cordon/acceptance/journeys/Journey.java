package org.cordon.acceptance.journeys;

import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.installation.Status.CaseLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What every journey stands on: a running installation, a browser, and people of the demo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {
  final Chromium chromium = Chromium.requireStarted();
  final Cordon cordon = Cordon.running();
  final Cases cases = Cases.running();
  final CaseLine rowan = cordon.caseOf("Rowan");
  final CaseLine linnet = cordon.caseOf("Linnet");
  final Account reviewer = cordon.inOnly(rowan, "LEAD_REVIEWER");
  final Account stranger = cordon.inOnly(linnet, "REVIEW_TEAM_MEMBER");
  final Account manager = cordon.account("alison.keeble");

  @BeforeAll
  void warm() {
    // The first page of a fresh installation compiles its template; no journey should time that.
    try (var visitor = chromium.visitor()) {
      visitor.open("/");
    }
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }
}
