package org.cordon.access.decisions;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/** Everything that the policies may know, put together from those who hold it. */
@Component
public class Facts {
  private final RolesHeld roles;
  private final PositionsHeld positions;
  private final DisclosuresHeld disclosures;
  private final LabelsHeld labels;

  Facts(RolesHeld roles, PositionsHeld positions, DisclosuresHeld disclosures, LabelsHeld labels) {
    this.roles = roles;
    this.positions = positions;
    this.disclosures = disclosures;
    this.labels = labels;
  }

  /** The facts about each of these people; all are answered. */
  public Map<PersonId, PersonFacts> of(Set<PersonId> people, Moment moment) {
    Map<PersonId, PersonFacts> known = new HashMap<>(roles.rolesOf(people, moment));
    positions
        .positionsOf(known.values(), moment)
        .forEach((person, position) -> known.computeIfPresent(person, (_, it) -> it.in(position)));
    disclosures
        .effectiveFor(people, moment)
        .forEach((person, shown) -> known.computeIfPresent(person, (_, it) -> it.shown(shown)));
    people.forEach(person -> known.computeIfAbsent(person, PersonFacts::unknown));
    return known;
  }

  /** The facts about one person as they are now. */
  public PersonFacts of(PersonId person) {
    return of(Set.of(person), Moment.NOW).getOrDefault(person, PersonFacts.unknown(person));
  }

  /** The labels of each of these versions; those unregistered then are missing. */
  public Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions, Moment moment) {
    return labels.labelsOf(versions, moment);
  }
}
