package org.cordon.gateway.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where somebody comes to who signed in again with a form not yet sent: what they typed, to be sent
 * by them once more. Nothing is sent for them.
 */
@Controller
class KeptFormPage {
  private static final String ADDRESS = "/signed-in-again";

  @GetMapping(ADDRESS)
  String form(HttpServletRequest request, Authentication person, Model model) {
    Optional<KeptForm> kept = KeptForm.take(request, person.getName());
    if (kept.isEmpty()) {
      return "redirect:/cases";
    }
    model.addAttribute("kept", kept.get());
    model.addAttribute("lines", kept.get().lines());
    return "signin/kept-form";
  }

  /**
   * Where signing in leads: to a form that waits, to the page that asked for it, or to the cases.
   */
  static SavedRequestAwareAuthenticationSuccessHandler signedIn(RequestCache requests) {
    var handler =
        new SavedRequestAwareAuthenticationSuccessHandler() {
          @Override
          public void onAuthenticationSuccess(
              HttpServletRequest request, HttpServletResponse response, Authentication person)
              throws ServletException, IOException {
            if (KeptForm.waitsIn(request)) {
              requests.removeRequest(request, response);
              clearAuthenticationAttributes(request);
              getRedirectStrategy().sendRedirect(request, response, ADDRESS);
            } else {
              super.onAuthenticationSuccess(request, response, person);
            }
          }
        };
    handler.setRequestCache(requests);
    handler.setDefaultTargetUrl("/cases");
    return handler;
  }
}
