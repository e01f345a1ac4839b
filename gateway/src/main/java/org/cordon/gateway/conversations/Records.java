package org.cordon.gateway.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.drafting.OpenedAccount;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Records of conversations, from evidence-service. Whatever is read here goes on record as read.
 */
@Component
class Records {
  private static final String RECORD = Conversations.ONE + "/record";
  private static final String DRAFT = RECORD + "/draft";
  private static final String PASSAGE = DRAFT + "/passages/{passage}";
  private static final String KEY = "Idempotency-Key";
  private static final ParameterizedTypeReference<Page<Correction>> CORRECTIONS =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;

  /**
   * The open draft of a record.
   *
   * @param quarantined what is kept out of it, in words, as far as whoever reads may know
   */
  record Draft(
      VersionId version, int number, String title, List<Passage> passages, String quarantined) {

    /** One of its passages. */
    Optional<Passage> find(PassageId id) {
      return passages.stream().filter(it -> it.id().equals(id)).findFirst();
    }
  }

  /**
   * A version of a record.
   *
   * @param newest whether no later one is open to whoever reads
   * @param confirmed null while the participant has not confirmed it
   */
  record RecordVersion(
      VersionId version,
      int number,
      boolean newest,
      String title,
      String sha256,
      Instant startedAt,
      Instant endedAt,
      String present,
      List<Passage> passages,
      String quarantined,
      @Nullable Confirmation confirmed) {}

  /** That the participant says it is right. */
  record Confirmation(PersonId by, Instant at) {}

  /** What a participant says should be put right in a passage. */
  record Correction(
      UUID id,
      VersionId version,
      PassageId passage,
      String text,
      String why,
      Instant proposedAt,
      PersonId proposedBy,
      @Nullable VersionId takenUpIn) {}

  /** What a record begins with. */
  record Wanted(Instant startedAt, Instant endedAt, String present) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Freeze(List<OpenedAccount.Answer> opened, List<String> takenUp) {}

  /** The version that a draft became. */
  record Made(int number) {}

  Records(Backends backends) {
    this.backends = backends;
  }

  /** The draft; empty when none is being written, or it is not open to whoever asks. */
  Optional<Draft> findDraft(ConversationId id) {
    return Backends.find(() ->
        backends.body(Service.EVIDENCE, evidence -> evidence.get().uri(DRAFT, id), Draft.class));
  }

  /** Where the draft of a record is. */
  static String address(ConversationId id) {
    return DRAFT.replace("{conversation}", id.toString());
  }

  /** Begins the record; the same key begins it once. */
  void begin(ConversationId id, Wanted wanted, String key) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence.post().uri(Conversations.ONE + "/records", id).header(KEY, key).body(wanted));
  }

  /** Begins the next draft from the newest version. */
  void beginNext(ConversationId id) {
    backends.tell(Service.EVIDENCE, evidence -> evidence.post().uri(DRAFT, id));
  }

  /**
   * Adds a passage; the same key adds it once.
   *
   * @param outsideGuide whether it is kept out of the record, for the approving officer alone
   */
  void add(ConversationId id, Map<String, Object> written, boolean outsideGuide, String key) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(DRAFT + "/passages" + (outsideGuide ? "?outsideGuide=true" : ""), id)
                .header(KEY, key)
                .body(written));
  }

  /** Saves a passage, unless somebody did since it was read. */
  void save(ConversationId id, PassageId passage, Map<String, Object> written, long seen) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .put()
                .uri(PASSAGE, id, passage)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(written));
  }

  /** Takes a passage out, unless somebody saved it since it was read. */
  void remove(ConversationId id, PassageId passage, long seen) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .delete()
                .uri(PASSAGE, id, passage)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\""));
  }

  /** Makes a version of the draft, which takes up these corrections. */
  Made freeze(ConversationId id, List<OpenedAccount.Answer> opened, List<String> takenUp) {
    return backends.body(
        Service.EVIDENCE,
        evidence -> evidence.post().uri(RECORD + "/versions", id).body(new Freeze(opened, takenUp)),
        Made.class);
  }

  /**
   * The newest version that whoever asks may read, or the one of that number.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when there is none, or it is walled
   */
  RecordVersion require(ConversationId id, @Nullable Integer number) {
    return backends.body(
        Service.EVIDENCE,
        evidence ->
            number == null
                ? evidence.get().uri(RECORD, id)
                : evidence.get().uri(RECORD + "/versions/{number}", id, number),
        RecordVersion.class);
  }

  /** What was proposed to put right, as far as whoever asks may read it. */
  List<Correction> corrections(ConversationId id) {
    return Backends.find(() ->
            backends.items(
                Service.EVIDENCE,
                evidence -> evidence.get().uri(Conversations.ONE + "/corrections", id),
                CORRECTIONS))
        .orElse(List.of());
  }

  /** Proposes to put something right; the same key proposes it once. */
  void propose(ConversationId id, PassageId passage, String text, String why, String key) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("passage", passage);
    body.put("text", text);
    body.put("why", why);
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(Conversations.ONE + "/corrections", id)
                .header(KEY, key)
                .body(body));
  }

  /** Says that a version is right. */
  void confirm(ConversationId id, int number, String sha256) {
    backends.tell(
        Service.EVIDENCE,
        evidence ->
            evidence
                .post()
                .uri(Conversations.ONE + "/confirmation", id)
                .body(Map.of("number", number, "sha256", sha256)));
  }
}
