package org.cordon.platform.security;

import org.cordon.platform.problems.Problem;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * This service's own bearer tokens (RFC 6749, client credentials), fetched when needed and kept
 * until they expire.
 */
public final class ServiceTokens {
  private final OAuth2AuthorizedClientManager clients;
  private final String clientId;

  /** Tokens for the client that the properties name; nothing is fetched yet. */
  public ServiceTokens(SecurityProperties properties) {
    this.clientId = properties.clientId();
    ClientRegistration registration =
        ClientRegistration.withRegistrationId("self")
            .clientId(properties.clientId())
            .clientSecret(properties.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenUri(properties.tokenUri())
            .build();
    InMemoryClientRegistrationRepository registrations =
        new InMemoryClientRegistrationRepository(registration);
    AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
            registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
    this.clients = manager;
  }

  /**
   * A token that is valid now.
   *
   * @throws Problem UNAVAILABLE when the issuer does not give one
   */
  public String current() {
    try {
      OAuth2AuthorizedClient client =
          clients.authorize(
              OAuth2AuthorizeRequest.withClientRegistrationId("self").principal(clientId).build());
      if (client == null) {
        throw Problem.unavailable();
      }
      return client.getAccessToken().getTokenValue();
    } catch (OAuth2AuthorizationException refused) {
      throw Problem.unavailable();
    }
  }

  /** Adds the token to each request of a client. */
  public ClientHttpRequestInterceptor interceptor() {
    return (HttpRequest request, byte[] body, ClientHttpRequestExecution execution) -> {
      request.getHeaders().setBearerAuth(current());
      return execution.execute(request, body);
    };
  }
}
