package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Where people reach Cordon: what redirects, cookies and HSTS are derived from, never the Host
 * header.
 */
@Component
public class PublicAddress {
  private final URI address;

  PublicAddress(@Value("${cordon.gateway.address}") URI address) {
    if (address.getHost() == null) {
      throw new IllegalArgumentException("cordon.gateway.address must be an absolute address");
    }
    this.address = URI.create(address.toString().replaceAll("/+$", ""));
  }

  /** The address of a path that begins with a slash. */
  public String of(String path) {
    return address + path;
  }

  /**
   * A path for whoever made this request: as it is when they came by the public address, and else
   * the whole address, because their cookies would be lost on the way through signing in.
   */
  String from(HttpServletRequest request, String path) {
    String host = request.getHeader(HttpHeaders.HOST);
    return host == null || host.equals(authority()) ? path : of(path);
  }

  /** Whether people reach it over TLS. */
  public boolean isSecure() {
    return "https".equals(address.getScheme());
  }

  /** The scheme, for forwarding. */
  public String scheme() {
    return address.getScheme();
  }

  /** Host and, unless it is the scheme's own, port, as in a Host header. */
  public String authority() {
    return address.getAuthority();
  }

  /** The port, also when it is the scheme's own. */
  public int port() {
    return address.getPort() > 0 ? address.getPort() : isSecure() ? 443 : 80;
  }

  /** Whether a value of the Origin header, which may be missing, is this address. */
  public boolean isOrigin(@Nullable String origin) {
    return address.toString().equals(origin);
  }
}
