package org.cordon.gateway.reviewing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The versions of papers, from evidence-service; a disclosure is asked of access-service. */
@Component
class Versions {
  private static final String PAPER = "/api/evidence/papers/{paper}";
  private static final String VERSION = PAPER + "/versions/{n}";
  private static final String KEY = "Idempotency-Key";
  private static final int COMMENTS = 100;
  private static final ParameterizedTypeReference<Page<Comment>> COMMENT_PAGE =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Versions(Backends backends) {
    this.backends = backends;
  }

  /**
   * One version.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when it is absent or walled
   */
  VersionText require(ItemId paper, int number) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence.get().uri(VERSION, paper, number).retrieve().body(VersionText.class)));
  }

  /** What was said about it, as far as that is open to whoever looks. */
  Page<Comment> comments(ItemId paper, int number, @Nullable String after) {
    return backends.page(
        Service.EVIDENCE, VERSION + "/comments", COMMENT_PAGE, COMMENTS, after, paper, number);
  }

  /** Comments; the same key comments once. */
  void comment(ItemId paper, int number, String passage, String text, String key) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!passage.isEmpty()) {
      body.put("passage", passage);
    }
    body.put("text", text);
    backends.ask(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(VERSION + "/comments", paper, number)
                .header(KEY, key)
                .body(body)
                .retrieve()
                .toBodilessEntity());
  }

  /**
   * What changed from one state to another.
   *
   * @param to a version's number, or "draft"
   */
  Comparison compare(ItemId paper, int from, String to) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .get()
                    .uri(PAPER + "/comparison?from={from}&to={to}", paper, from, to)
                    .retrieve()
                    .body(Comparison.class)));
  }

  /**
   * Sends a version round, for comments until a day.
   *
   * @param rehearse only says to whom it would go
   */
  SentRound circulate(
      ItemId paper, int number, List<PersonId> people, LocalDate by, boolean rehearse, String key) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .post()
                    .uri(VERSION + "/circulations", paper, number)
                    .headers(headers -> {
                      if (!rehearse) {
                        headers.set(KEY, key);
                      }
                    })
                    .body(Map.of("people", people, "by", by, "rehearse", rehearse))
                    .retrieve()
                    .body(SentRound.class)));
  }

  /** Asks the approving officer that somebody may be shown a version (rule 15). */
  void askDisclosure(
      CaseId caseId, VersionId version, PersonId recipient, String purpose, String key) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .post()
                .uri("/api/access/cases/{case}/disclosures", caseId)
                .header(KEY, key)
                .body(Map.of("version", version, "recipient", recipient, "purpose", purpose))
                .retrieve()
                .toBodilessEntity());
  }
}
