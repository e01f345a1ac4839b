package org.cordon.access.cases;

import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.security.Caller;
import org.cordon.platform.security.OrganisationRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is here. */
@RestController
class MeController {
  private final Cases cases;

  MeController(Cases cases) {
    this.cases = cases;
  }

  /**
   * The caller, with their newest cases.
   *
   * @param cases at most 200
   */
  record Me(
      PersonId person,
      String name,
      String account,
      List<OrganisationRole> organisationRoles,
      List<CaseSummary> cases) {}

  @GetMapping("/api/access/me")
  Me me(Caller caller) {
    return new Me(
        caller.person(),
        caller.name(),
        caller.account(),
        caller.organisationRoles().stream().sorted().toList(),
        cases.of(caller.person(), Optional.empty(), PageRequest.MAX_LIMIT));
  }
}
