package org.cordon.gateway.testing;

import org.cordon.gateway.GatewayApplication;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on a port, with its neighbours as stubs; one context for all tests. */
@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {"logging.level.org.cordon=warn", "spring.main.log-startup-info=false"})
public abstract class GatewayTest {
  protected final Neighbours neighbours = GatewayUnderTest.NEIGHBOURS;
  protected final EvidenceDoor evidence = GatewayUnderTest.EVIDENCE;
  protected final StubProvider provider = GatewayUnderTest.PROVIDER;
  protected final Browser browser = new Browser();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    GatewayUnderTest.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeEach
  void asItBegan() {
    neighbours.reset();
    evidence.reset();
    provider.reset();
  }
}
