package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The people of a case from whom a version is, or would be, kept by its labels though what they are
 * in the case opens it to them otherwise. It names people and accounts: show of it only what who
 * looks may see.
 */
public record ClosedTo(List<ClosedPerson> people) {
  public ClosedTo {
    people = List.copyOf(people);
  }

  /**
   * Somebody who cannot, or could not, read it.
   *
   * @param roles what they are in the case, for example {@code CASE_GROUP_MEMBER}
   * @param open whether they can read it as it is now
   * @param policies the ids of the policies that close it
   * @param causes where that comes from
   */
  public record ClosedPerson(
      PersonId person,
      List<String> roles,
      boolean open,
      List<String> policies,
      List<ClosingCause> causes) {
    public ClosedPerson {
      roles = List.copyOf(roles);
      policies = List.copyOf(policies);
      causes = List.copyOf(causes);
    }
  }

  /**
   * What closes it by itself.
   *
   * @param source the direct source through which it comes; null for what is marked on the version
   *     itself
   * @param accounts the accounts of others that come from there
   * @param policies the ids of the policies that close it for that
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ClosingCause(
      @Nullable VersionId source, Set<PersonId> accounts, List<String> policies) {
    public ClosingCause {
      accounts = Set.copyOf(accounts);
      policies = List.copyOf(policies);
    }
  }
}
