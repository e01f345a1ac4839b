/** Tests of the whole service with real engines, and what they share. */
@NullMarked
package org.cordon.evidence;

import org.jspecify.annotations.NullMarked;
