package org.cordon.gateway.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.cordon.platform.problems.Problem;
import org.springframework.beans.TypeMismatchException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A problem that a page did not handle itself becomes a page of its own. */
@ControllerAdvice
class PageErrors {

  @ExceptionHandler
  String problem(Problem problem, HttpServletResponse response, Model model) {
    Refusal refusal = Refusal.of(problem);
    response.setStatus(refusal.status());
    model.addAttribute("refusal", refusal);
    return "pages/refusal";
  }

  /** An address that cannot be an id names nothing. */
  @ExceptionHandler
  String noSuchId(TypeMismatchException e, HttpServletResponse response, Model model) {
    return problem(Problem.notFound(), response, model);
  }
}
