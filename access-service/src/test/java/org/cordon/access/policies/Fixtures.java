package org.cordon.access.policies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;

/** A case, another case, and people in it, for tests of the policies. */
final class Fixtures {
  static final CaseId CASE = CaseId.create();
  static final CaseId OTHER_CASE = CaseId.create();
  static final PersonId ME = PersonId.create();
  static final PersonId SOMEBODY = PersonId.create();

  private Fixtures() {}

  static Policies shipped() {
    return new Policies(PolicyText.shipped(), new SimpleMeterRegistry());
  }

  static PersonFacts with(CaseRole... roles) {
    return new PersonFacts(
        ME,
        Set.of(),
        Arrays.stream(roles).distinct().collect(Collectors.toMap(it -> it, _ -> Set.of(CASE))));
  }

  static PersonFacts of(OrganisationRole... roles) {
    return new PersonFacts(ME, Set.of(roles), Map.of());
  }

  /** Somebody with a role of whom these facts hold in the case. */
  static PersonFacts with(CaseRole role, CaseFact fact, CaseFact... more) {
    return with(role)
        .in(
            Stream.concat(Stream.of(fact), Arrays.stream(more))
                .collect(Collectors.toMap(it -> it, _ -> Set.of(CASE))));
  }

  static Sketch version(ItemKind kind) {
    return new Sketch(
        kind, CASE, VersionId.create(), Set.of(), Set.of(), false, false, Set.of(), false);
  }

  /** A version's labels in the making. */
  record Sketch(
      ItemKind kind,
      CaseId caseId,
      VersionId id,
      Set<PersonId> accountsOf,
      Set<PersonId> circulatedTo,
      boolean delicate,
      boolean quarantined,
      Set<AgencyId> originators,
      boolean publishedToBoard) {

    Sketch accountsOf(PersonId... people) {
      return new Sketch(
          kind,
          caseId,
          id,
          Set.of(people),
          circulatedTo,
          delicate,
          quarantined,
          originators,
          publishedToBoard);
    }

    Sketch circulatedTo(PersonId... people) {
      return new Sketch(
          kind,
          caseId,
          id,
          accountsOf,
          Set.of(people),
          delicate,
          quarantined,
          originators,
          publishedToBoard);
    }

    Sketch asDelicate() {
      return new Sketch(
          kind,
          caseId,
          id,
          accountsOf,
          circulatedTo,
          true,
          quarantined,
          originators,
          publishedToBoard);
    }

    Sketch asQuarantined() {
      return new Sketch(
          kind,
          caseId,
          id,
          accountsOf,
          circulatedTo,
          delicate,
          true,
          originators,
          publishedToBoard);
    }

    Sketch controlledBy(AgencyId... agencies) {
      return new Sketch(
          kind,
          caseId,
          id,
          accountsOf,
          circulatedTo,
          delicate,
          quarantined,
          Set.of(agencies),
          publishedToBoard);
    }

    Sketch published() {
      return new Sketch(
          kind, caseId, id, accountsOf, circulatedTo, delicate, quarantined, originators, true);
    }

    Sketch inOtherCase() {
      return new Sketch(
          kind,
          OTHER_CASE,
          id,
          accountsOf,
          circulatedTo,
          delicate,
          quarantined,
          originators,
          publishedToBoard);
    }

    VersionLabels labels() {
      return new VersionLabels(
          id,
          ItemId.create(),
          1,
          caseId,
          kind,
          accountsOf,
          Set.of(),
          delicate,
          quarantined,
          originators,
          circulatedTo,
          Set.of(),
          publishedToBoard);
    }

    ResourceFacts facts() {
      return new ResourceFacts.OfVersion(labels());
    }
  }
}
