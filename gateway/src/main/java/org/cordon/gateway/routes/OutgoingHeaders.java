package org.cordon.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cordon.gateway.signin.PublicAddress;
import org.cordon.gateway.signin.SessionCookie;
import org.cordon.gateway.signin.SessionToken;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What leaves with a request: to a service the person's token and no cookie, to Keycloak its own
 * cookies.
 */
@Component
class OutgoingHeaders {
  private static final List<String> NEVER =
      List.of("Forwarded", "X-Real-IP", "X-CSRF-TOKEN", "X-Original-URL", "X-Rewrite-URL");
  private final PublicAddress address;
  private final String sessionCookie;

  OutgoingHeaders(PublicAddress address) {
    this.address = address;
    this.sessionCookie = SessionCookie.name(address);
  }

  ServerRequest toService(ServerRequest request) {
    return ServerRequest.from(request)
        .headers(headers -> {
          clean(headers);
          headers.remove(HttpHeaders.COOKIE);
          headers.remove(HttpHeaders.ORIGIN);
          headers.remove(HttpHeaders.REFERER);
          SessionToken.find(request.servletRequest()).ifPresent(headers::setBearerAuth);
        })
        .build();
  }

  ServerRequest toKeycloak(ServerRequest request) {
    HttpServletRequest served = request.servletRequest();
    return ServerRequest.from(request)
        .headers(headers -> {
          clean(headers);
          withoutOurCookie(headers);
          headers.set("X-Forwarded-For", served.getRemoteAddr());
          headers.set("X-Forwarded-Proto", address.scheme());
          headers.set("X-Forwarded-Host", address.authority());
          headers.set("X-Forwarded-Port", Integer.toString(address.port()));
        })
        .build();
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
        headers.getValuesAsList(HttpHeaders.COOKIE).isEmpty()
            ? ""
            : headers.getOrEmpty(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(pair -> !pair.startsWith(sessionCookie + "="))
                .collect(Collectors.joining("; "));
    headers.remove(HttpHeaders.COOKIE);
    if (!kept.isEmpty()) {
      headers.set(HttpHeaders.COOKIE, kept);
    }
  }
}
