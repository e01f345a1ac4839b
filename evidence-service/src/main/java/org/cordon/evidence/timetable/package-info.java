/**
 * The timetable of a review (rule 31): days by which its stages come to something, what is late and
 * why. Start with {@link org.cordon.evidence.timetable.Timetables}.
 *
 * <p>Whoever may read the people of a case reads its timetable, and whoever manages its meetings
 * keeps it. The notes on why something is late are free text, so they are shown to those alone who
 * keep the timetable; everybody else reads the kind of reason.
 *
 * <p>Invariant: a day is moved only with a reason, and every state that a milestone had is kept.
 * Allowed dependencies: objects, platform.
 */
@NullMarked
package org.cordon.evidence.timetable;

import org.jspecify.annotations.NullMarked;
