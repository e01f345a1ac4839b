package org.cordon.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A service as a resource server. People call {@code /api/**}; other services call {@code
 * /internal/**} and {@code /access/v1/**}, and enforcement points outside Cordon the latter alone;
 * to everybody else these do not exist. The metadata of the decision point is open to whoever
 * reaches the service.
 */
@AutoConfiguration(before = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
public class ServiceSecurity {
  static final String PERSON = "PERSON";
  static final String SERVICE = "SERVICE";
  static final String ENFORCEMENT_POINT = "ENFORCEMENT_POINT";

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(SecurityProperties properties) {
    return TokenChecks.decoder(properties);
  }

  @Bean
  ServiceTokens serviceTokens(SecurityProperties properties) {
    return new ServiceTokens(properties);
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain serviceSecurityFilterChain(HttpSecurity http) {
    http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/.well-known/authzen-configuration")
                .permitAll()
                .requestMatchers("/internal/**")
                .hasAuthority(SERVICE)
                .requestMatchers("/access/v1/**")
                .hasAnyAuthority(SERVICE, ENFORCEMENT_POINT)
                .requestMatchers("/api/**")
                .hasAuthority(PERSON)
                .requestMatchers("/v3/api-docs/**")
                .authenticated()
                .anyRequest()
                .denyAll())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities()))
                .authenticationEntryPoint(signInFirst())
                .accessDeniedHandler(nothingHere()))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint(signInFirst()).accessDeniedHandler(nothingHere()))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    return http.build();
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  /** Without a valid token: 401 as a problem, with the challenge of RFC 6750. */
  public static AuthenticationEntryPoint signInFirst() {
    return (request, response, exception) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      Problems.write(response, Problems.ofStatus(401));
    };
  }

  /** A token that does not open this address: the same answer as for what is not there. */
  public static AccessDeniedHandler nothingHere() {
    return (request, response, exception) -> Problems.write(response, Problem.notFound());
  }

  private static JwtAuthenticationConverter authorities() {
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(token -> {
      List<GrantedAuthority> authorities = new ArrayList<>();
      if (Caller.realmRoles(token).contains("service")) {
        authorities.add(new SimpleGrantedAuthority(SERVICE));
      }
      if (Caller.realmRoles(token).contains("enforcement-point")) {
        authorities.add(new SimpleGrantedAuthority(ENFORCEMENT_POINT));
      }
      if (token.hasClaim(Caller.PERSON_CLAIM)) {
        authorities.add(new SimpleGrantedAuthority(PERSON));
      }
      return authorities;
    });
    return converter;
  }

  /** Whether the caller is one of Cordon's own services, and not an enforcement point outside. */
  public static boolean isOfCordon(Authentication caller) {
    return caller.getAuthorities().stream()
        .anyMatch(authority -> SERVICE.equals(authority.getAuthority()));
  }

  /** So that tests and other chains can turn a token into the same authorities. */
  public static List<String> authoritiesOf(Jwt token) {
    return authorities().convert(token).getAuthorities().stream()
        .map(authority -> String.valueOf(authority.getAuthority()))
        .toList();
  }
}
