package org.cordon.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a service asks of a case as a whole; each is an action that the policies know. */
public enum CaseAction {
  /** Look for anything in it at all. */
  FIND,
  /** Add documents. */
  UPLOAD,
  READ_PREPARATION,
  MANAGE_PREPARATION,
  READ_CONVERSATIONS,
  READ_OWN_CONVERSATIONS,
  APPROVE_GUIDE,
  DECIDE_QUARANTINE,
  WRITE_CONVERSATIONS,
  WRITE_PAPERS,
  WRITE_REPORT,
  READ_MEETINGS,
  MANAGE_MEETINGS,
  MEET_PRACTITIONERS,
  READ_OWN_MEETINGS,
  READ_PEOPLE,
  READ_OWN_PLACE,
  READ_FAMILY_PEOPLE,
  READ_PROCEEDINGS,
  PROPOSE_REDACTIONS,
  APPROVE_REDACTIONS,
  DECIDE_RELEASES,
  READ_RELEASES,
  READ_APPROVED_RELEASES,
  SHARE_RELEASES,
  READ_OWN_RELEASES,
  READ_FAMILY_LOG,
  MANAGE_FAMILY_LOG,
  READ_OWN_UPDATES,
  READ_EXPOSURES;

  /** The action's name in a request, for example {@code writePapers}. */
  public String actionName() {
    String words =
        Arrays.stream(name().split("_", -1))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
