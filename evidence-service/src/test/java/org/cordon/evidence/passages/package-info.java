/** Tests of org.cordon.evidence.passages. */
@NullMarked
package org.cordon.evidence.passages;

import org.jspecify.annotations.NullMarked;
