package org.cordon.access.decisions;

import org.cordon.access.policies.Action;
import org.cordon.platform.ids.PersonId;

/** May this person do this with that? */
public record Question(PersonId person, Action action, Target target) {}
