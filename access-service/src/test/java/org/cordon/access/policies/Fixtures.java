package org.cordon.access.policies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
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

  static Sketch version(ItemKind kind) {
    return new Sketch(kind, CASE, Set.of(), Set.of(), false, false);
  }

  /** A version's labels in the making. */
  record Sketch(
      ItemKind kind,
      CaseId caseId,
      Set<PersonId> accountsOf,
      Set<PersonId> circulatedTo,
      boolean delicate,
      boolean publishedToBoard) {

    Sketch accountsOf(PersonId... people) {
      return new Sketch(kind, caseId, Set.of(people), circulatedTo, delicate, publishedToBoard);
    }

    Sketch circulatedTo(PersonId... people) {
      return new Sketch(kind, caseId, accountsOf, Set.of(people), delicate, publishedToBoard);
    }

    Sketch asDelicate() {
      return new Sketch(kind, caseId, accountsOf, circulatedTo, true, publishedToBoard);
    }

    Sketch published() {
      return new Sketch(kind, caseId, accountsOf, circulatedTo, delicate, true);
    }

    Sketch inOtherCase() {
      return new Sketch(kind, OTHER_CASE, accountsOf, circulatedTo, delicate, publishedToBoard);
    }

    VersionLabels labels() {
      return new VersionLabels(
          VersionId.create(),
          ItemId.create(),
          1,
          caseId,
          kind,
          accountsOf,
          Set.of(),
          delicate,
          null,
          circulatedTo,
          Set.of(),
          publishedToBoard);
    }

    ResourceFacts facts() {
      return new ResourceFacts.OfVersion(labels());
    }
  }
}
