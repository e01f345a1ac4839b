package org.cordon.gateway.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whatever ends without an answer ends here: filters, the container, what no controller handled.
 */
@Controller
public class ErrorPages implements ErrorController {

  @RequestMapping("/error")
  @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    int status = status(request);
    Problem problem = Problems.ofStatus(status);
    if (Answers.isForPrograms(
        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
      Problems.write(response, problem);
      return null;
    }
    Refusal refusal = status == 403 ? Refusal.sessionEnded() : Refusal.of(problem);
    response.setStatus(status);
    model.addAttribute("refusal", refusal);
    return "pages/refusal";
  }

  /** The identity provider's keys could not be fetched: that is no fault of whoever asked. */
  private static int status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
        instanceof AuthenticationServiceException) {
      return 503;
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }
}
