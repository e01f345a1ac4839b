/**
 * Papers going round: to whom a version was sent, and by which day an answer is asked for. Start
 * with {@link org.cordon.evidence.circulations.Circulations}.
 *
 * <p>Invariant: nothing goes to a person whom access-service has not checked against the version in
 * the same step (rule 18), and nobody is told here why somebody was left out. Allowed dependencies:
 * items, platform.
 */
@NullMarked
package org.cordon.evidence.circulations;

import org.jspecify.annotations.NullMarked;
