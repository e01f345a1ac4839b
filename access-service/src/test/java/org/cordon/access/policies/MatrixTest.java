package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.access.policies.DecisionTable.Row;
import org.cordon.platform.access.ItemKind;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Policies POLICIES = Fixtures.shipped();
  private static final List<Row> ROWS = DecisionTable.rows();
  private static final Map<Row, Verdict> VERDICTS =
      ROWS.stream().collect(Collectors.toMap(row -> row, row -> verdict(POLICIES, row)));

  @Test
  void everyRoleGetsWhatTheMatrixOpensAndNothingElse() {
    assertThat(ROWS.stream().filter(row -> of(row).permitted() != row.permitted())).isEmpty();
  }

  @Test
  void theTableHasAPermitAndADenyForEveryAction() {
    for (Action action : Action.values()) {
      assertThat(ROWS)
          .anyMatch(row -> row.action() == action && row.permitted())
          .anyMatch(row -> row.action() == action && !row.permitted());
    }
  }

  @Test
  void aVersionThatIsNotLabelledIsShutWhateverElseIsKnownOfIt() {
    assertThat(unlabelled(POLICIES)).isEqualTo(new Verdict(false, List.of("labels-required")));
  }

  @Test
  void theTableNoticesWhenAnyOnePolicyIsMissing() {
    assertThat(unnoticed(Mutations::without)).isEmpty();
  }

  @Test
  void theTableNoticesWhenAnyOnePolicySaysTheOpposite() {
    assertThat(unnoticed(Mutations::opposed)).isEmpty();
  }

  @Test
  void aDecisionNamesThePoliciesThatMadeIt() {
    Verdict permitted =
        POLICIES.decide(
            Fixtures.with(CaseRole.LEAD_REVIEWER),
            Action.UPLOAD,
            new ResourceFacts.OfCase(Fixtures.CASE));
    assertThat(permitted).isEqualTo(new Verdict(true, List.of("documents-upload")));
    assertThat(POLICIES.reasons().get("documents-upload")).startsWith("The lead reviewer");
  }

  /**
   * The policies whose change no row notices. Only rows that the policy decided can change with it,
   * so only those are asked again.
   */
  private static Set<String> unnoticed(Function<String, PolicyText> mutation) {
    Map<String, List<Row>> decidedBy = new HashMap<>();
    for (Row row : ROWS) {
      of(row)
          .policies()
          .forEach(id -> decidedBy.computeIfAbsent(id, _ -> new ArrayList<>()).add(row));
    }
    Set<String> unnoticed = new TreeSet<>();
    for (String id : POLICIES.reasons().keySet()) {
      Policies mutated = new Policies(mutation.apply(id), Mutations.METERS);
      if (decidedBy.getOrDefault(id, List.of()).stream().allMatch(row -> agrees(mutated, row))
          && unlabelled(mutated).equals(unlabelled(POLICIES))) {
        unnoticed.add(id);
      }
    }
    return unnoticed;
  }

  private static Verdict unlabelled(Policies policies) {
    Entity labelled = CedarEntities.resource(Fixtures.version(ItemKind.DOCUMENT).facts());
    Map<String, Value> attributes = new HashMap<>(labelled.attrs);
    attributes.put("labelled", new PrimBool(false));
    return policies.decide(
        CedarEntities.person(Fixtures.with(CaseRole.LEAD_REVIEWER)),
        Action.READ,
        new Entity(labelled.getEUID(), attributes, Set.of()));
  }

  private static Verdict of(Row row) {
    return Objects.requireNonNull(VERDICTS.get(row));
  }

  private static boolean agrees(Policies policies, Row row) {
    return verdict(policies, row).permitted() == row.permitted();
  }

  private static Verdict verdict(Policies policies, Row row) {
    return policies.decide(row.person(), row.action(), row.resource());
  }
}
