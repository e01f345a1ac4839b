package org.cordon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What someone sees who is not signed in, and the pages around signing out. */
@Controller
class StartPage {
  private final PublicAddress address;

  StartPage(PublicAddress address) {
    this.address = address;
  }

  @GetMapping("/")
  String start(
      @Nullable Authentication who,
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestParam(name = "sign-in", required = false) @Nullable String signIn,
      HttpServletRequest request,
      Model model) {
    if (SignOutEverywhere.STATE.equals(state)) {
      return "redirect:/signed-out";
    }
    if (who instanceof OAuth2AuthenticationToken) {
      return "redirect:/cases";
    }
    model.addAttribute("failed", "failed".equals(signIn));
    model.addAttribute("signIn", address.from(request, SecurityChains.SIGN_IN));
    return "signin/start";
  }

  @GetMapping("/signed-out")
  String signedOut(Model model) {
    model.addAttribute("signIn", SecurityChains.SIGN_IN);
    return "signin/signed-out";
  }

  /** Asks before signing out, for pages that carry no form. */
  @GetMapping("/sign-out")
  String signOut() {
    return "signin/sign-out";
  }
}
