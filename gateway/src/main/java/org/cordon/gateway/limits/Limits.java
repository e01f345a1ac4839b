package org.cordon.gateway.limits;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/**
 * Puts the limits into a chain of filters: on what arrives first, on who it is once that is known.
 */
@Component
public class Limits {
  private final RequestLimits requests;
  private final PersonLimit person;

  Limits(LimitSettings settings) {
    this.requests = new RequestLimits(settings);
    this.person = new PersonLimit(settings);
  }

  /** Returns the same chain, limited. */
  public HttpSecurity on(HttpSecurity http) {
    return http.addFilterAfter(requests, HeaderWriterFilter.class)
        .addFilterBefore(person, AuthorizationFilter.class);
  }
}
