package org.cordon.gateway.proceedings;

import java.util.List;
import org.cordon.gateway.people.People;
import org.cordon.gateway.standings.Standings;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Component;

/** Says what would follow in a case before the state of its proceedings is recorded. */
@Component
class Foresight {
  private final Proceedings proceedings;
  private final Standings standings;
  private final People people;

  Foresight(Proceedings proceedings, Standings standings, People people) {
    this.proceedings = proceedings;
    this.standings = standings;
    this.people = people;
  }

  /** What follows when further proceedings are opened. */
  Consequences opening(CaseId caseId, Consequences.After after) {
    List<OneProceedings> now = proceedings.of(caseId);
    return of(caseId, after, now, now);
  }

  /** What follows when these are moved on. */
  Consequences moving(CaseId caseId, Consequences.After after, OneProceedings moved) {
    List<OneProceedings> now = proceedings.of(caseId);
    return of(
        caseId, after, now, now.stream().filter(one -> !one.id().equals(moved.id())).toList());
  }

  private Consequences of(
      CaseId caseId,
      Consequences.After after,
      List<OneProceedings> now,
      List<OneProceedings> others) {
    return Consequences.of(
        after, now, others, people.in(caseId, null).items(), standings.of(caseId));
  }
}
