package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.testing.JudgedWorld;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worlds that search-service holds its index against are those that these policies judge so.
 * {@code -Dcordon.write=true} writes them anew after a change of the policies.
 */
class JudgedWorldsTest {
  private static final int WORLDS = 20;
  private static final Path FILE =
      Path.of("../platform/src/test/resources").resolve(JudgedWorld.RESOURCE);
  private static final Policies POLICIES = Fixtures.shipped();

  @Test
  void theWorldsOfTheIndexAreThoseThatThePoliciesJudgeSo() throws IOException {
    List<JudgedWorld> judged =
        new Random(20_261_125)
            .longs()
            .mapToObj(JudgedWorldsTest::judged)
            .filter(it -> !it.permitted().isEmpty())
            .filter(it -> it.permitted().size() < GeneratedWorld.VERSIONS)
            .limit(WORLDS)
            .toList();
    if (Boolean.getBoolean("cordon.write")) {
      Files.createDirectories(FILE.getParent());
      JsonMapper pretty =
          JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
      Files.writeString(
          FILE,
          judged.stream()
              .map(pretty::writeValueAsString)
              .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }
    assertThat(Stream.of(JsonMapper.shared().readValue(FILE, JudgedWorld[].class)))
        .as("written anew with -Dcordon.write=true")
        .containsExactlyElementsOf(judged);
  }

  private static JudgedWorld judged(long seed) {
    GeneratedWorld world = new GeneratedWorld(seed);
    PersonFacts person = world.person();
    List<VersionLabels> versions = world.versions().toList();
    Set<VersionId> permitted =
        versions.stream()
            .filter(labels ->
                POLICIES
                    .decide(person, Action.FIND, new ResourceFacts.OfVersion(labels))
                    .permitted())
            .map(VersionLabels::version)
            .collect(Collectors.toSet());
    return new JudgedWorld(seed, POLICIES.filter(person, Action.FIND), versions, permitted);
  }
}
