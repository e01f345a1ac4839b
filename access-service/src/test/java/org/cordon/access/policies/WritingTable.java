package org.cordon.access.policies;

import static org.cordon.access.policies.CaseFact.DECLARED;
import static org.cordon.access.policies.CaseFact.UNDISCUSSED;
import static org.cordon.access.policies.CaseFact.WALLED;
import static org.cordon.access.policies.CaseRole.APPROVING_OFFICER;
import static org.cordon.access.policies.CaseRole.BUSINESS_MANAGER;
import static org.cordon.access.policies.CaseRole.CASE_GROUP_MEMBER;
import static org.cordon.access.policies.CaseRole.FAMILY_LIAISON;
import static org.cordon.access.policies.CaseRole.FAMILY_MEMBER;
import static org.cordon.access.policies.CaseRole.LEAD_REVIEWER;
import static org.cordon.access.policies.CaseRole.REVIEW_TEAM_MEMBER;
import static org.cordon.access.policies.Fixtures.CASE;
import static org.cordon.access.policies.Fixtures.ME;
import static org.cordon.access.policies.Fixtures.SOMEBODY;
import static org.cordon.access.policies.Fixtures.version;
import static org.cordon.access.policies.Fixtures.with;
import static org.cordon.platform.access.ItemKind.COMMENT;
import static org.cordon.platform.access.ItemKind.CONVERSATION_RECORD;
import static org.cordon.platform.access.ItemKind.DOCUMENT;
import static org.cordon.platform.access.ItemKind.REPORT;
import static org.cordon.platform.access.ItemKind.WORKING_PAPER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cordon.access.policies.DecisionTable.Row;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;

/** What is written while a review goes on: comments, conversations and their preparation. */
final class WritingTable {
  private static final Set<CaseRole> REVIEWERS = EnumSet.of(LEAD_REVIEWER, REVIEW_TEAM_MEMBER);
  private static final Set<ItemKind> CIRCULATED = EnumSet.of(DOCUMENT, WORKING_PAPER, REPORT);

  private final List<Row> rows = new ArrayList<>();

  private WritingTable() {}

  static List<Row> rows() {
    WritingTable table = new WritingTable();
    table.commentingByRole();
    table.commentingNeedsReading();
    table.liaisonReadsNoAccount();
    table.beforeTheEarlyDiscussion();
    return List.copyOf(table.rows);
  }

  private void commentingByRole() {
    for (ItemKind kind : ItemKind.values()) {
      for (CaseRole role : CaseRole.values()) {
        boolean reviewer = REVIEWERS.contains(role);
        boolean sent = role == CASE_GROUP_MEMBER && CIRCULATED.contains(kind);
        Fixtures.Sketch sketch = version(kind);
        String name = role + " on " + kind;
        comment(name, with(role), sketch, reviewer);
        comment(name + " sent to them", with(role), sketch.circulatedTo(ME), reviewer || sent);
        comment(name + " sent to another", with(role), sketch.circulatedTo(SOMEBODY), reviewer);
        comment(name + " elsewhere", with(role), sketch.circulatedTo(ME).inOtherCase(), false);
      }
    }
  }

  /** Whoever comments on it must be able to read it. */
  private void commentingNeedsReading() {
    Fixtures.Sketch sent = version(WORKING_PAPER).circulatedTo(ME);
    Fixtures.Sketch others = sent.accountsOf(SOMEBODY);
    comment("rule 5: walled reviewer", with(LEAD_REVIEWER, WALLED), others, false);
    comment("rule 6: walled reviewer, own", with(LEAD_REVIEWER, WALLED), sent.accountsOf(ME), true);
    comment("rule 5: practitioner", with(CASE_GROUP_MEMBER), others, true);
    comment("rule 5: walled practitioner", with(CASE_GROUP_MEMBER, WALLED), others, false);
    comment("rule 10: reviewer", with(REVIEW_TEAM_MEMBER), sent.asQuarantined(), false);
    comment("rule 7: reviewer", with(REVIEW_TEAM_MEMBER), sent.asDelicate(), true);
    comment("rule 7: practitioner", with(CASE_GROUP_MEMBER), sent.asDelicate(), false);
    comment(
        "rule 8: practitioner",
        with(CASE_GROUP_MEMBER),
        sent.controlledBy(AgencyId.create()),
        false);
    comment("rule 19: relative", with(FAMILY_MEMBER, CASE_GROUP_MEMBER), sent, false);
  }

  /** Rule 9: the liaison officer is present when the family talks, and reads nobody's account. */
  private void liaisonReadsNoAccount() {
    for (ItemKind kind : List.of(CONVERSATION_RECORD, COMMENT)) {
      for (Action action : List.of(Action.READ, Action.FIND)) {
        Fixtures.Sketch relatives = version(kind).accountsOf(SOMEBODY);
        row("rule 9: liaison, " + kind, with(FAMILY_LIAISON), action, relatives.facts(), false);
        row(
            "rule 9: liaison, sent " + kind,
            with(FAMILY_LIAISON),
            action,
            relatives.circulatedTo(ME).facts(),
            false);
        row(
            "rule 9: liaison, with their own words, " + kind,
            with(FAMILY_LIAISON),
            action,
            version(kind).accountsOf(SOMEBODY, ME).facts(),
            false);
      }
    }
  }

  /** Rule 17: preparing goes on; talking does not. */
  private void beforeTheEarlyDiscussion() {
    ResourceFacts here = new ResourceFacts.OfCase(CASE);
    for (Action action : List.of(Action.READ_PREPARATION, Action.MANAGE_PREPARATION)) {
      row("rule 17 goes on", with(BUSINESS_MANAGER, UNDISCUSSED), action, here, true);
    }
    row("rule 17 goes on", with(LEAD_REVIEWER, UNDISCUSSED), Action.READ_CONVERSATIONS, here, true);
    for (Action action : List.of(Action.APPROVE_GUIDE, Action.DECIDE_QUARANTINE)) {
      row("rule 17 goes on", with(APPROVING_OFFICER, UNDISCUSSED, DECLARED), action, here, true);
    }
    row("rule 17", with(REVIEW_TEAM_MEMBER, UNDISCUSSED), Action.WRITE_CONVERSATIONS, here, false);
  }

  private void comment(String name, PersonFacts person, Fixtures.Sketch sketch, boolean permitted) {
    row(name, person, Action.COMMENT, sketch.facts(), permitted);
  }

  private void row(
      String name, PersonFacts person, Action action, ResourceFacts resource, boolean permitted) {
    rows.add(new Row(name + ", " + action.json(), person, action, resource, permitted));
  }
}
