package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Once Cordon's session has ended, ends the one at the provider too (OpenID Connect RP-Initiated
 * Logout 1.0), which then sends the person back to the start page with the state given here.
 */
@Component
class SignOutEverywhere implements LogoutSuccessHandler {
  static final String STATE = "signed-out";
  private final ProviderSettings provider;
  private final PublicAddress address;

  SignOutEverywhere(ProviderSettings provider, PublicAddress address) {
    this.provider = provider;
    this.address = address;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.sendRedirect(
        authentication != null && authentication.getPrincipal() instanceof OidcUser person
            ? endSession(person.getIdToken().getTokenValue())
            : "/signed-out");
  }

  private String endSession(String idToken) {
    return UriComponentsBuilder.fromUriString(provider.endSessionUri())
        .queryParam("id_token_hint", "{hint}")
        .queryParam("post_logout_redirect_uri", "{back}")
        .queryParam("state", STATE)
        .encode()
        .buildAndExpand(idToken, address.of("/"))
        .toUriString();
  }
}
