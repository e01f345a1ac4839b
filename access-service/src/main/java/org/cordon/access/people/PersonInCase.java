package org.cordon.access.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a case as it is now.
 *
 * @param account the name they sign in with, once they have one
 * @param roles in the order of the matrix; empty for somebody who was taken off
 * @param since when they joined
 * @param revision how many facts are recorded of this place; grows with every change
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonInCase(
    PersonId person,
    String name,
    @Nullable String account,
    @Nullable AgencySummary agency,
    List<CaseRole> roles,
    Instant since,
    @JsonIgnore long revision) {
  public PersonInCase {
    roles = roles.stream().sorted().toList();
  }

  /** The entity tag (RFC 9110). */
  String entityTag() {
    return "\"" + revision + "\"";
  }
}
