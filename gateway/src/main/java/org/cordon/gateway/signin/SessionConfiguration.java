package org.cordon.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in PostgreSQL; the browser holds an opaque cookie that no script can read. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /**
   * On TLS the name binds the cookie to this host and to secure connections (RFC 6265bis, 4.1.3.2).
   */
  @Bean
  CookieSerializer sessionCookie(PublicAddress address) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(SessionCookie.name(address));
    cookie.setUseSecureCookie(address.isSecure());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax"); // Strict would lose the session on the way back from signing in
    cookie.setCookiePath("/");
    return cookie;
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    return new HttpSessionCsrfTokenRepository();
  }
}
