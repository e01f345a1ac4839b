package org.cordon.access.policies;

import static org.cordon.access.policies.CaseRole.APPROVING_OFFICER;
import static org.cordon.access.policies.CaseRole.AUDITOR;
import static org.cordon.access.policies.CaseRole.BOARD_MEMBER;
import static org.cordon.access.policies.CaseRole.BUSINESS_MANAGER;
import static org.cordon.access.policies.CaseRole.CASE_GROUP_MEMBER;
import static org.cordon.access.policies.CaseRole.FAMILY_LIAISON;
import static org.cordon.access.policies.CaseRole.FAMILY_MEMBER;
import static org.cordon.access.policies.CaseRole.LEAD_REVIEWER;
import static org.cordon.access.policies.CaseRole.LEGAL_ADVISER;
import static org.cordon.access.policies.CaseRole.REVIEW_TEAM_MEMBER;
import static org.cordon.access.policies.Fixtures.ME;
import static org.cordon.access.policies.Fixtures.SOMEBODY;
import static org.cordon.access.policies.Fixtures.version;
import static org.cordon.platform.access.ItemKind.COMMENT;
import static org.cordon.platform.access.ItemKind.CONVERSATION_RECORD;
import static org.cordon.platform.access.ItemKind.DOCUMENT;
import static org.cordon.platform.access.ItemKind.REPORT;
import static org.cordon.platform.access.ItemKind.WORKING_PAPER;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;

/**
 * The matrix of roles and what they open, written down a second time and independently of the
 * policies: every role against every row, each with the answer it must get.
 */
final class DecisionTable {

  /** One question and its right answer. */
  record Row(
      String name, PersonFacts person, Action action, ResourceFacts resource, boolean permitted) {
    @Override
    public String toString() {
      return name + " -> " + (permitted ? "permit" : "deny");
    }
  }

  private static final Set<CaseRole> REVIEWERS = EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER);
  private static final Set<CaseRole> READERS =
      EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER, APPROVING_OFFICER, LEGAL_ADVISER);
  private static final Set<CaseRole> READERS_AND_MANAGER = plus(READERS, BUSINESS_MANAGER);

  private DecisionTable() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    inTheCase(rows);
    versions(rows);
    places(rows);
    rows.addAll(RuleTable.rows());
    rows.addAll(WritingTable.rows());
    organisation(rows);
    administrators(rows);
    return List.copyOf(rows);
  }

  /** For each action in a case the roles that it is open to; every other role is refused. */
  static Map<Action, Set<CaseRole>> openInACase() {
    Map<Action, Set<CaseRole>> open = new EnumMap<>(Action.class);
    open.put(Action.FIND, plus(READERS_AND_MANAGER, CASE_GROUP_MEMBER, BOARD_MEMBER));
    open.put(Action.READ_CASE, EnumSet.allOf(CaseRole.class));
    open.put(Action.UPLOAD, plus(REVIEWERS, BUSINESS_MANAGER));
    open.put(Action.READ_PREPARATION, READERS_AND_MANAGER);
    open.put(Action.MANAGE_PREPARATION, plus(REVIEWERS, BUSINESS_MANAGER));
    open.put(Action.READ_CONVERSATIONS, READERS);
    open.put(
        Action.READ_OWN_CONVERSATIONS,
        EnumSet.of(CASE_GROUP_MEMBER, FAMILY_MEMBER, FAMILY_LIAISON));
    open.put(Action.APPROVE_GUIDE, EnumSet.noneOf(CaseRole.class));
    open.put(Action.DECIDE_QUARANTINE, EnumSet.noneOf(CaseRole.class));
    open.put(Action.WRITE_CONVERSATIONS, REVIEWERS);
    open.put(Action.WRITE_PAPERS, REVIEWERS);
    open.put(Action.WRITE_REPORT, REVIEWERS);
    open.put(Action.READ_MEETINGS, READERS_AND_MANAGER);
    open.put(Action.MANAGE_MEETINGS, EnumSet.of(LEAD_REVIEWER, BUSINESS_MANAGER));
    open.put(Action.MEET_PRACTITIONERS, EnumSet.of(LEAD_REVIEWER, BUSINESS_MANAGER));
    open.put(Action.READ_OWN_MEETINGS, EnumSet.of(CASE_GROUP_MEMBER));
    open.put(Action.READ_PEOPLE, plus(READERS_AND_MANAGER, BOARD_MEMBER));
    open.put(Action.READ_OWN_PLACE, EnumSet.of(CASE_GROUP_MEMBER));
    open.put(Action.READ_FAMILY_PEOPLE, EnumSet.of(FAMILY_LIAISON));
    open.put(Action.MANAGE_PEOPLE, EnumSet.of(BUSINESS_MANAGER));
    open.put(Action.REMOVE_PEOPLE, EnumSet.of(LEAD_REVIEWER, BUSINESS_MANAGER));
    open.put(Action.READ_PROCEEDINGS, READERS_AND_MANAGER);
    open.put(Action.TIGHTEN_PROCEEDINGS, EnumSet.of(LEAD_REVIEWER, APPROVING_OFFICER));
    open.put(Action.MANAGE_PROCEEDINGS, EnumSet.of(APPROVING_OFFICER));
    open.put(Action.TIGHTEN_STANDINGS, EnumSet.of(LEAD_REVIEWER, APPROVING_OFFICER));
    open.put(Action.SET_STANDINGS, EnumSet.of(APPROVING_OFFICER));
    open.put(Action.REMOVE_INVESTIGATORS, EnumSet.of(APPROVING_OFFICER));
    open.put(Action.DECLARE, EnumSet.of(APPROVING_OFFICER));
    open.put(Action.ASK_DISCLOSURE, REVIEWERS);
    open.put(Action.ASK_FAMILY_DISCLOSURE, EnumSet.of(FAMILY_LIAISON));
    open.put(Action.DECIDE_DISCLOSURE, EnumSet.noneOf(CaseRole.class));
    open.put(Action.READ_DISCLOSURES, EnumSet.of(APPROVING_OFFICER, LEGAL_ADVISER));
    open.put(Action.READ_OWN_DISCLOSURES, EnumSet.of(CASE_GROUP_MEMBER));
    open.put(Action.PROPOSE_REDACTIONS, EnumSet.of(REVIEW_TEAM_MEMBER));
    open.put(Action.APPROVE_REDACTIONS, EnumSet.of(LEAD_REVIEWER));
    open.put(Action.DECIDE_RELEASES, EnumSet.noneOf(CaseRole.class));
    open.put(Action.READ_RELEASES, EnumSet.of(APPROVING_OFFICER, LEGAL_ADVISER));
    open.put(Action.READ_APPROVED_RELEASES, EnumSet.of(FAMILY_LIAISON));
    open.put(Action.SHARE_RELEASES, EnumSet.of(FAMILY_LIAISON));
    open.put(Action.READ_OWN_RELEASES, EnumSet.of(CASE_GROUP_MEMBER, FAMILY_MEMBER));
    open.put(Action.READ_FAMILY_LOG, plus(READERS_AND_MANAGER, FAMILY_LIAISON));
    open.put(Action.MANAGE_FAMILY_LOG, EnumSet.of(FAMILY_LIAISON));
    open.put(Action.READ_OWN_UPDATES, EnumSet.of(FAMILY_MEMBER));
    open.put(Action.READ_EXPOSURES, EnumSet.of(LEAD_REVIEWER, APPROVING_OFFICER, LEGAL_ADVISER));
    open.put(Action.READ_EXPOSURE_IDS, EnumSet.of(AUDITOR));
    open.put(Action.READ_OWN_EXPOSURES, EnumSet.of(CASE_GROUP_MEMBER));
    open.put(Action.READ_LEDGER, EnumSet.of(APPROVING_OFFICER, AUDITOR));
    return open;
  }

  private static void inTheCase(List<Row> rows) {
    ResourceFacts here = new ResourceFacts.OfCase(Fixtures.CASE);
    ResourceFacts elsewhere = new ResourceFacts.OfCase(Fixtures.OTHER_CASE);
    openInACase()
        .forEach((action, open) -> {
          for (CaseRole role : CaseRole.values()) {
            PersonFacts person = Fixtures.with(role);
            String name = role + " " + action.json();
            rows.add(new Row(name, person, action, here, open.contains(role)));
            rows.add(new Row(name + " of another case", person, action, elsewhere, false));
          }
          rows.add(new Row("nobody " + action.json(), Fixtures.with(), action, here, false));
        });
  }

  private static void versions(List<Row> rows) {
    for (var kind : List.of(DOCUMENT, WORKING_PAPER)) {
      item(rows, kind.name(), version(kind), READERS);
      item(
          rows,
          kind + " circulated to me",
          version(kind).circulatedTo(ME, SOMEBODY),
          plus(READERS, CASE_GROUP_MEMBER));
      item(rows, kind + " circulated to another", version(kind).circulatedTo(SOMEBODY), READERS);
      item(
          rows,
          kind + " with my account",
          version(kind).accountsOf(ME),
          kind == DOCUMENT ? plus(READERS, CASE_GROUP_MEMBER) : READERS);
      item(rows, kind + " published", version(kind).published(), READERS);
      item(
          rows,
          kind + " delicate, circulated to me",
          version(kind).circulatedTo(ME).asDelicate(),
          READERS);
    }
    item(rows, "report", version(REPORT), READERS_AND_MANAGER);
    item(
        rows,
        "report circulated to me",
        version(REPORT).circulatedTo(ME),
        plus(READERS_AND_MANAGER, CASE_GROUP_MEMBER));
    item(
        rows,
        "report published",
        version(REPORT).published(),
        plus(READERS_AND_MANAGER, BOARD_MEMBER));
    item(
        rows,
        "delicate report circulated to me and published",
        version(REPORT).circulatedTo(ME).published().asDelicate(),
        plus(READERS_AND_MANAGER, BOARD_MEMBER));
    records(rows);
    for (CaseRole role : CaseRole.values()) {
      for (Action action : List.of(Action.READ, Action.FIND)) {
        rows.add(
            new Row(
                role + " " + action.json() + " unregistered",
                Fixtures.with(role),
                action,
                new ResourceFacts.Unregistered(VersionId.create()),
                false));
      }
    }
  }

  private static void records(List<Row> rows) {
    ownWords(rows, CONVERSATION_RECORD, "record");
    ownWords(rows, COMMENT, "comment");
  }

  /** What somebody said: open to those who read by their role, and to whoever alone said it. */
  private static void ownWords(List<Row> rows, ItemKind kind, String name) {
    var record = version(kind);
    Set<CaseRole> andTheirs = EnumSet.allOf(CaseRole.class);
    item(rows, name + " of nobody's account", record, READERS);
    item(rows, name + " circulated to me", record.circulatedTo(ME), READERS);
    item(rows, name + " of another's account", record.accountsOf(SOMEBODY), READERS);
    item(rows, name + " of my account", record.accountsOf(ME), andTheirs);
    item(
        rows, "delicate " + name + " of my account", record.accountsOf(ME).asDelicate(), andTheirs);
    item(rows, name + " of mine and another's", record.accountsOf(ME, SOMEBODY), READERS);
    item(
        rows,
        "delicate " + name + " of mine and another's",
        record.accountsOf(ME, SOMEBODY).asDelicate(),
        READERS);
  }

  private static void item(
      List<Row> rows, String name, Fixtures.Sketch sketch, Set<CaseRole> open) {
    for (CaseRole role : CaseRole.values()) {
      for (Action action : List.of(Action.READ, Action.FIND)) {
        String row = role + " " + action.json() + " " + name;
        PersonFacts person = Fixtures.with(role);
        rows.add(new Row(row, person, action, sketch.facts(), open.contains(role)));
        rows.add(
            new Row(row + " of another case", person, action, sketch.inOtherCase().facts(), false));
        rows.add(
            new Row(
                row + ", being a case group member too",
                Fixtures.with(role, CASE_GROUP_MEMBER),
                action,
                sketch.facts(),
                alsoInTheCaseGroup(sketch, open, role)));
      }
    }
  }

  /**
   * Delicate material stays out of a case group member's view, whatever other role they have, and a
   * family member sees their own words alone.
   */
  private static boolean alsoInTheCaseGroup(
      Fixtures.Sketch sketch, Set<CaseRole> open, CaseRole role) {
    boolean own =
        EnumSet.of(CONVERSATION_RECORD, COMMENT).contains(sketch.kind())
            && sketch.accountsOf().equals(Set.of(ME));
    if (role == CaseRole.FAMILY_MEMBER) {
      return own;
    }
    return (open.contains(role) || open.contains(CASE_GROUP_MEMBER)) && (!sketch.delicate() || own);
  }

  private static void places(List<Row> rows) {
    ResourceFacts another = new ResourceFacts.OfMembership(Fixtures.CASE, SOMEBODY);
    ResourceFacts oneself = new ResourceFacts.OfMembership(Fixtures.CASE, ME);
    for (Action action : List.of(Action.MANAGE_PEOPLE, Action.REMOVE_PEOPLE)) {
      Set<CaseRole> open =
          action == Action.MANAGE_PEOPLE
              ? EnumSet.of(BUSINESS_MANAGER)
              : EnumSet.of(LEAD_REVIEWER, BUSINESS_MANAGER);
      for (CaseRole role : CaseRole.values()) {
        PersonFacts person = Fixtures.with(role);
        String name = role + " " + action.json();
        rows.add(new Row(name + " of another", person, action, another, open.contains(role)));
        rows.add(new Row(name + " of themselves", person, action, oneself, false));
      }
    }
  }

  private static void organisation(List<Row> rows) {
    ResourceFacts installation = new ResourceFacts.OfInstallation();
    Map<Action, OrganisationRole> open =
        Map.of(
            Action.OPEN_CASE, OrganisationRole.BUSINESS_MANAGER,
            Action.READ_WHOLE_LEDGER, OrganisationRole.AUDITOR);
    open.forEach((action, needed) -> {
      for (OrganisationRole role : OrganisationRole.values()) {
        rows.add(
            new Row(
                role + " of the installation " + action.json(),
                Fixtures.of(role),
                action,
                installation,
                role == needed));
      }
      for (CaseRole role : CaseRole.values()) {
        rows.add(
            new Row(role + " " + action.json(), Fixtures.with(role), action, installation, false));
      }
    });
    for (OrganisationRole role : OrganisationRole.values()) {
      for (Action action : List.of(Action.READ, Action.FIND)) {
        rows.add(
            new Row(
                role + " of the installation " + action.json() + " document",
                Fixtures.of(role),
                action,
                version(DOCUMENT).facts(),
                false));
      }
    }
  }

  private static void administrators(List<Row> rows) {
    for (CaseRole role : CaseRole.values()) {
      PersonFacts administrator =
          new PersonFacts(
              ME, Set.of(OrganisationRole.ADMINISTRATOR), Map.of(role, Set.of(Fixtures.CASE)));
      for (Action action : Action.values()) {
        if (action.isOfVersion()) {
          rows.add(
              new Row(
                  "administrator and " + role + " " + action.json() + " report",
                  administrator,
                  action,
                  version(REPORT).circulatedTo(ME).published().facts(),
                  false));
        }
        if (action.isOfCase()) {
          rows.add(
              new Row(
                  "administrator and " + role + " " + action.json(),
                  administrator,
                  action,
                  new ResourceFacts.OfCase(Fixtures.CASE),
                  false));
        }
      }
    }
  }

  private static Set<CaseRole> plus(Set<CaseRole> roles, CaseRole... more) {
    Set<CaseRole> all = EnumSet.copyOf(roles);
    all.addAll(List.of(more));
    return all;
  }
}
