/** Tests of org.cordon.evidence.extraction. */
@NullMarked
package org.cordon.evidence.extraction;

import org.jspecify.annotations.NullMarked;
