/** Tests of org.cordon.evidence.timetable. */
@NullMarked
package org.cordon.evidence.timetable;

import org.jspecify.annotations.NullMarked;
