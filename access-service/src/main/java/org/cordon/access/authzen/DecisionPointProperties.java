package org.cordon.access.authzen;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Under which address enforcement points know this decision point.
 *
 * @param url an {@code https} address without path, query or fragment (section 9.1.1 of the
 *     standard); plain {@code http} on this machine alone, where nothing leaves it
 */
@ConfigurationProperties("cordon.decision-point")
record DecisionPointProperties(URI url) {
  DecisionPointProperties {
    Assert.isTrue(
        isFit(url),
        "cordon.decision-point.url must be an https address without path, query or fragment");
  }

  private static boolean isFit(URI url) {
    boolean bare =
        url.getHost() != null
            && url.getRawPath().isEmpty()
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null;
    return bare
        && ("https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && isThisMachine(url.getHost())));
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
