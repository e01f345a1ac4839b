package org.cordon.access.policies;

import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/** What the policies may know of what somebody wants to see or do something with. */
public sealed interface ResourceFacts {

  /** A registered version, with its labels as they are now. */
  record OfVersion(VersionLabels labels) implements ResourceFacts {}

  /** A version that nobody has registered, whether it exists or not. */
  record Unregistered(VersionId version) implements ResourceFacts {}

  /** A case, whether it exists or not. */
  record OfCase(CaseId caseId) implements ResourceFacts {}

  /** A person's place in a case. */
  record OfMembership(CaseId caseId, PersonId person) implements ResourceFacts {}

  /** A request to show one person one version, and the decision on it. */
  record OfDisclosure(CaseId caseId, PersonId requester, PersonId recipient)
      implements ResourceFacts {}

  /** The installation: what belongs to no case. */
  record OfInstallation() implements ResourceFacts {}
}
