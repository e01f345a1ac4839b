package org.cordon.access.authzen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever names their request {@code X-Request-ID} finds the same name on the answer (section
 * 10.1.3 of the standard), whatever the answer is: it comes before every other filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdEcho extends OncePerRequestFilter {
  private static final String HEADER = "X-Request-ID";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/access/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = request.getHeader(HEADER);
    if (id != null) {
      response.setHeader(HEADER, id);
    }
    chain.doFilter(request, response);
  }
}
