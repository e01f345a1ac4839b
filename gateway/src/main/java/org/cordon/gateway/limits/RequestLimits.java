package org.cordon.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.cordon.platform.requests.CountedBody;
import org.springframework.web.filter.OncePerRequestFilter;

/** What can be refused before anyone is known: a flood, an endless address, a body too large. */
class RequestLimits extends OncePerRequestFilter {
  private static final Pattern UPLOADS =
      Pattern.compile(
          "/api/evidence/(cases/[^/]+/documents|items/[^/]+/versions)"
              + "|/cases/[^/]+/documents/add|/items/[^/]+/versions");
  private final LimitSettings settings;
  private final Rates addresses;
  private final Rates signIns;

  RequestLimits(LimitSettings settings) {
    this.settings = settings;
    this.addresses = new Rates(settings.addressPerMinute());
    this.signIns = new Rates(settings.signInPerMinute());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    if (!withinRates(path, request, response)) {
      return;
    }
    String query = request.getQueryString();
    if (request.getRequestURI().length() + (query == null ? 0 : query.length())
        > settings.address()) {
      response.sendError(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
      return;
    }
    long allowed =
        ("POST".equals(request.getMethod()) && UPLOADS.matcher(path).matches()
                ? settings.upload()
                : settings.body())
            .toBytes();
    if (request.getContentLengthLong() > allowed) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    chain.doFilter(new CountedBody(request, allowed), response);
  }

  private boolean withinRates(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (path.startsWith("/assets/") || path.startsWith("/auth/resources/")) {
      return true;
    }
    String from = network(request.getRemoteAddr());
    return addresses.take(from, response)
        && (!"POST".equals(request.getMethod())
            || !path.startsWith("/auth/")
            || signIns.take(from, response));
  }

  /** One household has 2^64 addresses of IPv6, so its network of /64 counts as one. */
  private static String network(String address) {
    if (!address.contains(":") || address.contains("::")) {
      return address;
    }
    String[] groups = address.split(":", 5);
    return groups.length < 5
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}
