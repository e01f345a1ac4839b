/** Tests of org.cordon.evidence.changes. */
@NullMarked
package org.cordon.evidence.changes;

import org.jspecify.annotations.NullMarked;
