package org.cordon.access.proceedings;

import java.time.Instant;
import java.util.Optional;

/**
 * What the proceedings of a case mean for decisions, as of a moment.
 *
 * @param wallSince since when a wall stands: when the newest of the live proceedings with a wall
 *     became live; empty when there are none
 * @param undiscussed criminal proceedings are live whose early discussion is not on record (rule
 *     17)
 * @param chargingPending a charging decision is pending to which no agreement of the CPS is on
 *     record (rule 20)
 */
public record CaseProceedings(
    Optional<Instant> wallSince, boolean undiscussed, boolean chargingPending) {}
