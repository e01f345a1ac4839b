package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The client of access-service. Every answer it gives is already recorded there. It fails closed:
 * no answer, or one that makes no sense, is a {@link Problem} of kind UNAVAILABLE and never a
 * permit.
 */
public final class AccessClient {
  private static final Logger LOG = LoggerFactory.getLogger(AccessClient.class);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final AccessCalls calls;
  private final RestClient longPoll;

  AccessClient(String url, ServiceTokens tokens) {
    this.calls = new AccessCalls(AccessCalls.client(url, tokens, ANSWER));
    this.longPoll = AccessCalls.client(url, tokens, LONGEST_WAIT.plus(ANSWER));
  }

  /** May this person do this with this version? Unknown and unregistered versions are denied. */
  public Decision decide(PersonId person, ItemAction action, VersionId version) {
    return decide(person, action, List.of(version)).getFirst();
  }

  /**
   * One decision for each version, in their order; recorded in one transaction for each {@value
   * Evaluation#MAX_BATCH}.
   */
  public List<Decision> decide(PersonId person, ItemAction action, List<VersionId> versions) {
    List<Decision> decisions = new ArrayList<>(versions.size());
    for (int from = 0; from < versions.size(); from += Evaluation.MAX_BATCH) {
      List<VersionId> batch =
          versions.subList(from, Math.min(from + Evaluation.MAX_BATCH, versions.size()));
      decisions.addAll(decideBatch(person, action, batch));
    }
    return List.copyOf(decisions);
  }

  /** May this person add documents to this case? */
  public Decision decideUpload(PersonId person, CaseId caseId) {
    return decideInCase(person, CaseAction.UPLOAD, caseId);
  }

  /** May this person look for anything in this case at all? */
  public Decision decideSearch(PersonId person, CaseId caseId) {
    return decideInCase(person, CaseAction.FIND, caseId);
  }

  /** May this person do this in this case? */
  public Decision decideInCase(PersonId person, CaseAction action, CaseId caseId) {
    Evaluation.Request request =
        new Evaluation.Request(
            new Evaluation.Entity("person", person.toString()),
            new Evaluation.Action(action.actionName()),
            new Evaluation.Entity("case", caseId.toString()),
            null);
    return decision(calls.post("/access/v1/evaluation", request, Evaluation.Response.class));
  }

  /**
   * What this person may find.
   *
   * @param indexed the label feed position that the index has refreshed
   */
  public PersonFilter filter(PersonId person, long indexed) {
    record FilterRequest(PersonId person, long indexed) {}
    FilterRequest request = new FilterRequest(person, indexed);
    return calls.post("/internal/filters", request, PersonFilter.class);
  }

  /**
   * What this person may find in a case, for a list. It permits nothing and is not recorded: decide
   * on what is shown.
   *
   * @param after the item that the page before ended with
   * @param limit 1 to {@value FindableVersions#MAX_LIMIT}
   */
  public FindableVersions findable(
      PersonId person, CaseId caseId, Optional<ItemId> after, int limit) {
    record FindableRequest(
        PersonId person, @JsonProperty("case") CaseId caseId, @Nullable ItemId after, int limit) {}
    FindableRequest request = new FindableRequest(person, caseId, after.orElse(null), limit);
    FindableVersions found = calls.post("/internal/findable", request, FindableVersions.class);
    if (found.versions().size() > limit) {
      throw Problem.unavailable();
    }
    return found;
  }

  /**
   * Registers the labels of a version, before it becomes visible. Registering the same again
   * changes nothing.
   *
   * @throws Problem INVALID or CONFLICT as access-service says, when the labels do not fit
   */
  public void register(VersionLabels labels) {
    register(labels, false);
  }

  /**
   * Registers a draft under the id of the version that it will become: mutable, with labels that
   * only grow until it is frozen. It is read like any version; it is in no list, and is neither
   * circulated nor disclosed. Its number is the next of its item, and the newest version of the
   * item is among its sources.
   *
   * @throws Problem INVALID or CONFLICT as access-service says, when the labels do not fit or the
   *     item has a draft
   */
  public void registerDraft(VersionLabels labels) {
    register(labels, true);
  }

  private void register(VersionLabels labels, boolean draft) {
    calls.refusable(http ->
        http.put()
            .uri(
                "/internal/labels/{version}" + (draft ? "?draft=true" : ""),
                labels.version().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .body(labels)
            .retrieve()
            .toBodilessEntity());
  }

  /**
   * Names more sources of a version; everything downstream is labelled anew before this returns.
   *
   * @param sources 1 to 200
   * @return its labels after that
   * @throws Problem INVALID when one is not registered in the case, or was written from this
   *     version
   */
  public VersionLabels addSources(VersionId version, Set<VersionId> sources) {
    record MoreSources(Set<VersionId> sources) {}
    return change(version, "sources", new MoreSources(sources));
  }

  /**
   * Adds to a version's own labels; everything downstream is labelled anew before this returns.
   *
   * @return its labels after that
   */
  public VersionLabels addLabels(VersionId version, MoreLabels more) {
    return change(version, "accounts", more);
  }

  /**
   * Ends a draft; from now on it is a version like any other. Doing so again changes nothing.
   * Freeze once the content can change no more.
   */
  public VersionLabels freeze(VersionId version) {
    return change(version, "freeze", Map.of());
  }

  /**
   * Marks the registration of a version as come to nothing: it is denied like one that was never
   * made, cannot be made any more, and its number is free again. Doing so again changes nothing.
   *
   * @throws Problem CONFLICT when it is a draft that was frozen, or something was written from it
   */
  public void abandon(VersionId version) {
    calls.refusable(http ->
        http.delete()
            .uri("/internal/labels/{version}", version.toString())
            .retrieve()
            .toBodilessEntity());
  }

  /**
   * From whom of the case a version is kept by its labels, or would be with more sources, and why.
   * Nothing is recorded: show of it only what who looks may see.
   *
   * @param addSources at most 200
   */
  public ClosedTo closedTo(VersionId version, Set<VersionId> addSources) {
    record ClosedRequest(VersionId version, Set<VersionId> addSources) {}
    return calls.refusable(http ->
        AccessCalls.post(
            http,
            "/internal/labels/closed",
            new ClosedRequest(version, addSources),
            ClosedTo.class));
  }

  /**
   * Which of these people could read which of these versions of a case now (rule 18). Nothing is
   * recorded: show of it only what who looks may see.
   *
   * @param versions 1 to 200
   * @param people 1 to 200
   */
  public CheckedAudience checkAudience(
      CaseId caseId, Set<VersionId> versions, Set<PersonId> people) {
    record AudienceRequest(
        @JsonProperty("case") CaseId caseId, Set<VersionId> versions, Set<PersonId> people) {}
    return calls.post(
        "/internal/audience/check",
        new AudienceRequest(caseId, versions, people),
        CheckedAudience.class);
  }

  /** What a person was shown in a case before a moment (rule 11). */
  public PriorExposures exposures(CaseId caseId, PersonId person, Instant before) {
    return calls.ask(http ->
        AccessCalls.answered(
            http.get()
                .uri(
                    "/internal/exposures?case={c}&person={p}&before={b}",
                    caseId.toString(),
                    person.toString(),
                    before.toString())
                .retrieve()
                .body(PriorExposures.class)));
  }

  /** Who is in a case now and how its proceedings stand. Nothing is recorded. */
  public CaseSituation situation(CaseId caseId) {
    return calls.ask(http ->
        AccessCalls.answered(
            http.get()
                .uri("/internal/cases/{case}/situation", caseId.toString())
                .retrieve()
                .body(CaseSituation.class)));
  }

  /**
   * Sends a version to people of the case group, as far as they could read it then; decided for the
   * person who sends it, and recorded.
   *
   * @param people 1 to 200
   * @param rehearse only say to whom it would go
   * @throws Problem NOT_FOUND when that person may not circulate it; CONFLICT when it is a draft
   */
  public Circulated circulate(
      VersionId version, Set<PersonId> people, PersonId by, boolean rehearse) {
    record CirculationRequest(Set<PersonId> people, PersonId by, boolean rehearse) {}
    record Refused(PersonId person) {}
    record Outcome(List<PersonId> circulated, List<Refused> refused) {}
    Outcome outcome =
        calls
            .findRefusable(http ->
                AccessCalls.post(
                    http,
                    "/internal/labels/" + version + "/circulations",
                    new CirculationRequest(people, by, rehearse),
                    Outcome.class))
            .orElseThrow(Problem::notFound);
    return new Circulated(
        outcome.circulated(), outcome.refused().stream().map(Refused::person).toList());
  }

  /** The labels of a version as they are now; empty when none are registered. */
  public Optional<VersionLabels> labels(VersionId version) {
    return calls.find(http ->
        AccessCalls.answered(
            http.get()
                .uri("/internal/labels/{version}", version.toString())
                .retrieve()
                .body(VersionLabels.class)));
  }

  /**
   * The label feed after a position; waits for a change, at most 30 seconds.
   *
   * @param limit 1 to 1,000
   */
  public LabelChanges labelChanges(long after, int limit, Duration wait) {
    long seconds = Math.min(wait.toSeconds(), LONGEST_WAIT.toSeconds());
    try {
      return AccessCalls.answered(
          longPoll
              .get()
              .uri("/internal/labels/changes?after={a}&limit={l}&wait={w}", after, limit, seconds)
              .retrieve()
              .body(LabelChanges.class));
    } catch (RestClientException noAnswer) {
      LOG.debug("the label feed did not answer", noAnswer);
      throw Problem.unavailable();
    }
  }

  /** Records that the last byte of what was permitted has left. */
  public void confirmDelivery(LedgerEntryId entry) {
    calls.ask(http ->
        http.post()
            .uri("/internal/deliveries")
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("entry", entry.toString()))
            .retrieve()
            .toBodilessEntity());
  }

  private VersionLabels change(VersionId version, String what, Object body) {
    return calls.refusable(http ->
        AccessCalls.post(
            http, "/internal/labels/" + version + "/" + what, body, VersionLabels.class));
  }

  private List<Decision> decideBatch(PersonId person, ItemAction action, List<VersionId> batch) {
    Evaluation.BatchRequest request =
        new Evaluation.BatchRequest(
            new Evaluation.Entity("person", person.toString()),
            new Evaluation.Action(action.actionName()),
            batch.stream()
                .map(id -> new Evaluation.Part(new Evaluation.Entity("version", id.toString())))
                .toList());
    Evaluation.BatchResponse response =
        calls.post("/access/v1/evaluations", request, Evaluation.BatchResponse.class);
    if (response.evaluations().size() != batch.size()) {
      throw Problem.unavailable();
    }
    return response.evaluations().stream().map(AccessClient::decision).toList();
  }

  private static Decision decision(Evaluation.Response response) {
    try {
      return new Decision(
          response.decision(), LedgerEntryId.from(String.valueOf(response.context().get("entry"))));
    } catch (IllegalArgumentException noEntry) {
      throw Problem.unavailable();
    }
  }
}
