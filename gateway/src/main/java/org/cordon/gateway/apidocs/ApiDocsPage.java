package org.cordon.gateway.apidocs;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Links to the OpenAPI 3.1 document of each service. */
@Controller
class ApiDocsPage {

  @GetMapping("/api/docs")
  String docs() {
    return "apidocs/docs";
  }
}
