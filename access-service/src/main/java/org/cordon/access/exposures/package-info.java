/**
 * The questions that the ledger answers (rule 29): who can see this item, who could have seen it
 * before a moment, and who did ({@link org.cordon.access.exposures.Audience}); what this person has
 * seen, and whose accounts it held ({@link org.cordon.access.exposures.Sightings}).
 *
 * <p>Invariants: nobody is left out; a delivery that was cut off is listed as not delivered; a
 * title or snippet counts as seen; nobody learns of a version that they could not come across.
 * Depends on {@code decisions}, {@code labels}, {@code disclosures}, {@code standings}, {@code
 * proceedings}, {@code people}, {@code policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.exposures;

import org.jspecify.annotations.NullMarked;
