package org.cordon.access.policies;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;

/** A few people and cases, and what a seed makes of them. */
final class GeneratedWorld {
  static final int VERSIONS = 12;

  private final Random random;
  private final List<CaseId> cases;
  private final List<PersonId> people;
  private final List<AgencyId> agencies;
  private final List<VersionId> versionIds;

  GeneratedWorld(long seed) {
    random = new Random(seed);
    cases = IntStream.range(0, 3).mapToObj(_ -> new CaseId(id())).toList();
    people = IntStream.range(0, 4).mapToObj(_ -> new PersonId(id())).toList();
    agencies = IntStream.range(0, 2).mapToObj(_ -> new AgencyId(id())).toList();
    versionIds = IntStream.range(0, VERSIONS).mapToObj(_ -> new VersionId(id())).toList();
  }

  PersonFacts person() {
    Set<OrganisationRole> organisation = EnumSet.noneOf(OrganisationRole.class);
    if (random.nextInt(10) == 0) {
      organisation.add(one(List.of(OrganisationRole.values())));
    }
    return new PersonFacts(
        people.getFirst(),
        organisation,
        inSomeCases(CaseRole.class, CaseRole.values(), 4),
        some(agencies, 2),
        inSomeCases(CaseFact.class, CaseFact.values(), 2),
        some(versionIds, 3));
  }

  /** Each member with a chance of one in {@code odds}, in about half of the cases. */
  private <E extends Enum<E>> Map<E, Set<CaseId>> inSomeCases(
      Class<E> type, E[] members, int odds) {
    Map<E, Set<CaseId>> held = new EnumMap<>(type);
    for (E member : members) {
      if (random.nextInt(odds) == 0) {
        held.put(member, some(cases, 2));
      }
    }
    return held;
  }

  Stream<VersionLabels> versions() {
    return versionIds.stream().map(this::version);
  }

  private VersionLabels version(VersionId version) {
    return new VersionLabels(
        version,
        new ItemId(id()),
        1,
        one(cases),
        one(List.of(ItemKind.values())),
        some(people, 3),
        some(List.of("timing", "bruise"), 3),
        random.nextInt(3) == 0,
        random.nextInt(6) == 0,
        some(agencies, 4),
        some(people, 2),
        Set.of(),
        random.nextBoolean());
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Each member with a chance of one in {@code odds}. */
  private <T> Set<T> some(List<T> from, int odds) {
    Set<T> some = new HashSet<>();
    from.forEach(member -> {
      if (random.nextInt(odds) == 0) {
        some.add(member);
      }
    });
    return some;
  }
}
