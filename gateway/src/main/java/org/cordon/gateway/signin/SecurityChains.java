package org.cordon.gateway.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cordon.gateway.limits.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four doors: what is passed to Keycloak or shut, the probe, {@code /api/**} with a bearer token
 * (no session, no CSRF), and everything else with a session and CSRF tokens.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
  static final String SIGN_IN = "/oauth2/authorization/" + ProviderConfiguration.REGISTRATION;
  private static final PathPatternRequestMatcher.Builder PATHS =
      PathPatternRequestMatcher.withDefaults();
  static final RequestMatcher API = PATHS.matcher("/api/**");

  /** What Keycloak answers with its own headers, and what is never routed. */
  @Bean
  @Order(1)
  SecurityFilterChain keycloak(HttpSecurity http, Limits limits) {
    return limits
        .on(withoutSession(http))
        .securityMatcher("/auth/**")
        .headers(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Nothing of the services' own doors is open; the probe answers on this machine alone. */
  @Bean
  @Order(2)
  SecurityFilterChain shut(HttpSecurity http, ResponseHeaders headers) {
    return withoutSession(http)
        .securityMatcher("/internal/**", "/access/**", "/actuator/**")
        .headers(headers::write)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(LocalProbe.MATCHER)
                .permitAll()
                .anyRequest()
                .denyAll())
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((_, response, _) -> response.sendError(404))
                .accessDeniedHandler((_, response, _) -> response.sendError(404)))
        .build();
  }

  /** Programs bring a bearer token, which is checked here and again by the service. */
  @Bean
  @Order(3)
  SecurityFilterChain bearer(HttpSecurity http, ResponseHeaders headers, Limits limits) {
    return limits
        .on(withoutSession(http))
        .securityMatcher(new AndRequestMatcher(API, SecurityChains::bringsToken))
        .headers(headers::write)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(Customizer.withDefaults())
                .authenticationEntryPoint((_, response, _) -> unauthenticated(response)))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint((_, response, _) -> unauthenticated(response)))
        .build();
  }

  /** People in a browser. */
  @Bean
  @Order(4)
  SecurityFilterChain session(
      HttpSecurity http,
      ResponseHeaders headers,
      CsrfTokenRepository csrfTokens,
      OAuth2AuthorizedClientManager clients,
      OAuth2AuthorizedClientRepository authorizedClients,
      OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
      SignOutEverywhere signOut,
      PublicAddress address,
      Limits limits) {
    var contexts = new HttpSessionSecurityContextRepository();
    var requests = pagesToComeBackTo();
    return limits
        .on(http)
        .headers(headers::write)
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/", "/signed-out", "/assets/**", "/api/docs", "/favicon.ico")
                .permitAll()
                .anyRequest()
                .authenticated())
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.requestCache(requests))
        .csrf(csrf ->
            csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(FormToken.CHECKED_LATER))
        .oauth2Login(login ->
            login
                .loginPage("/")
                .authorizedClientRepository(authorizedClients)
                .tokenEndpoint(token -> token.accessTokenResponseClient(codeExchange))
                .successHandler(KeptFormPage.signedIn(requests))
                .failureHandler(new SimpleUrlAuthenticationFailureHandler("/?sign-in=failed")))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signOut))
        .exceptionHandling(errors -> refuse(errors, address))
        .addFilterAfter(
            new FreshTokens(clients, authorizedClients, contexts), AuthorizationFilter.class)
        .build();
  }

  private static void refuse(
      ExceptionHandlingConfigurer<HttpSecurity> errors, PublicAddress address) {
    errors
        .authenticationEntryPoint((request, response, _) -> {
          if (API.matches(request)) {
            unauthenticated(response);
          } else {
            response.sendRedirect(address.from(request, SIGN_IN));
          }
        })
        .accessDeniedHandler((_, response, _) -> response.sendError(403));
  }

  private static HttpSecurity withoutSession(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private static void unauthenticated(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }

  private static boolean bringsToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
  }

  @SuppressWarnings("NullAway") // null is how the cache is told to add nothing to the address
  private static HttpSessionRequestCache pagesToComeBackTo() {
    var requests = new HttpSessionRequestCache();
    requests.setMatchingRequestParameterName(null);
    requests.setRequestMatcher(SecurityChains::isPage);
    return requests;
  }

  /** Where someone may be brought back to after signing in. */
  private static boolean isPage(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && new NegatedRequestMatcher(API).matches(request)
        && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
  }
}
