package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access token of the person whose session this request belongs to, fresh for this request. */
public final class SessionToken {
  private static final String ATTRIBUTE = SessionToken.class.getName();

  private SessionToken() {}

  /** The token that {@link FreshTokens} put beside the request; empty when nobody is signed in. */
  public static Optional<String> find(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
  }

  /** The token of the request that this thread serves. */
  public static Optional<String> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
        ? find(served.getRequest())
        : Optional.empty();
  }

  static void put(HttpServletRequest request, String token) {
    request.setAttribute(ATTRIBUTE, token);
  }
}
