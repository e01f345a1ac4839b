package org.cordon.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * When sessions cannot be read, nobody is known and no other page can be made: this one is, from
 * what stands here alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionsAway extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SessionsAway.class);
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en-GB">
      <head><meta charset="utf-8"><title>Cordon is not available just now – Cordon</title></head>
      <body><main>
      <h1>Cordon is not available just now</h1>
      <p>Cordon cannot check what you may see, so it shows nothing. Your work is safe.</p>
      <p>Try again in a few minutes.</p>
      </main></body>
      </html>
      """;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      if (!isStorage(e) || response.isCommitted()) {
        throw e;
      }
      LOG.error("sessions cannot be read or written: {}", e.getClass().getSimpleName());
      answer(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.reset();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (Answers.isForPrograms(request.getRequestURI())) {
      Problems.write(response, Problem.unavailable());
      return;
    }
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isStorage(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DataAccessException || t instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }
}
