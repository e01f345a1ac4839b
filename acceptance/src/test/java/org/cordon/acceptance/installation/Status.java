package org.cordon.acceptance.installation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./cordon status --json} prints. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Status(
    URI address,
    List<Part> services,
    List<Part> engines,
    List<CaseLine> cases,
    List<Account> accounts) {

  /** A service or an engine. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Part(String name, String state) {}

  /** A case of the demo. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record CaseLine(String id, String reference, String title) {}

  /** An account of the demo. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Account(String account, String name, List<RoleLine> roles) {
    @Override
    public String toString() {
      return account;
    }

    /** Whether this person has the role in the case. */
    public boolean has(String role, String caseId) {
      return roles.contains(new RoleLine(caseId, role));
    }

    /** Whether this person has any role in the case. */
    public boolean isIn(String caseId) {
      return roles.stream().anyMatch(line -> line.caseId().equals(caseId));
    }
  }

  /** A role in a case. */
  public record RoleLine(@JsonProperty("case") String caseId, String role) {}

  static Status parse(String json) {
    return JsonMapper.shared().readValue(json, Status.class);
  }

  /** The state of a service or engine, in the launcher's words. */
  public String stateOf(String name) {
    return java.util.stream.Stream.concat(services.stream(), engines.stream())
        .filter(part -> part.name().equals(name))
        .map(Part::state)
        .findFirst()
        .orElse("unknown");
  }
}
