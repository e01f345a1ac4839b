package org.cordon.gateway.reviewing;

import java.util.List;
import org.cordon.platform.ids.PersonId;

/** To whom a version goes, and who needs the approving officer's decision first. */
record SentRound(List<PersonId> circulated, List<PersonId> needDecision) {
  SentRound {
    circulated = circulated == null ? List.of() : List.copyOf(circulated);
    needDecision = needDecision == null ? List.of() : List.copyOf(needDecision);
  }
}
