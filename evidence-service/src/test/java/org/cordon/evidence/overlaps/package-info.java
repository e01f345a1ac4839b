/** Tests of overlaps. */
@NullMarked
package org.cordon.evidence.overlaps;

import org.jspecify.annotations.NullMarked;
