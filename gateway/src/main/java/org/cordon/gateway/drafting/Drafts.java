package org.cordon.gateway.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

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
    return backends.body(
        Service.EVIDENCE, evidence -> evidence.get().uri(DRAFT, paper), Draft.class);
  }

  /** Begins the next draft from the newest version; the same key begins it once. */
  void begin(ItemId paper, String key) {
    backends.tell(Service.EVIDENCE, evidence -> evidence.post().uri(DRAFT, paper).header(KEY, key));
  }

  void rename(ItemId paper, String title, long seen) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .put()
                .uri(DRAFT + "/title", paper)
                .header(HttpHeaders.IF_MATCH, tag(seen))
                .body(Map.of("title", title)));
  }

  /** Adds a passage; the same key adds it once. */
  Passage add(ItemId paper, Map<String, Object> written, String key) {
    return backends.body(
        Service.EVIDENCE,
        evidence -> evidence.post().uri(PASSAGES, paper).header(KEY, key).body(written),
        Passage.class);
  }

  /** Saves a passage; empty when somebody else saved it, or took it out, since it was read. */
  Optional<Passage> save(ItemId paper, PassageId passage, Map<String, Object> written, long seen) {
    return unlessOvertaken(() ->
        backends.body(
            Service.EVIDENCE,
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
              backends.tell(
                  Service.EVIDENCE,
                  evidence ->
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
    backends.tell(
        Service.EVIDENCE,
        evidence -> evidence.post().uri(PASSAGE + "/restore", paper, passage).body(body));
  }

  /**
   * Moves a passage.
   *
   * @param after the one it is to follow; null puts it first
   */
  void place(ItemId paper, PassageId passage, @Nullable PassageId after) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("after", after);
    backends.tell(
        Service.EVIDENCE,
        evidence -> evidence.post().uri(PASSAGE + "/place", paper, passage).body(body));
  }

  /** How a passage was saved each time, newest first. */
  List<Passage> revisions(ItemId paper, PassageId passage) {
    return backends.items(
        Service.EVIDENCE,
        evidence -> evidence.get().uri(PASSAGE + "/revisions", paper, passage),
        new ParameterizedTypeReference<Page<Passage>>() {});
  }

  /** For whom the draft has become closed; empty when whoever asks may not know. */
  Optional<List<Closed>> findClosed(ItemId paper) {
    return Backends.find(() ->
        backends.items(
            Service.EVIDENCE,
            evidence -> evidence.get().uri(DRAFT + "/closed", paper),
            new ParameterizedTypeReference<Page<Closed>>() {}));
  }

  /** The version that a draft became. */
  record Made(VersionId id, int number) {}

  /** Where the draft of a paper is. */
  static String address(ItemId paper) {
    return DRAFT.replace("{paper}", paper.toString());
  }

  /** Makes a version of the draft; doing so again answers as before. */
  Made freeze(ItemId paper, List<OpenedAccount.Answer> opened) {
    return backends.body(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri("/api/evidence/papers/{paper}/versions", paper)
                .body(Map.of("opened", opened)),
        Made.class);
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
