/** Tests of org.cordon.evidence.papers. */
@NullMarked
package org.cordon.evidence.papers;

import org.jspecify.annotations.NullMarked;
