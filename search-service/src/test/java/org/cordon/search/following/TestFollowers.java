package org.cordon.search.following;

import java.time.Clock;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.AccessConfiguration;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.search.index.TestIndex;
import org.cordon.search.testing.Neighbours;
import org.cordon.search.testing.World;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Followers of a world of one's own, for an index of one's own. */
public final class TestFollowers {
  private final EvidenceClient evidence;
  private final AccessClient access;

  public TestFollowers(World world, ServiceTokens tokens) {
    String url = new Neighbours(world).url();
    evidence = new EvidenceClient(url, tokens);
    access = accessClient(url, tokens);
  }

  public Followers of(TestIndex index) {
    return new Followers(
        evidence,
        access,
        new Applier(evidence, access, index.writer),
        index.generations,
        Clock.systemUTC());
  }

  public AccessClient access() {
    return access;
  }

  private static AccessClient accessClient(String url, ServiceTokens tokens) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      TestPropertyValues.of("cordon.access.url=" + url).applyTo(context);
      context.registerBean(ServiceTokens.class, () -> tokens);
      context.register(AccessConfiguration.class);
      context.refresh();
      return context.getBean(AccessClient.class);
    }
  }
}
