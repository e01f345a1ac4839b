package org.cordon.access.decisions;

import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/** What a question is about, by id; whether it exists is found out while deciding. */
public sealed interface Target {

  /** A version of an item. */
  record OfVersion(VersionId version) implements Target {}

  /** A case as a whole. */
  record OfCase(CaseId caseId) implements Target {}

  /** A person's place in a case. */
  record OfMembership(CaseId caseId, PersonId person) implements Target {}

  /** A request to show one person something, and the decision on it. */
  record OfDisclosure(CaseId caseId, PersonId requester, PersonId recipient) implements Target {}

  /** The installation. */
  record OfInstallation() implements Target {}
}
