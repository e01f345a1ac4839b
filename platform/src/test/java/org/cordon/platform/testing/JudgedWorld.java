package org.cordon.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;
import tools.jackson.databind.json.JsonMapper;

/**
 * A generated world on which access-service and search-service must agree: a person's filter as the
 * policies make it, versions with their labels, and those that a point decision permits the person
 * to find. access-service writes them and checks that they are still what its policies say;
 * search-service holds the real index against them.
 *
 * @param seed makes the world again in access-service
 */
public record JudgedWorld(
    long seed, Filter filter, List<VersionLabels> versions, Set<VersionId> permitted) {
  /** Where the worlds lie among the test resources of {@code platform}. */
  public static final String RESOURCE = "org/cordon/platform/testing/judged-worlds.json";

  public JudgedWorld {
    versions = List.copyOf(versions);
    permitted = Set.copyOf(permitted);
  }

  /** The worlds as they were written last. */
  public static List<JudgedWorld> all() {
    try (InputStream written = JudgedWorld.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      return written == null
          ? List.of()
          : Arrays.asList(JsonMapper.shared().readValue(written, JudgedWorld[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
