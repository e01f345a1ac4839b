package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The readiness probe, asked from this machine and not through anybody's proxy. */
final class LocalProbe {
  static final RequestMatcher MATCHER = LocalProbe::isLocalProbe;

  private LocalProbe() {}

  private static boolean isLocalProbe(HttpServletRequest request) {
    return "/actuator/health/readiness".equals(request.getServletPath())
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // a literal: nothing is looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
