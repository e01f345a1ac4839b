package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The CSRF token of the two forms that carry a file. The filter cannot read it without parsing the
 * whole body, and a token in the address would be remembered by browsers and proxies; so it is the
 * first field of the form, and whoever reads the form calls {@link #require} before anything else
 * of the body is used.
 */
@Component
public class FormToken {
  /** The name of the hidden field. */
  public static final String FIELD = "_csrf";

  static final RequestMatcher CHECKED_LATER =
      new OrRequestMatcher(
          PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/cases/{case}/documents/add"),
          PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/items/{item}/versions"));

  private final CsrfTokenRepository tokens;
  private final PublicAddress address;
  private final XorCsrfTokenRequestAttributeHandler masks =
      new XorCsrfTokenRequestAttributeHandler();

  FormToken(CsrfTokenRepository tokens, PublicAddress address) {
    this.tokens = tokens;
    this.address = address;
  }

  /**
   * Passes only the masked token of this session, from a page of this address.
   *
   * @throws AccessDeniedException otherwise
   */
  public void require(HttpServletRequest request, String submitted) {
    CsrfToken expected = tokens.loadToken(request);
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean foreign = origin != null && !address.isOrigin(origin);
    if (foreign || expected == null || !same(expected, unmasked(request, submitted, expected))) {
      throw new AccessDeniedException("the form carries no token of this session");
    }
  }

  private @Nullable String unmasked(
      HttpServletRequest request, String submitted, CsrfToken expected) {
    var carrying =
        new HttpServletRequestWrapper(request) {
          @Override
          public @Nullable String getHeader(String name) {
            return name.equals(expected.getHeaderName()) ? submitted : super.getHeader(name);
          }
        };
    return masks.resolveCsrfTokenValue(carrying, expected);
  }

  private static boolean same(CsrfToken expected, @Nullable String actual) {
    return actual != null
        && MessageDigest.isEqual(
            expected.getToken().getBytes(StandardCharsets.UTF_8),
            actual.getBytes(StandardCharsets.UTF_8));
  }
}
