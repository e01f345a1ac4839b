/**
 * The timetable of a review (rule 31): what is late and why, and what comes next. Start with {@link
 * org.cordon.gateway.timetable.TimetablePage}.
 *
 * <p>Invariant: no day is moved to a later one without a reason.
 */
@NullMarked
package org.cordon.gateway.timetable;

import org.jspecify.annotations.NullMarked;
