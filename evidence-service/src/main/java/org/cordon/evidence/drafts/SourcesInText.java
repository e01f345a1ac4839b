package org.cordon.evidence.drafts;

import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;

/**
 * Tells which versions of a case a text comes from though it does not cite them. Whoever can tell
 * provides one; each is asked on every save, before anything is saved.
 */
public interface SourcesInText {

  /**
   * The versions that become sources of a draft that holds this text.
   *
   * @param answered words that do not count, wherever the text repeats them; may be empty
   */
  Set<VersionId> in(CaseId caseId, String text, String answered);
}
