package org.cordon.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordon.stack.engines.TestEngines;

/** Where the gateway of all tests runs, and what stands around it. One for each JVM. */
public final class GatewayUnderTest {
  public static final int PORT = freePort();
  public static final String ADDRESS = "http://localhost:" + PORT;
  public static final StubProvider PROVIDER = new StubProvider(ADDRESS + "/auth/realms/cordon");
  public static final Neighbours NEIGHBOURS = new Neighbours();
  public static final EvidenceDoor EVIDENCE = new EvidenceDoor(NEIGHBOURS.url());

  /** Megabytes of a large file: more with {@code -Dcordon.all=true}. */
  public static final int LARGE = Boolean.getBoolean("cordon.all") ? 320 : 40;

  private GatewayUnderTest() {}

  /** The configuration, with the engines started. */
  public static Map<String, Object> properties() {
    var database = TestEngines.postgres().database("gateway");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", PORT);
    properties.put("server.address", "127.0.0.1");
    properties.put("cordon.gateway.address", ADDRESS);
    properties.put("cordon.keycloak.url", PROVIDER.url());
    properties.put("cordon.security.client-secret", StubProvider.SECRET);
    properties.put("cordon.access.url", NEIGHBOURS.url());
    properties.put("cordon.evidence.url", EVIDENCE.url());
    properties.put("cordon.search.url", NEIGHBOURS.url());
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.appUser());
    properties.put("spring.datasource.password", database.appPassword());
    properties.put("spring.flyway.user", database.ownerUser());
    properties.put("spring.flyway.password", database.ownerPassword());
    properties.put("cordon.gateway.limits.upload", LARGE + 1 + "MB");
    return properties;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
