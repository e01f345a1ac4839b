package org.cordon.search.testing;

import java.net.URI;
import java.util.UUID;
import org.cordon.platform.testing.TestIssuer;
import org.cordon.search.index.ElasticsearchProperties;
import org.cordon.stack.engines.ElasticsearchEngine;
import org.cordon.stack.engines.TestEngines;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One world, its neighbours, and a gate before Elasticsearch, for all tests of this JVM. */
public final class Surroundings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  public static final World WORLD = new World();
  private static final Neighbours NEIGHBOURS = new Neighbours(WORLD);
  private static final String PREFIX = prefix();
  private static final Gate GATE = new Gate(URI.create(engine().url()));

  /** The gate between the service under test and Elasticsearch. */
  public static Gate gate() {
    return GATE;
  }

  public static String neighbours() {
    return NEIGHBOURS.url();
  }

  /** Settings for an index of its own on the same server. */
  public static ElasticsearchProperties elasticsearch() {
    return new ElasticsearchProperties(
        URI.create(engine().url()), engine().username(), engine().password(), prefix());
  }

  private static ElasticsearchEngine engine() {
    return TestEngines.elasticsearch();
  }

  private static String prefix() {
    return "t" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestIssuer issuer = TestIssuer.shared();
    TestPropertyValues.of(
            "cordon.security.issuer=" + issuer.issuer(),
            "cordon.security.jwk-set-uri=" + issuer.issuer() + "/keys",
            "cordon.security.token-uri=" + issuer.issuer() + "/token",
            "cordon.security.client-id=search-service",
            "cordon.security.client-secret=a-secret-for-tests",
            "cordon.access.url=" + NEIGHBOURS.url(),
            "cordon.evidence.url=" + NEIGHBOURS.url(),
            "cordon.elasticsearch.url=" + GATE.url(),
            "cordon.elasticsearch.username=" + engine().username(),
            "cordon.elasticsearch.password=" + engine().password(),
            "cordon.elasticsearch.prefix=" + PREFIX,
            "cordon.search.grace=1s",
            "logging.level.org.cordon=" + System.getProperty("cordon.test.log", "error"))
        .applyTo(context);
  }
}
