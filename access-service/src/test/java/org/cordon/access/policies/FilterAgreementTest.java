package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
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

  @Test
  void theFilterFindsExactlyWhatADecisionPermits() {
    seeds()
        .forEach(seed -> {
          GeneratedWorld world = new GeneratedWorld(seed);
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
  void whoeverMayCommentOnAVersionMayReadIt() {
    seeds()
        .forEach(seed -> {
          GeneratedWorld world = new GeneratedWorld(seed);
          PersonFacts person = world.person();
          world
              .versions()
              .map(ResourceFacts.OfVersion::new)
              .filter(it -> POLICIES.decide(person, Action.COMMENT, it).permitted())
              .forEach(it ->
                  assertThat(POLICIES.decide(person, Action.READ, it).permitted())
                      .as("seed %d: %s", seed, it)
                      .isTrue());
        });
  }

  @Test
  void theCasesOfAnActionAreThoseWhereADecisionPermitsIt() {
    seeds()
        .forEach(seed -> {
          GeneratedWorld world = new GeneratedWorld(seed);
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
          GeneratedWorld world = new GeneratedWorld(seed);
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
}
