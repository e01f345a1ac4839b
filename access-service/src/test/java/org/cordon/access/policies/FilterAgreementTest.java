package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;

/**
 * Generated worlds of people, roles and labels, in which filter and point decision must agree. A
 * failure names the seed of its world; {@code -Dcordon.seed=…} replays it and {@code
 * -Dcordon.worlds=…} asks for more of them.
 */
class FilterAgreementTest {
  private static final Policies POLICIES = Fixtures.shipped();
  private static final int WORLDS =
      Integer.getInteger("cordon.worlds", Boolean.getBoolean("cordon.all") ? 5_000 : 200);
  private static final int VERSIONS = 12;

  @Test
  void theFilterFindsExactlyWhatADecisionPermits() {
    seeds()
        .forEach(seed -> {
          World world = new World(seed);
          PersonFacts person = world.person();
          for (Action action : List.of(Action.READ, Action.FIND)) {
            Filter filter = POLICIES.filter(person, action);
            world
                .versions()
                .forEach(labels -> {
                  Verdict verdict =
                      POLICIES.decide(person, action, new ResourceFacts.OfVersion(labels));
                  assertThat(filter.matches(labels.fields()))
                      .as("seed %d: %s %s %s", seed, person, action, labels)
                      .isEqualTo(verdict.permitted());
                });
          }
        });
  }

  @Test
  void theCasesOfAnActionAreThoseWhereADecisionPermitsIt() {
    seeds()
        .forEach(seed -> {
          World world = new World(seed);
          PersonFacts person = world.person();
          Set<CaseId> permitted = new HashSet<>();
          for (CaseId caseId : person.cases()) {
            if (POLICIES
                .decide(person, Action.FIND, new ResourceFacts.OfCase(caseId))
                .permitted()) {
              permitted.add(caseId);
            }
          }
          assertThat(POLICIES.cases(person, Action.FIND)).as("seed %d", seed).isEqualTo(permitted);
        });
  }

  @Test
  void whereEveryCommonVersionIsReadableNoneIsEverRefused() {
    seeds()
        .forEach(seed -> {
          World world = new World(seed);
          PersonFacts person = world.person();
          Set<CaseId> ranked = POLICIES.casesOfEveryCommon(person, Action.READ);
          world
              .versions()
              .filter(VersionLabels::isCommon)
              .filter(labels -> ranked.contains(labels.caseId()))
              .forEach(labels ->
                  assertThat(
                          POLICIES
                              .decide(person, Action.READ, new ResourceFacts.OfVersion(labels))
                              .permitted())
                      .as("seed %d: %s", seed, labels)
                      .isTrue());
        });
  }

  @Test
  void aReviewerRanksTheCommonVersionsAndACaseGroupMemberDoesNot() {
    assertThat(POLICIES.casesOfEveryCommon(Fixtures.with(CaseRole.LEAD_REVIEWER), Action.READ))
        .containsExactly(Fixtures.CASE);
    assertThat(POLICIES.casesOfEveryCommon(Fixtures.with(CaseRole.CASE_GROUP_MEMBER), Action.READ))
        .isEmpty();
    assertThat(POLICIES.casesOfEveryCommon(Fixtures.with(CaseRole.BUSINESS_MANAGER), Action.READ))
        .isEmpty();
  }

  @Test
  void aReviewersFilterStaysSmallHoweverManyCasesTheyHave() {
    Set<CaseId> cases =
        IntStream.range(0, 50).mapToObj(_ -> CaseId.create()).collect(Collectors.toSet());
    PersonFacts reviewer =
        new PersonFacts(Fixtures.ME, Set.of(), Map.of(CaseRole.REVIEW_TEAM_MEMBER, cases));
    assertThat(leaves(POLICIES.filter(reviewer, Action.FIND)))
        .isEqualTo(leaves(POLICIES.filter(Fixtures.with(CaseRole.REVIEW_TEAM_MEMBER), Action.FIND)))
        .isLessThan(10);
  }

  private static int leaves(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> of.stream().mapToInt(FilterAgreementTest::leaves).sum();
      case Filter.Any(List<Filter> of) -> of.stream().mapToInt(FilterAgreementTest::leaves).sum();
      case Filter.Not(Filter of) -> leaves(of);
      case Filter.In _, Filter.Subset _ -> 1;
    };
  }

  @Test
  void whoHasNoRoleOrIsAnAdministratorFindsNothing() {
    assertThat(POLICIES.filter(Fixtures.with(), Action.FIND)).isEqualTo(Filter.nothing());
    PersonFacts administrator =
        new PersonFacts(
            Fixtures.ME,
            Set.of(OrganisationRole.ADMINISTRATOR),
            Map.of(CaseRole.LEAD_REVIEWER, Set.of(Fixtures.CASE)));
    assertThat(POLICIES.filter(administrator, Action.FIND)).isEqualTo(Filter.nothing());
    assertThat(POLICIES.cases(administrator, Action.READ_CASE)).isEmpty();
  }

  private static Stream<Long> seeds() {
    Long replayed = Long.getLong("cordon.seed");
    return replayed != null ? Stream.of(replayed) : new Random(20_261_123).longs(WORLDS).boxed();
  }

  /** A few people and cases, and what a seed makes of them. */
  private static final class World {
    private final Random random;
    private final List<CaseId> cases;
    private final List<PersonId> people;
    private final List<AgencyId> agencies;
    private final List<VersionId> versionIds;

    World(long seed) {
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
}
