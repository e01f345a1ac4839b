/**
 * What is written, on paper: as PDF and as DOCX. Start with {@link
 * org.cordon.evidence.print.Prints}.
 *
 * <p>Invariant: a print is made of passages alone; it reaches for nothing outside, runs nothing,
 * and says of itself nothing but its title. A print without attribution names no person and no
 * record (rule 13). Allowed dependencies: passages, platform.
 */
@NullMarked
package org.cordon.evidence.print;

import org.jspecify.annotations.NullMarked;
