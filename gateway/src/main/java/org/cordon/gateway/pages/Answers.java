package org.cordon.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.problems.Problems;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.ServerResponse;

/** A problem in the form that whoever asked can use: a document for programs, a page for people. */
@Component
public class Answers {

  /** The whole answer for a request that was to be passed on. */
  public ServerResponse of(Problem problem, HttpServletRequest request) {
    return isForPrograms(request.getRequestURI())
        ? ServerResponse.status(problem.kind().status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(Problems.bytes(problem))
        : RenderingResponse.create("pages/refusal")
            .status(problem.kind().status())
            .modelAttribute("refusal", Refusal.of(problem))
            .build();
  }

  static boolean isForPrograms(String path) {
    return (path.startsWith("/api/") && !"/api/docs".equals(path))
        || path.startsWith("/internal")
        || path.startsWith("/access")
        || path.startsWith("/actuator");
  }
}
