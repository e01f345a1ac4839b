package org.cordon.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requests of one person, whichever way they came in. */
class PersonLimit extends OncePerRequestFilter {
  private final Rates people;

  PersonLimit(LimitSettings settings) {
    people = new Rates(settings.personPerMinute());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null
        || who instanceof AnonymousAuthenticationToken
        || request.getServletPath().startsWith("/assets/")
        || people.take(who.getName(), response)) {
      chain.doFilter(request, response);
    }
  }
}
