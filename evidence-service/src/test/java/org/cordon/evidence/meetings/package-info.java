/** Tests of org.cordon.evidence.meetings. */
@NullMarked
package org.cordon.evidence.meetings;

import org.jspecify.annotations.NullMarked;
