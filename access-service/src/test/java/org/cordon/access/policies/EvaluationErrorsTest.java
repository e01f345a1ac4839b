package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.Value;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EvaluationErrorsTest {
  private static final Value WRONG = new PrimLong(7);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Policies policies = new Policies(PolicyText.shipped(), meters);
  private final Logger logger = (Logger) LoggerFactory.getLogger(Policies.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Entity person = CedarEntities.person(Fixtures.with(CaseRole.LEAD_REVIEWER));
  private final Entity version =
      CedarEntities.resource(Fixtures.version(ItemKind.DOCUMENT).facts());

  @BeforeEach
  void listen() {
    logger.setAdditive(false);
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
  }

  @Test
  void withEveryAttributeThereItIsPermitted() {
    assertThat(policies.decide(person, Action.READ, version).permitted()).isTrue();
    assertThat(policies.filter(person, Action.FIND, CedarEntities.anyVersion()))
        .isNotEqualTo(Filter.nothing());
    assertThat(alarms()).isZero();
  }

  @Test
  void anAttributeOfTheVersionThatIsMissingOrMistypedDeniesAndAlarms() {
    List<Entity> broken = broken(version).toList();
    assertThat(broken).hasSize(2 * 11);
    for (Entity resource : broken) {
      expectDenied(policies.decide(person, Action.READ, resource));
    }
    assertThat(alarms()).isEqualTo(broken.size());
  }

  @Test
  void aFactAboutThePersonThatIsMissingOrMistypedDeniesAndAlarms() {
    List<Entity> broken = broken(person).toList();
    assertThat(broken).hasSize(2 * (5 + 10 + 3 + 5));
    for (Entity principal : broken) {
      expectDenied(policies.decide(principal, Action.READ, version));
      assertThat(policies.filter(principal, Action.FIND, CedarEntities.anyVersion()))
          .isEqualTo(Filter.nothing());
    }
    assertThat(alarms()).isEqualTo(2 * broken.size());
  }

  @Test
  void anUnknownAttributeThatIsMissingOrMistypedLetsTheFilterFindNothing() {
    List<Entity> broken = broken(CedarEntities.anyVersion()).toList();
    assertThat(broken).hasSize(2 * 11);
    for (Entity resource : broken) {
      assertThat(policies.filter(person, Action.FIND, resource)).isEqualTo(Filter.nothing());
    }
    assertThat(alarms()).isEqualTo(broken.size());
  }

  @Test
  void anActionThatIsNotForTheResourceDeniesAndAlarms() {
    expectDenied(policies.decide(person, Action.UPLOAD, version));
    expectDenied(policies.decide(person, Action.OPEN_CASE, version));
    expectDenied(policies.decide(version, Action.READ, version));
    assertThat(alarms()).isEqualTo(3);
  }

  @Test
  void anAlarmIsAnErrorInTheLogThatNamesNobody() {
    policies.decide(person, Action.READ, broken(version).findFirst().orElseThrow());
    assertThat(logged.list).hasSize(1);
    assertThat(logged.list.getFirst().getLevel()).isEqualTo(Level.ERROR);
    assertThat(logged.list.getFirst().getFormattedMessage())
        .contains("POLICY EVALUATION FAILED")
        .doesNotContain(Fixtures.ME.toString());
  }

  private static void expectDenied(Verdict verdict) {
    assertThat(verdict).isEqualTo(Verdict.failed());
  }

  private int alarms() {
    return (int) meters.counter("cordon.policies.errors").count();
  }

  /** The entity with each attribute dropped and mistyped in turn, those inside records too. */
  private static Stream<Entity> broken(Entity entity) {
    return broken(entity.attrs).stream()
        .map(attributes -> new Entity(entity.getEUID(), attributes, Set.of()));
  }

  private static List<Map<String, Value>> broken(Map<String, Value> attributes) {
    List<Map<String, Value>> all = new ArrayList<>();
    attributes.forEach((name, value) -> {
      Map<String, Value> dropped = new HashMap<>(attributes);
      dropped.remove(name);
      all.add(dropped);
      all.add(with(attributes, name, value instanceof CedarList ? new CedarMap() : WRONG));
      if (value instanceof CedarMap record) {
        broken(record).forEach(inner -> all.add(with(attributes, name, new CedarMap(inner))));
      }
    });
    return all;
  }

  private static Map<String, Value> with(Map<String, Value> attributes, String name, Value value) {
    Map<String, Value> changed = new HashMap<>(attributes);
    changed.put(name, value);
    return changed;
  }
}
