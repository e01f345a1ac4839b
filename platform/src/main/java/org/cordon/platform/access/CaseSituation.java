package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What services need to know of a case for the rules that they keep: who is in it now, and whether
 * criminal proceedings are live. It names people: show of it only what who looks may see.
 *
 * @param people in the order of their ids; the first {@value #MAX_PEOPLE}
 */
public record CaseSituation(boolean criminalProceedingsLive, List<CasePerson> people) {
  /** The most people that are told. */
  public static final int MAX_PEOPLE = 2_000;

  public CaseSituation {
    people = List.copyOf(people);
  }

  /** What this person is in the case; empty for somebody who is not in it now. */
  public Optional<CasePerson> find(PersonId person) {
    return people.stream().filter(it -> it.person().equals(person)).findFirst();
  }

  /**
   * One person's place.
   *
   * @param agency null for somebody who comes from none
   * @param roles for example {@code CASE_GROUP_MEMBER}
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CasePerson(PersonId person, @Nullable AgencyId agency, List<String> roles) {
    public CasePerson {
      roles = List.copyOf(roles);
    }

    /** Whether they hold at least one of these roles. */
    public boolean isAny(String... some) {
      return List.of(some).stream().anyMatch(roles::contains);
    }
  }
}
