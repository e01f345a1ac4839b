/** Tests of org.cordon.gateway.timetable. */
@NullMarked
package org.cordon.gateway.timetable;

import org.jspecify.annotations.NullMarked;
