package org.cordon.gateway.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The drafts of papers, at evidence-service. */
@Component
class Drafts {
  private static final String DRAFT = "/api/evidence/papers/{paper}/draft";
  private static final String PASSAGES = DRAFT + "/passages";
  private static final String PASSAGE = PASSAGES + "/{passage}";
  private static final String KEY = "Idempotency-Key";
  private final Backends backends;

  Drafts(Backends backends) {
    this.backends = backends;
  }

  /**
   * The draft of a paper.
   *
   * @throws Problem NOT_FOUND when none is being written, or it is walled: nobody can tell which
   */
  Draft require(ItemId paper) {
    return ask(evidence -> evidence.get().uri(DRAFT, paper), Draft.class);
  }

  /** Begins the next draft from the newest version; the same key begins it once. */
  void begin(ItemId paper, String key) {
    send(evidence -> evidence.post().uri(DRAFT, paper).header(KEY, key));
  }

  void rename(ItemId paper, String title, long seen) {
    send(evidence ->
        evidence
            .put()
            .uri(DRAFT + "/title", paper)
            .header(HttpHeaders.IF_MATCH, tag(seen))
            .body(Map.of("title", title)));
  }

  /** Adds a passage; the same key adds it once. */
  Passage add(ItemId paper, Map<String, Object> written, String key) {
    return ask(
        evidence -> evidence.post().uri(PASSAGES, paper).header(KEY, key).body(written),
        Passage.class);
  }

  /** Saves a passage; empty when somebody else saved it, or took it out, since it was read. */
  Optional<Passage> save(ItemId paper, PassageId passage, Map<String, Object> written, long seen) {
    return unlessOvertaken(() ->
        ask(
            evidence ->
                evidence
                    .put()
                    .uri(PASSAGE, paper, passage)
                    .header(HttpHeaders.IF_MATCH, tag(seen))
                    .body(written),
            Passage.class));
  }

  /** Takes a passage out; false when somebody else saved it since it was read. */
  boolean remove(ItemId paper, PassageId passage, long seen) {
    return unlessOvertaken(
            () -> {
              send(evidence ->
                  evidence
                      .delete()
                      .uri(PASSAGE, paper, passage)
                      .header(HttpHeaders.IF_MATCH, tag(seen)));
              return true;
            })
        .isPresent();
  }

  /**
   * Puts back a passage that was taken out.
   *
   * @param after the one it is to follow; null puts it at the end
   */
  void restore(ItemId paper, PassageId passage, @Nullable PassageId after) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("after", after);
    send(evidence -> evidence.post().uri(PASSAGE + "/restore", paper, passage).body(body));
  }

  /**
   * Moves a passage.
   *
   * @param after the one it is to follow; null puts it first
   */
  void place(ItemId paper, PassageId passage, @Nullable PassageId after) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("after", after);
    send(evidence -> evidence.post().uri(PASSAGE + "/place", paper, passage).body(body));
  }

  /** How a passage was saved each time, newest first. */
  List<Passage> revisions(ItemId paper, PassageId passage) {
    return list(
        evidence -> evidence.get().uri(PASSAGE + "/revisions", paper, passage),
        new ParameterizedTypeReference<Page<Passage>>() {});
  }

  /** For whom the draft has become closed; empty when whoever asks may not know. */
  Optional<List<Closed>> findClosed(ItemId paper) {
    return Backends.find(() ->
        list(
            evidence -> evidence.get().uri(DRAFT + "/closed", paper),
            new ParameterizedTypeReference<Page<Closed>>() {}));
  }

  /** The accounts that the caller opened since the draft began. */
  List<OpenedAccount> opened(ItemId paper) {
    return list(
        evidence -> evidence.get().uri(DRAFT + "/opened", paper),
        new ParameterizedTypeReference<Page<OpenedAccount>>() {});
  }

  /** Somebody else who wrote in the draft, and whether they answered for what they opened. */
  record Writer(PersonId person, boolean answered) {}

  /** Who else wrote in the draft since it began. */
  List<Writer> writers(ItemId paper) {
    return list(
        evidence -> evidence.get().uri(DRAFT + "/writers", paper),
        new ParameterizedTypeReference<Page<Writer>>() {});
  }

  /** Says of the accounts that the caller opened whether they were used. */
  void answer(ItemId paper, Map<VersionId, Boolean> opened) {
    send(evidence -> evidence.put().uri(DRAFT + "/opened", paper).body(body(opened)));
  }

  /** What a version is made with: whether each account that was opened was used. */
  private record Answered(VersionId version, boolean used) {}

  /** The version that a draft became. */
  record Made(VersionId id, int number) {}

  /** Makes a version of the draft; doing so again answers as before. */
  Made freeze(ItemId paper, Map<VersionId, Boolean> opened) {
    return ask(
        evidence ->
            evidence.post().uri("/api/evidence/papers/{paper}/versions", paper).body(body(opened)),
        Made.class);
  }

  private static Map<String, List<Answered>> body(Map<VersionId, Boolean> opened) {
    return Map.of(
        "opened",
        opened.entrySet().stream()
            .map(answer -> new Answered(answer.getKey(), answer.getValue()))
            .toList());
  }

  /** What is asked. */
  private interface Asked {
    RestClient.RequestHeadersSpec<?> of(RestClient evidence);
  }

  private <T> T ask(Asked asked, Class<T> answer) {
    return backends.ask(
        Service.EVIDENCE,
        evidence -> Objects.requireNonNull(asked.of(evidence).retrieve().body(answer)));
  }

  private <T> List<T> list(Asked asked, ParameterizedTypeReference<Page<T>> answer) {
    return backends.ask(
        Service.EVIDENCE,
        evidence -> Objects.requireNonNull(asked.of(evidence).retrieve().body(answer)).items());
  }

  private void send(Asked asked) {
    backends.ask(Service.EVIDENCE, evidence -> asked.of(evidence).retrieve().toBodilessEntity());
  }

  private static <T> Optional<T> unlessOvertaken(Supplier<T> sending) {
    try {
      return Optional.of(sending.get());
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.CHANGED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String tag(long revision) {
    return "\"" + revision + "\"";
  }
}
