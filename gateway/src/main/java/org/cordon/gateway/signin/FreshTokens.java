package org.cordon.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request of a session an access token that is still valid, refreshed where it has to
 * be. When the provider will not refresh it any more, or nobody asked for anything for an hour, the
 * person signs in again and comes back to the page, or to the form they had sent; when the provider
 * does not answer, the request fails with 503 and the session stays.
 */
class FreshTokens extends OncePerRequestFilter {
  private static final Set<String> ENDED =
      Set.of(OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN);
  private static final Duration IDLE = Duration.ofHours(1);
  private final OAuth2AuthorizedClientManager clients;
  private final OAuth2AuthorizedClientRepository kept;
  private final SecurityContextRepository contexts;

  FreshTokens(
      OAuth2AuthorizedClientManager clients,
      OAuth2AuthorizedClientRepository kept,
      SecurityContextRepository contexts) {
    this.clients = clients;
    this.kept = kept;
    this.contexts = contexts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof OAuth2AuthenticationToken person) {
      try {
        SessionToken.put(request, accessToken(person, request, response));
      } catch (ClientAuthorizationRequiredException e) {
        throw signInAgain(person, request, response);
      } catch (OAuth2AuthorizationException e) {
        if (ENDED.contains(e.getError().getErrorCode())) {
          throw signInAgain(person, request, response);
        }
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private String accessToken(
      OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
    String registration = person.getAuthorizedClientRegistrationId();
    OAuth2AuthorizedClient before = kept.loadAuthorizedClient(registration, person, request);
    if (before != null && isIdle(before.getAccessToken(), Instant.now())) {
      throw new ClientAuthorizationRequiredException(registration);
    }
    OAuth2AuthorizedClient client =
        clients.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(person)
                .attribute(HttpServletRequest.class.getName(), request)
                .attribute(HttpServletResponse.class.getName(), response)
                .build());
    if (client == null) {
      throw new ClientAuthorizationRequiredException(registration);
    }
    return client.getAccessToken().getTokenValue();
  }

  /** Every request renews a token that has expired, so a token long expired tells of no request. */
  static boolean isIdle(OAuth2AccessToken token, Instant now) {
    return token.getExpiresAt() != null && now.isAfter(token.getExpiresAt().plus(IDLE));
  }

  private InsufficientAuthenticationException signInAgain(
      OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
    KeptForm.keep(request, person.getName());
    SecurityContextHolder.clearContext();
    contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    return new InsufficientAuthenticationException("the session at the provider has ended");
  }
}
