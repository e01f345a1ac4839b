package org.cordon.access.policies;

import static org.cordon.access.policies.CaseFact.CHARGING_PENDING;
import static org.cordon.access.policies.CaseFact.DECLARED;
import static org.cordon.access.policies.CaseFact.INVESTIGATOR;
import static org.cordon.access.policies.CaseFact.UNDISCUSSED;
import static org.cordon.access.policies.CaseFact.WALLED;
import static org.cordon.access.policies.CaseRole.APPROVING_OFFICER;
import static org.cordon.access.policies.CaseRole.BOARD_MEMBER;
import static org.cordon.access.policies.CaseRole.BUSINESS_MANAGER;
import static org.cordon.access.policies.CaseRole.CASE_GROUP_MEMBER;
import static org.cordon.access.policies.CaseRole.FAMILY_LIAISON;
import static org.cordon.access.policies.CaseRole.FAMILY_MEMBER;
import static org.cordon.access.policies.CaseRole.LEAD_REVIEWER;
import static org.cordon.access.policies.CaseRole.LEGAL_ADVISER;
import static org.cordon.access.policies.CaseRole.REVIEW_TEAM_MEMBER;
import static org.cordon.access.policies.Fixtures.CASE;
import static org.cordon.access.policies.Fixtures.ME;
import static org.cordon.access.policies.Fixtures.SOMEBODY;
import static org.cordon.access.policies.Fixtures.version;
import static org.cordon.access.policies.Fixtures.with;
import static org.cordon.platform.access.ItemKind.CONVERSATION_RECORD;
import static org.cordon.platform.access.ItemKind.DOCUMENT;
import static org.cordon.platform.access.ItemKind.REPORT;
import static org.cordon.platform.access.ItemKind.WORKING_PAPER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.access.policies.DecisionTable.Row;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * The rules beyond the matrix, each with something that it permits and something that it denies.
 */
final class RuleTable {
  private static final List<Action> SEEING = List.of(Action.READ, Action.FIND);
  private static final AgencyId POLICE = AgencyId.create();
  private static final AgencyId HEALTH = AgencyId.create();

  private final List<Row> rows = new ArrayList<>();

  private RuleTable() {}

  static List<Row> rows() {
    RuleTable table = new RuleTable();
    table.theWall();
    table.disclosed();
    table.quarantine();
    table.delicate();
    table.originators();
    table.deciding();
    table.earlyDiscussion();
    table.family();
    table.charging();
    table.labels();
    table.standings();
    table.notOutOfTheWall();
    return List.copyOf(table.rows);
  }

  /** Rules 2, 5 and 6: whatever the role, no other account; one's own alone stays open. */
  private void theWall() {
    for (CaseRole role :
        EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER, APPROVING_OFFICER, LEGAL_ADVISER)) {
      seen("rule 5: " + role + " not walled", with(role), another(), true);
      seen("rule 5: walled " + role, with(role, WALLED), another(), false);
      seen("rule 2: walled " + role + ", no account", with(role, WALLED), plain(), true);
      seen("rule 6: walled " + role + ", own account", with(role, WALLED), own(), true);
      seen("rule 6: walled " + role + ", own and another", with(role, WALLED), both(), false);
    }
    seen(
        "rule 2: walled in another case only",
        with(LEAD_REVIEWER).in(Map.of(WALLED, Set.of(Fixtures.OTHER_CASE))),
        another(),
        true);
    for (Action action : List.of(Action.READ_LABELS, Action.TIGHTEN_LABELS, Action.CIRCULATE)) {
      row("rule 2: lead reviewer not walled", with(LEAD_REVIEWER), action, paper(SOMEBODY), true);
      row("rule 2: walled", with(LEAD_REVIEWER, WALLED), action, paper(SOMEBODY), false);
    }
    Fixtures.Sketch sent = version(DOCUMENT).circulatedTo(ME);
    seen("rule 2: walled practitioner", walledPractitioner(), sent.accountsOf(SOMEBODY), false);
    seen("rule 2: practitioner", with(CASE_GROUP_MEMBER), sent.accountsOf(SOMEBODY), true);
    seen("rule 6: walled practitioner, own", walledPractitioner(), sent.accountsOf(ME), true);
    seen("rule 2: walled practitioner, no account", walledPractitioner(), sent, true);
  }

  /** Rules 5 and 16: only a disclosure, of that version and to that person, opens the wall. */
  private void disclosed() {
    Fixtures.Sketch record = version(CONVERSATION_RECORD).accountsOf(SOMEBODY);
    seen("rule 5: disclosed", shown(walledPractitioner(), record.id()), record, true);
    seen(
        "rule 5: another disclosed",
        shown(walledPractitioner(), VersionId.create()),
        record,
        false);
    seen("rule 5: disclosed, no wall", shown(with(CASE_GROUP_MEMBER), record.id()), record, true);
    seen("rule 5: disclosed to a stranger", shown(with(), record.id()), record, false);
    for (CaseRole role :
        EnumSet.of(BOARD_MEMBER, BUSINESS_MANAGER, FAMILY_LIAISON, FAMILY_MEMBER)) {
      seen("rule 5: disclosed to " + role, shown(with(role), record.id()), record, false);
    }
    seen(
        "rule 5: disclosed to a walled reviewer",
        shown(with(REVIEW_TEAM_MEMBER, WALLED), record.id()),
        record,
        true);
  }

  /** Rule 6: a quarantined passage is the approving officer's alone. */
  private void quarantine() {
    for (CaseRole role : CaseRole.values()) {
      seen(
          "rule 6: quarantined, " + role,
          with(role),
          version(CONVERSATION_RECORD).asQuarantined(),
          role == APPROVING_OFFICER);
    }
    seen("rule 6: quarantined, own", with(CASE_GROUP_MEMBER), own().asQuarantined(), false);
  }

  /** Rule 7: delicate material is read by reviewers and not sent to the case group. */
  private void delicate() {
    Fixtures.Sketch delicate = version(DOCUMENT).asDelicate();
    seen("rule 7: reviewer", with(REVIEW_TEAM_MEMBER), delicate, true);
    seen("rule 7: case group", with(CASE_GROUP_MEMBER), delicate.circulatedTo(ME), false);
    row("rule 7", with(LEAD_REVIEWER), Action.CIRCULATE, version(DOCUMENT), true);
    row("rule 7", with(LEAD_REVIEWER), Action.CIRCULATE, delicate, false);
  }

  /** Rule 8: beyond the review team, only with the agency's consent. */
  private void originators() {
    Fixtures.Sketch controlled = version(DOCUMENT).controlledBy(POLICE).circulatedTo(ME);
    seen("rule 8: not of the agency", of(CASE_GROUP_MEMBER, HEALTH), controlled, false);
    seen("rule 8: of the agency", of(CASE_GROUP_MEMBER, POLICE), controlled, true);
    seen(
        "rule 8: of one of two agencies",
        of(CASE_GROUP_MEMBER, POLICE),
        version(DOCUMENT).controlledBy(POLICE, HEALTH).circulatedTo(ME),
        false);
    seen(
        "rule 8: consent given",
        of(CASE_GROUP_MEMBER, HEALTH),
        version(DOCUMENT).circulatedTo(ME),
        true);
    for (CaseRole role :
        EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER, APPROVING_OFFICER, LEGAL_ADVISER)) {
      seen("rule 8: " + role, with(role), controlled, true);
    }
    seen("rule 8: board", with(BOARD_MEMBER), version(REPORT).published(), true);
    seen(
        "rule 8: board, controlled",
        with(BOARD_MEMBER),
        version(REPORT).published().controlledBy(POLICE),
        false);
    row("rule 8", with(LEAD_REVIEWER), Action.CIRCULATE, version(DOCUMENT), true);
    row("rule 8", with(LEAD_REVIEWER), Action.CIRCULATE, controlled, false);
  }

  /** Rule 14: who decides has the role, has declared, does not investigate and did not ask. */
  private void deciding() {
    ResourceFacts here = new ResourceFacts.OfCase(CASE);
    ResourceFacts others = new ResourceFacts.OfDisclosure(CASE, SOMEBODY, PersonId.create());
    ResourceFacts asked = new ResourceFacts.OfDisclosure(CASE, ME, SOMEBODY);
    ResourceFacts toMe = new ResourceFacts.OfDisclosure(CASE, SOMEBODY, ME);
    PersonFacts officer = with(APPROVING_OFFICER, DECLARED);
    for (Action action :
        List.of(
            Action.DECIDE_DISCLOSURE,
            Action.DECIDE_RELEASES,
            Action.APPROVE_GUIDE,
            Action.DECIDE_QUARANTINE)) {
      row("rule 14: declared", officer, action, here, true);
      row("rule 14: undeclared", with(APPROVING_OFFICER), action, here, false);
      row(
          "rule 14: investigator",
          with(APPROVING_OFFICER, DECLARED, INVESTIGATOR),
          action,
          here,
          false);
      for (CaseRole role : EnumSet.complementOf(EnumSet.of(APPROVING_OFFICER))) {
        row("rule 14: declared " + role, with(role, DECLARED), action, here, false);
      }
    }
    Action decide = Action.DECIDE_DISCLOSURE;
    row("rule 14: another asked", officer, decide, others, true);
    row("rule 14: undeclared", with(APPROVING_OFFICER), decide, others, false);
    row("rule 14: they asked", officer, decide, asked, false);
    row("rule 14: it is to them", officer, decide, toMe, false);
    for (CaseRole role : CaseRole.values()) {
      row("rule 14: " + role, with(role), Action.DECLARE, here, role == APPROVING_OFFICER);
    }
  }

  /** Rule 17: nothing that would make witnesses talk until the early discussion is on record. */
  private void earlyDiscussion() {
    ResourceFacts here = new ResourceFacts.OfCase(CASE);
    Map<Action, CaseRole> whose =
        Map.of(
            Action.WRITE_CONVERSATIONS, LEAD_REVIEWER,
            Action.MEET_PRACTITIONERS, LEAD_REVIEWER,
            Action.SHARE_RELEASES, FAMILY_LIAISON);
    whose.forEach((action, role) -> {
      row("rule 17: on record", with(role), action, here, true);
      row("rule 17: not on record", with(role, UNDISCUSSED), action, here, false);
    });
    row("rule 17", with(LEAD_REVIEWER), Action.CIRCULATE, version(DOCUMENT), true);
    row("rule 17", with(LEAD_REVIEWER, UNDISCUSSED), Action.CIRCULATE, version(DOCUMENT), false);
    for (Action goesOn : List.of(Action.UPLOAD, Action.MANAGE_MEETINGS, Action.TIGHTEN_STANDINGS)) {
      row("rule 17 goes on", with(LEAD_REVIEWER, UNDISCUSSED), goesOn, here, true);
    }
  }

  /** Rule 19: family members see their own words and nothing else that is held. */
  private void family() {
    seen("rule 19: own words", with(FAMILY_MEMBER), own(), true);
    seen("rule 19: own words while walled", with(FAMILY_MEMBER, WALLED), own(), true);
    seen("rule 19: another's", with(FAMILY_MEMBER), another(), false);
    seen("rule 19: own and another's", with(FAMILY_MEMBER), both(), false);
    for (var kind : List.of(DOCUMENT, WORKING_PAPER, REPORT)) {
      seen(
          "rule 19: " + kind,
          with(FAMILY_MEMBER, CASE_GROUP_MEMBER),
          version(kind).circulatedTo(ME).published(),
          false);
      seen(
          "rule 19: own account in " + kind,
          with(FAMILY_MEMBER, LEAD_REVIEWER),
          version(kind).accountsOf(ME),
          false);
    }
  }

  /** Rule 20: no release to family while a charging decision is pending. */
  private void charging() {
    ResourceFacts here = new ResourceFacts.OfCase(CASE);
    row("rule 20", with(FAMILY_LIAISON), Action.SHARE_RELEASES, here, true);
    row("rule 20", with(FAMILY_LIAISON, CHARGING_PENDING), Action.SHARE_RELEASES, here, false);
    row("rule 20", with(FAMILY_LIAISON, CHARGING_PENDING), Action.MANAGE_FAMILY_LOG, here, true);
  }

  /** Rule 4: who sees, narrows and widens what a version opens. */
  private void labels() {
    Map<Action, Set<CaseRole>> open =
        Map.of(
            Action.READ_LABELS, EnumSet.of(LEAD_REVIEWER, APPROVING_OFFICER, LEGAL_ADVISER),
            Action.TIGHTEN_LABELS, EnumSet.of(LEAD_REVIEWER, APPROVING_OFFICER),
            Action.MANAGE_LABELS, EnumSet.of(APPROVING_OFFICER),
            Action.CIRCULATE, EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER));
    open.forEach((action, roles) -> {
      for (CaseRole role : CaseRole.values()) {
        row("rule 4: " + role, with(role), action, version(DOCUMENT), roles.contains(role));
        row("rule 1: " + role, with(role), action, version(DOCUMENT).inOtherCase(), false);
      }
    });
    row("records", with(LEAD_REVIEWER), Action.CIRCULATE, version(CONVERSATION_RECORD), false);
  }

  /** Rule 3: only the approving officer releases, and never themselves. */
  private void standings() {
    ResourceFacts another = new ResourceFacts.OfMembership(CASE, SOMEBODY);
    ResourceFacts oneself = new ResourceFacts.OfMembership(CASE, ME);
    for (CaseRole role : CaseRole.values()) {
      boolean officer = role == APPROVING_OFFICER;
      row("rule 3: " + role, with(role), Action.SET_STANDINGS, another, officer);
      row("rule 3: own, " + role, with(role), Action.SET_STANDINGS, oneself, false);
      row("rule 14: " + role, with(role), Action.REMOVE_INVESTIGATORS, another, officer);
      row("rule 14: own, " + role, with(role), Action.REMOVE_INVESTIGATORS, oneself, false);
      row(
          "rule 3: " + role,
          with(role),
          Action.TIGHTEN_STANDINGS,
          another,
          officer || role == LEAD_REVIEWER);
    }
  }

  /** Rules 5 and 14: nobody lifts their own wall, and investigators loosen nothing. */
  private void notOutOfTheWall() {
    ResourceFacts here = new ResourceFacts.OfCase(CASE);
    Action manage = Action.MANAGE_PROCEEDINGS;
    row("rule 5", with(APPROVING_OFFICER), manage, here, true);
    row("rule 5: walled", with(APPROVING_OFFICER, WALLED), manage, here, false);
    row("rule 5: walled", with(APPROVING_OFFICER, WALLED), Action.TIGHTEN_PROCEEDINGS, here, true);
    for (Action action : List.of(manage, Action.SET_STANDINGS)) {
      row("rule 14: listed", with(APPROVING_OFFICER, INVESTIGATOR), action, here, false);
    }
    row(
        "rule 14: listed",
        with(APPROVING_OFFICER, INVESTIGATOR),
        Action.MANAGE_LABELS,
        version(DOCUMENT),
        false);
    for (CaseRole role : List.of(APPROVING_OFFICER, CaseRole.AUDITOR)) {
      row("rule 2: ledger", with(role), Action.READ_LEDGER, here, true);
      row("rule 2: ledger, walled", with(role, WALLED), Action.READ_LEDGER, here, false);
    }
    row("rule 2: ids", with(CaseRole.AUDITOR), Action.READ_EXPOSURE_IDS, here, true);
    row(
        "rule 2: ids, walled",
        with(CaseRole.AUDITOR, WALLED),
        Action.READ_EXPOSURE_IDS,
        here,
        false);
    seen(
        "rule 7: delicate document of one's own account",
        with(CASE_GROUP_MEMBER),
        version(DOCUMENT).accountsOf(ME).asDelicate(),
        false);
  }

  private void seen(String name, PersonFacts person, Fixtures.Sketch sketch, boolean permitted) {
    SEEING.forEach(action -> row(name, person, action, sketch, permitted));
  }

  private void row(
      String name, PersonFacts person, Action action, Fixtures.Sketch sketch, boolean permitted) {
    row(name, person, action, sketch.facts(), permitted);
  }

  private void row(
      String name, PersonFacts person, Action action, ResourceFacts resource, boolean permitted) {
    rows.add(new Row(name + ", " + action.json(), person, action, resource, permitted));
  }

  private static PersonFacts walledPractitioner() {
    return with(CASE_GROUP_MEMBER, WALLED);
  }

  private static PersonFacts shown(PersonFacts person, VersionId version) {
    return person.shown(Set.of(version));
  }

  private static PersonFacts of(CaseRole role, AgencyId agency) {
    PersonFacts person = with(role);
    return new PersonFacts(
        person.person(),
        person.organisationRoles(),
        person.roles(),
        Set.of(agency),
        person.situation(),
        person.disclosures());
  }

  private static Fixtures.Sketch plain() {
    return version(CONVERSATION_RECORD);
  }

  private static Fixtures.Sketch another() {
    return version(CONVERSATION_RECORD).accountsOf(SOMEBODY);
  }

  private static Fixtures.Sketch own() {
    return version(CONVERSATION_RECORD).accountsOf(ME);
  }

  private static Fixtures.Sketch both() {
    return version(CONVERSATION_RECORD).accountsOf(ME, SOMEBODY);
  }

  private static Fixtures.Sketch paper(PersonId account) {
    return version(WORKING_PAPER).accountsOf(account);
  }
}
