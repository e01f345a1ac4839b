package org.cordon.gateway.cases;

import org.cordon.platform.ids.AgencyId;

/** An organisation that takes part in a case. */
public record Agency(AgencyId id, String name) {}
