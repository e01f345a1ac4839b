/** Tests of org.cordon.evidence.preparation. */
@NullMarked
package org.cordon.evidence.preparation;

import org.jspecify.annotations.NullMarked;
