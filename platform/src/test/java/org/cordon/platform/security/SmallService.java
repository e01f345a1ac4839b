package org.cordon.platform.security;

import org.cordon.platform.ids.ItemId;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.platform.problems.Problem;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing but what the platform gives it, to see what a caller meets. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SmallService.Endpoints.class)
class SmallService {

  record Named(String name, int count) {
    Named {
      if (name.length() > 10) {
        throw Problem.invalid("name", "must have at most 10 characters.");
      }
    }
  }

  @RestController
  static class Endpoints {
    @GetMapping("/api/small/whoami")
    Caller whoAmI(Caller caller) {
      return caller;
    }

    @GetMapping("/api/small/items/{item}")
    String item(@PathVariable ItemId item) {
      throw Problem.notFound();
    }

    @GetMapping("/api/small/list")
    int list(@RequestParam(required = false) Integer limit) {
      return PageRequest.of(limit, null).limit();
    }

    @PostMapping("/api/small/named")
    Named named(@RequestBody Named named) {
      return named;
    }

    @GetMapping("/api/small/broken")
    String broken() {
      throw new IllegalStateException("secret detail");
    }

    @GetMapping("/api/small/tampered")
    String tampered() {
      throw new IntegrityFailure("secret detail");
    }

    @GetMapping("/internal/small")
    String internal() {
      return "for services";
    }
  }
}
