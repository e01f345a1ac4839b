package org.cordon.access.policies;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of the policies. The schema names the same actions; a test compares them. */
public enum Action {
  /** See a version's content, text or page. */
  READ(On.VERSION),
  /** Come across a version's title or snippet; of a case: search in it at all. */
  FIND(On.VERSION_AND_CASE),
  /** See a version's labels, and whom they open it to. */
  READ_LABELS(On.VERSION),
  /** Change a version's labels so that fewer people may see it. */
  TIGHTEN_LABELS(On.VERSION),
  /** Change a version's labels in every direction. */
  MANAGE_LABELS(On.VERSION),
  /** Send a version to members of the case group. */
  CIRCULATE(On.VERSION),
  /** Say something of a version; whoever may do so may read it. */
  COMMENT(On.VERSION),
  READ_CASE(On.CASE),
  UPLOAD(On.CASE),
  READ_PREPARATION(On.CASE),
  MANAGE_PREPARATION(On.CASE),
  READ_CONVERSATIONS(On.CASE),
  READ_OWN_CONVERSATIONS(On.CASE),
  APPROVE_GUIDE(On.CASE),
  DECIDE_QUARANTINE(On.CASE),
  WRITE_CONVERSATIONS(On.CASE),
  WRITE_PAPERS(On.CASE),
  WRITE_REPORT(On.CASE),
  READ_MEETINGS(On.CASE),
  MANAGE_MEETINGS(On.CASE),
  MEET_PRACTITIONERS(On.CASE),
  READ_OWN_MEETINGS(On.CASE),
  READ_PEOPLE(On.CASE),
  READ_OWN_PLACE(On.CASE),
  READ_FAMILY_PEOPLE(On.CASE),
  MANAGE_PEOPLE(On.CASE),
  REMOVE_PEOPLE(On.CASE),
  READ_PROCEEDINGS(On.CASE),
  TIGHTEN_PROCEEDINGS(On.CASE),
  MANAGE_PROCEEDINGS(On.CASE),
  TIGHTEN_STANDINGS(On.CASE),
  SET_STANDINGS(On.CASE),
  REMOVE_INVESTIGATORS(On.CASE),
  DECLARE(On.CASE),
  ASK_DISCLOSURE(On.CASE),
  ASK_FAMILY_DISCLOSURE(On.CASE),
  DECIDE_DISCLOSURE(On.CASE),
  READ_DISCLOSURES(On.CASE),
  READ_OWN_DISCLOSURES(On.CASE),
  PROPOSE_REDACTIONS(On.CASE),
  APPROVE_REDACTIONS(On.CASE),
  DECIDE_RELEASES(On.CASE),
  READ_RELEASES(On.CASE),
  READ_APPROVED_RELEASES(On.CASE),
  SHARE_RELEASES(On.CASE),
  READ_OWN_RELEASES(On.CASE),
  READ_FAMILY_LOG(On.CASE),
  MANAGE_FAMILY_LOG(On.CASE),
  READ_OWN_UPDATES(On.CASE),
  READ_EXPOSURES(On.CASE),
  READ_EXPOSURE_IDS(On.CASE),
  READ_OWN_EXPOSURES(On.CASE),
  READ_LEDGER(On.CASE),
  OPEN_CASE(On.INSTALLATION),
  READ_WHOLE_LEDGER(On.INSTALLATION);

  private enum On {
    VERSION,
    VERSION_AND_CASE,
    CASE,
    INSTALLATION
  }

  private static final List<Action> IN_A_CASE =
      Arrays.stream(values()).filter(Action::isOfCase).toList();

  private final On on;
  private final String json;

  Action(On on) {
    this.on = on;
    this.json = CamelCase.of(this);
  }

  /** The name in requests, in the ledger and in the policies, for example {@code readPeople}. */
  public String json() {
    return json;
  }

  /** Whether it can be asked of a version. */
  public boolean isOfVersion() {
    return on == On.VERSION || on == On.VERSION_AND_CASE;
  }

  /** Whether it can be asked of a case. */
  public boolean isOfCase() {
    return on == On.CASE || on == On.VERSION_AND_CASE;
  }

  /** The actions that can be asked of a case, in the order of the matrix. */
  public static List<Action> inACase() {
    return IN_A_CASE;
  }

  /** The action of that name. */
  public static Optional<Action> of(String json) {
    return Arrays.stream(values()).filter(action -> action.json.equals(json)).findFirst();
  }
}
