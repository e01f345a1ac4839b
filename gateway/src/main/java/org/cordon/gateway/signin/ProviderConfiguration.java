package org.cordon.gateway.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordon.platform.connections.Connections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The identity provider, with every endpoint named: nothing is discovered at the start, so the
 * gateway starts while the provider is down.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
  static final String REGISTRATION = "cordon";
  private static final Duration ANSWER = Duration.ofSeconds(10);

  @Bean
  ClientRegistrationRepository clientRegistrations(
      ProviderSettings settings, PublicAddress address) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .redirectUri(address.of("/login/oauth2/code/" + REGISTRATION))
            .scope("openid", "profile")
            .issuerUri(settings.issuer())
            .authorizationUri(settings.authorizationUri())
            .tokenUri(settings.tokenUri())
            .jwkSetUri(settings.jwkSetUri())
            .userNameAttributeName("sub")
            .providerConfigurationMetadata(Map.of("end_session_endpoint", settings.endSessionUri()))
            .build());
  }

  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(tokenEndpoint());
    return client;
  }

  @Bean
  OAuth2AuthorizedClientManager authorizedClientManager(
      ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
    var refresh = new RestClientRefreshTokenTokenResponseClient();
    refresh.setRestClient(tokenEndpoint());
    var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .authorizationCode()
            .refreshToken(options -> options.accessTokenResponseClient(refresh))
            .build());
    return manager;
  }

  /** Reads bearer tokens: signature, issuer, audience, and an expiry that must be there. */
  @Bean
  JwtDecoder jwtDecoder(ProviderSettings settings) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .restOperations(new RestTemplate(Connections.within(ANSWER)))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            JwtValidators.createDefaultWithIssuer(settings.issuer()),
            new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(settings.audience()))));
    return decoder;
  }

  private static RestClient tokenEndpoint() {
    return RestClient.builder()
        .requestFactory(Connections.within(ANSWER))
        .configureMessageConverters(converters ->
            converters
                .addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
