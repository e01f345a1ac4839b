package org.cordon.platform.access;

import java.util.List;
import org.cordon.platform.ids.PersonId;

/**
 * To whom a version went, or would go (rule 18).
 *
 * @param refused those who could not read it even then; why is not told
 */
public record Circulated(List<PersonId> circulated, List<PersonId> refused) {
  public Circulated {
    circulated = List.copyOf(circulated);
    refused = List.copyOf(refused);
  }
}
