package org.cordon.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cordon.gateway.signin.PublicAddress;
import org.cordon.gateway.signin.SessionCookie;
import org.cordon.gateway.signin.SessionToken;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What leaves with a request: to a service the person's token and no cookie, to Keycloak its own
 * cookies.
 */
@Component
class OutgoingHeaders implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {
  private static final List<String> NEVER =
      List.of("Forwarded", "X-Real-IP", "X-CSRF-TOKEN", "X-Original-URL", "X-Rewrite-URL");
  private final PublicAddress address;
  private final String sessionCookie;

  OutgoingHeaders(PublicAddress address) {
    this.address = address;
    this.sessionCookie = SessionCookie.name(address);
  }

  @Override
  public HttpHeaders apply(HttpHeaders incoming, ServerRequest request) {
    var headers = new HttpHeaders();
    headers.putAll(incoming);
    clean(headers);
    if (request.attribute(GuardedExchange.SERVICE).orElse(null) == Service.KEYCLOAK) {
      forKeycloak(headers, request.servletRequest());
    } else {
      forService(headers, request.servletRequest());
    }
    return headers;
  }

  /** After the router's own filters, one of which takes away every X-Forwarded header. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static void forService(HttpHeaders headers, HttpServletRequest request) {
    headers.remove(HttpHeaders.COOKIE);
    headers.remove(HttpHeaders.ORIGIN);
    headers.remove(HttpHeaders.REFERER);
    SessionToken.find(request).ifPresent(headers::setBearerAuth);
  }

  private void forKeycloak(HttpHeaders headers, HttpServletRequest request) {
    withoutOurCookie(headers);
    headers.set("X-Forwarded-For", request.getRemoteAddr());
    headers.set("X-Forwarded-Proto", address.scheme());
    headers.set("X-Forwarded-Host", address.authority());
    headers.set("X-Forwarded-Port", Integer.toString(address.port()));
  }

  private static void clean(HttpHeaders headers) {
    NEVER.forEach(headers::remove);
    headers.headerNames().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"))
        .toList()
        .forEach(headers::remove);
  }

  private void withoutOurCookie(HttpHeaders headers) {
    String kept =
        headers.getOrEmpty(HttpHeaders.COOKIE).stream()
            .flatMap(line -> Arrays.stream(line.split(";", -1)))
            .map(String::strip)
            .filter(pair -> !pair.startsWith(sessionCookie + "="))
            .collect(Collectors.joining("; "));
    headers.remove(HttpHeaders.COOKIE);
    if (!kept.isEmpty()) {
      headers.set(HttpHeaders.COOKIE, kept);
    }
  }
}
