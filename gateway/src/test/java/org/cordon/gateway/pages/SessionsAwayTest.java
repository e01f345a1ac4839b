package org.cordon.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class SessionsAwayTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(SessionsAway.class);

  @BeforeEach
  void quietly() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void aloudAgain() {
    LOG.setLevel(null);
  }

  @Test
  void withoutSessionsAPersonIsToldThatNothingIsShown() throws Exception {
    MockHttpServletResponse response = failing("/cases");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString())
        .contains("it shows nothing. Your work is safe.", "Try again in a few minutes.")
        .doesNotContain("secret");
  }

  @Test
  void withoutSessionsAProgramGetsAProblem() throws Exception {
    MockHttpServletResponse response = failing("/api/access/me");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("/problems/unavailable");
  }

  @Test
  void otherFailuresGoTheirOwnWay() {
    assertThatThrownBy(() ->
            new SessionsAway()
                .doFilter(
                    new MockHttpServletRequest("GET", "/cases"),
                    new MockHttpServletResponse(),
                    (_, _) -> {
                      throw new IllegalStateException("another");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static MockHttpServletResponse failing(String path) throws Exception {
    var response = new MockHttpServletResponse();
    new SessionsAway()
        .doFilter(
            new MockHttpServletRequest("GET", path),
            response,
            (_, _) -> {
              throw new ServletException(new CannotCreateTransactionException("secret"));
            });
    return response;
  }
}
