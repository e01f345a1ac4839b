package org.cordon.access.labels;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.access.policies.Verdict;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a version to members of the case group, having checked each of them against it (rule 18):
 * whoever could not read it after that is left out, with the reasons.
 */
@Component
class Circulation {
  private static final String NO_PERMIT =
      "They are no member of the case group, so nothing is circulated to them.";

  private final LabelStore store;
  private final Relabelling relabelling;
  private final Drafts drafts;
  private final People people;
  private final Facts facts;
  private final Policies policies;

  Circulation(
      LabelStore store,
      Relabelling relabelling,
      Drafts drafts,
      People people,
      Facts facts,
      Policies policies) {
    this.store = store;
    this.relabelling = relabelling;
    this.drafts = drafts;
    this.people = people;
    this.facts = facts;
    this.policies = policies;
  }

  /** To whom it went and to whom not. */
  record Outcome(List<PersonId> circulated, List<Refused> refused) {
    Outcome {
      circulated = List.copyOf(circulated);
      refused = List.copyOf(refused);
    }
  }

  /** Somebody to whom it did not go. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Refused(PersonId person, @Nullable String personName, List<String> reasons) {
    Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Sends it.
   *
   * @param rehearse only says to whom it would go; nothing changes
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Outcome circulate(VersionId version, Set<PersonId> to, boolean rehearse, PersonId by) {
    VersionLabels labels =
        store.labelsOf(Set.of(version), Moment.NOW).values().stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    drafts.requireFrozen(version);
    Map<PersonId, PersonFacts> known = facts.of(to, Moment.NOW);
    Map<PersonId, String> names = people.names(labels.caseId(), to);
    Set<PersonId> after = new HashSet<>(labels.circulatedTo());
    after.addAll(to);
    ResourceFacts sent = new ResourceFacts.OfVersion(circulated(labels, after));
    List<PersonId> circulated = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (PersonId person : to) {
      Verdict verdict =
          policies.decide(
              known.getOrDefault(person, PersonFacts.unknown(person)), Action.READ, sent);
      if (verdict.permitted()) {
        circulated.add(person);
      } else {
        refused.add(new Refused(person, names.get(person), reasons(verdict)));
      }
    }
    if (!rehearse && !circulated.isEmpty()) {
      relabelling.circulate(version, Set.copyOf(circulated), by);
    }
    return new Outcome(circulated, refused);
  }

  private List<String> reasons(Verdict verdict) {
    return verdict.policies().isEmpty()
        ? List.of(NO_PERMIT)
        : verdict.policies().stream().map(id -> policies.reasons().getOrDefault(id, id)).toList();
  }

  private static VersionLabels circulated(VersionLabels labels, Set<PersonId> to) {
    return new VersionLabels(
        labels.version(),
        labels.item(),
        labels.number(),
        labels.caseId(),
        labels.kind(),
        labels.accountsOf(),
        labels.matters(),
        labels.delicate(),
        labels.quarantined(),
        labels.originators(),
        to,
        labels.sources(),
        labels.publishedToBoard());
  }
}
