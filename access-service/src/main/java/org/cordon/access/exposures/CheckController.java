package org.cordon.access.exposures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.ledger.Exposure;
import org.cordon.access.ledger.ExposureQuery;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.access.policies.Verdict;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.access.Members;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What services of Cordon check before people meet over papers (rule 18) or talk (rule 11). Nothing
 * of it is recorded: it is shown to nobody as it is, and the service that asks shows of it only
 * what who looks may see.
 */
@RestController
class CheckController {
  private final Facts facts;
  private final Policies policies;
  private final Ledger ledger;

  CheckController(Facts facts, Policies policies, Ledger ledger) {
    this.facts = facts;
    this.policies = policies;
    this.ledger = ledger;
  }

  /**
   * Papers and the people who are to have them.
   *
   * @param versions 1 to 200; one that is not registered in the case is readable to nobody
   * @param people 1 to 200
   */
  record WantedCheck(
      @JsonProperty("case") @Nullable CaseId caseId,
      @Nullable Set<@Nullable VersionId> versions,
      @Nullable Set<@Nullable PersonId> people) {}

  /** Which of these people could read which of these versions. */
  @PostMapping("/internal/audience/check")
  CheckedAudience check(@RequestBody WantedCheck wanted) {
    CaseId caseId = Problem.require("case", wanted.caseId());
    Set<VersionId> versions = Members.some("versions", wanted.versions());
    Set<PersonId> people = Members.some("people", wanted.people());
    Map<VersionId, VersionLabels> held = new HashMap<>(facts.labelsOf(versions, Moment.NOW));
    held.values().removeIf(it -> !it.caseId().equals(caseId));
    return new CheckedAudience(
        facts.of(people, Moment.NOW).values().stream()
            .sorted(Comparator.comparing(it -> it.person().toString()))
            .map(person ->
                new CheckedAudience.CheckedPerson(person.person(), checked(person, versions, held)))
            .toList());
  }

  private List<CheckedAudience.CheckedVersion> checked(
      PersonFacts person, Set<VersionId> versions, Map<VersionId, VersionLabels> held) {
    return versions.stream()
        .sorted(Comparator.comparing(VersionId::toString))
        .map(version -> {
          VersionLabels labels = held.get(version);
          Verdict verdict =
              policies.decide(
                  person,
                  Action.READ,
                  labels == null
                      ? new ResourceFacts.Unregistered(version)
                      : new ResourceFacts.OfVersion(labels));
          return new CheckedAudience.CheckedVersion(
              version, verdict.permitted(), verdict.policies());
        })
        .toList();
  }

  /** What a person was shown in a case before a moment, oldest first. */
  @GetMapping("/internal/exposures")
  PriorExposures exposures(
      @RequestParam("case") CaseId caseId,
      @RequestParam PersonId person,
      @RequestParam Instant before) {
    List<Exposure> newestFirst =
        ledger.exposures(
            new ExposureQuery(
                caseId,
                Optional.of(person),
                Optional.empty(),
                Optional.of(before),
                Optional.empty(),
                PriorExposures.MAX + 1));
    return new PriorExposures(
        newestFirst.stream()
            .limit(PriorExposures.MAX)
            .map(it ->
                new PriorExposures.PriorExposure(it.entry(), it.version(), it.at(), it.action()))
            .toList()
            .reversed(),
        newestFirst.size() <= PriorExposures.MAX);
  }
}
