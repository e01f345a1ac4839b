package org.cordon.gateway.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.gateway.standings.PersonStanding;
import org.cordon.gateway.standings.Standing;
import org.cordon.platform.ids.PersonId;

/**
 * What will follow when proceedings move, told beforehand in plain words. access-service decides
 * what then holds.
 *
 * @param kept the names of the people who will be kept from others' accounts and are not today
 * @param freed the names of those who are today and will no longer be
 * @param sentences what else follows
 */
record Consequences(List<String> kept, List<String> freed, List<String> sentences) {
  private static final Set<CaseRole> TAKE_PART =
      Set.of(CaseRole.CASE_GROUP_MEMBER, CaseRole.FAMILY_MEMBER);
  private static final Set<Standing> WITNESSES =
      Set.of(Standing.POTENTIAL_WITNESS, Standing.WITNESS, Standing.SUSPECT);

  /** How proceedings will be. */
  record After(ProceedingsKind kind, ProceedingsStatus status, boolean walled, boolean discussed) {

    private boolean keepsApart() {
      return walled && status.isLive();
    }

    private boolean isCriminalAndLive() {
      return kind == ProceedingsKind.CRIMINAL && status.isLive();
    }
  }

  /**
   * What follows.
   *
   * @param now the proceedings beside the case as they are
   * @param others those of them that stay as they are
   */
  static Consequences of(
      After after,
      List<OneProceedings> now,
      List<OneProceedings> others,
      List<PersonInCase> people,
      List<PersonStanding> standings) {
    boolean stands = now.stream().anyMatch(OneProceedings::keepsApart);
    boolean will = after.keepsApart() || others.stream().anyMatch(OneProceedings::keepsApart);
    Set<PersonId> takePart =
        people.stream()
            .filter(person -> person.roles().stream().anyMatch(TAKE_PART::contains))
            .map(PersonInCase::person)
            .collect(Collectors.toSet());
    List<String> kept =
        standings.stream()
            .filter(one -> WITNESSES.contains(one.standing()) || takePart.contains(one.person()))
            .map(PersonStanding::name)
            .toList();
    List<String> walled =
        standings.stream().filter(PersonStanding::walled).map(PersonStanding::name).toList();
    return new Consequences(
        will && !stands ? kept : List.of(), stands && !will ? walled : List.of(), sentences(after));
  }

  private static List<String> sentences(After after) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Every approval to show material to someone that this touches is suspended until the"
            + " approving officer has looked at it again.");
    if (after.isCriminalAndLive() && !after.discussed()) {
      sentences.add(
          "No conversation, circulation, meeting with practitioners or release takes place until the"
              + " early discussion between chair, police and CPS is on record.");
    }
    if (after.status() == ProceedingsStatus.CHARGING_DECISION_PENDING) {
      sentences.add(
          "Nothing is released to the family while the charging decision is pending, unless the"
              + " approving officer records that the CPS agrees.");
    }
    return sentences;
  }
}
