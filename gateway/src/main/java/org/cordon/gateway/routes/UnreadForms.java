package org.cordon.gateway.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Keeps the forms that go to Keycloak unread. The router asks for the parameters of each request,
 * and the container would then read the body to find them, so that nothing is left to pass on: here
 * only the address has parameters.
 */
@Component
class UnreadForms extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/auth/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new AddressOnly(request), response);
  }

  private static final class AddressOnly extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    AddressOnly(HttpServletRequest request) {
      super(request);
      MultiValueMap<String, String> raw =
          UriComponentsBuilder.newInstance()
              .query(request.getQueryString())
              .build()
              .getQueryParams();
      raw.forEach((name, values) ->
          parameters.put(
              decoded(name), values.stream().map(AddressOnly::decoded).toArray(String[]::new)));
    }

    private static String decoded(@Nullable String text) {
      return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }
  }
}
