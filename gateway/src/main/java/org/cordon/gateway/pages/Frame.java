package org.cordon.gateway.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** What the layout asks for on every page: {@code frame} in templates. */
@Component
class Frame {
  private final Assets assets;
  private final boolean demo;

  Frame(Assets assets, @Value("${cordon.gateway.demo:false}") boolean demo) {
    this.assets = assets;
    this.demo = demo;
  }

  /** The versioned address of a file that {@link Assets} serves. */
  public String asset(String name) {
    return assets.path(name);
  }

  /** Whether everything in here is invented. */
  public boolean isDemo() {
    return demo;
  }

  /** The name of whoever is signed in, or null. */
  public @Nullable String name() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser person)) {
      return null;
    }
    String name = person.getFullName();
    return name == null || name.isBlank() ? person.getPreferredUsername() : name;
  }
}
