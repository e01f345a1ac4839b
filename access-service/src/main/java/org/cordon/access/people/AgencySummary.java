package org.cordon.access.people;

import org.cordon.platform.ids.AgencyId;

/** An organisation that takes part in a case. */
public record AgencySummary(AgencyId id, String name) {}
