package org.cordon.gateway.timetable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The timetables of cases, from evidence-service. */
@Component
public class Timetables {
  private static final String TIMETABLE = "/api/evidence/cases/{case}/timetable";
  private final Backends backends;

  Timetables(Backends backends) {
    this.backends = backends;
  }

  /** The timetable of a case, which may not be set out yet. */
  public Timetable of(CaseId caseId) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence.get().uri(TIMETABLE, caseId).retrieve().body(Timetable.class)));
  }

  void setOut(CaseId caseId, LocalDate start, String key) {
    post(caseId, "", Map.of("start", start), key);
  }

  void add(CaseId caseId, MilestoneForm.Wanted wanted, String key) {
    post(caseId, "/milestones", wanted, key);
  }

  /** Changes a milestone, unless somebody did since it was read. */
  void change(Timetable.Milestone milestone, MilestoneForm.Wanted wanted, long seen) {
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .put()
                .uri("/api/evidence/milestones/{milestone}", milestone.id())
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(wanted)
                .retrieve()
                .toBodilessEntity());
  }

  private void post(CaseId caseId, String what, Object body, String key) {
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(TIMETABLE + what, caseId)
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .toBodilessEntity());
  }
}
