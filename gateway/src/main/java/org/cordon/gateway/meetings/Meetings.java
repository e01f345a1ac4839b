package org.cordon.gateway.meetings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Meetings, from evidence-service. */
@Component
public class Meetings {
  private static final String OF_CASE = "/api/evidence/cases/{case}/meetings";
  private static final String ONE = "/api/evidence/meetings/{meeting}";
  private static final ParameterizedTypeReference<Page<MeetingSummary>> PAGE =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;

  /** To whom it went, or who needs a decision first. */
  record Sending(List<PersonId> sent, List<PersonId> needDecision) {}

  /** Who is on record, or who could not have read every paper. */
  record Recording(List<PersonId> recorded, List<PersonId> needDecision) {}

  private record Begun(String paper) {}

  private record Saved(String id, long revision) {}

  Meetings(Backends backends) {
    this.backends = backends;
  }

  /** A page of the meetings that whoever looks may see, those arranged last first. */
  public Page<MeetingSummary> in(CaseId caseId, @Nullable String after, int limit) {
    return backends.page(Service.EVIDENCE, OF_CASE, PAGE, limit, after, caseId);
  }

  /**
   * One of them.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when it is absent or not open
   */
  Meeting require(String id) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(evidence.get().uri(ONE, id).retrieve().body(Meeting.class)));
  }

  /** Arranges a meeting and returns its id. */
  String arrange(CaseId caseId, MeetingForm.Wanted wanted, String key) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                    evidence
                        .post()
                        .uri(OF_CASE, caseId)
                        .header("Idempotency-Key", key)
                        .body(wanted)
                        .retrieve()
                        .body(Saved.class))
                .id());
  }

  /** Changes a meeting, unless somebody did since it was read. */
  void change(String id, MeetingForm.Wanted wanted, long seen) {
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .patch()
                .uri(ONE, id)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(wanted)
                .retrieve()
                .toBodilessEntity());
  }

  /** Sends it to everybody whom it invites, or looks whom it would go to. */
  Sending send(String id, long seen, boolean rehearse) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .post()
                    .uri(ONE + "/invitations", id)
                    .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                    .body(Map.of("rehearse", rehearse))
                    .retrieve()
                    .body(Sending.class)));
  }

  /** Begins the minutes and returns the paper in which they are written. */
  String beginMinutes(String id, String key) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                    evidence
                        .post()
                        .uri(ONE + "/minutes", id)
                        .header("Idempotency-Key", key)
                        .retrieve()
                        .body(Begun.class))
                .paper());
  }

  /** Puts on record who was there. */
  Recording attended(String id, List<String> people, boolean allTheSame) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .post()
                    .uri(ONE + "/attendance", id)
                    .body(Map.of("attended", people, "allTheSame", allTheSame))
                    .retrieve()
                    .body(Recording.class)));
  }
}
