package org.cordon.stack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which cases and accounts the demo has made in an installation, in the shape of {@code cordon
 * status --json}.
 *
 * @param complete whether loading has come to its end
 */
public record DemoSummary(boolean complete, List<CaseLine> cases, List<AccountLine> accounts) {
  public DemoSummary {
    cases = List.copyOf(cases);
    accounts = List.copyOf(accounts);
  }

  /** A case that has been opened. */
  public record CaseLine(UUID id, String reference, String title) {}

  /**
   * An account that can sign in with the installation's demo password.
   *
   * @param job who this is in the story
   * @param organisationRoles realm roles
   * @param roles one line for each role in each case
   */
  public record AccountLine(
      String account,
      String name,
      String job,
      UUID person,
      List<String> organisationRoles,
      List<RoleLine> roles) {
    public AccountLine {
      organisationRoles = List.copyOf(organisationRoles);
      roles = List.copyOf(roles);
    }
  }

  /** A role in a case, by the case's id. */
  public record RoleLine(@JsonProperty("case") UUID caseId, String role) {}

  /** Reads the state that {@link DemoLoader} keeps; empty where no demo was loaded. */
  public static DemoSummary read(Path stateFile) {
    return of(DemoManifest.bundled(), DemoState.read(stateFile));
  }

  static DemoSummary of(DemoManifest manifest, DemoState state) {
    var cases = new ArrayList<CaseLine>();
    for (var entry : manifest.cases()) {
      var id = state.cases().get(entry.key());
      if (id != null) {
        cases.add(new CaseLine(id, entry.reference(), entry.title()));
      }
    }
    var accounts = new ArrayList<AccountLine>();
    for (var person : manifest.people()) {
      var id = state.people().get(person.key());
      if (id != null && state.accounts().contains(person.key())) {
        accounts.add(
            new AccountLine(
                person.account(),
                person.name(),
                person.job(),
                id,
                person.organisationRoles(),
                roles(person, state)));
      }
    }
    return new DemoSummary(state.isComplete(manifest), cases, accounts);
  }

  private static List<RoleLine> roles(DemoManifest.Person person, DemoState state) {
    var roles = new ArrayList<RoleLine>();
    for (var place : person.cases()) {
      var id = state.cases().get(place.caseKey());
      if (id != null && state.places().contains(place.caseKey() + "/" + person.key())) {
        place.roles().forEach(role -> roles.add(new RoleLine(id, role)));
      }
    }
    return roles;
  }
}
