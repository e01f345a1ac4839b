/**
 * Text that people type. Invariant: what passes here is one clean line within its limit, so nothing
 * behind it needs to look again.
 */
@NullMarked
package org.cordon.platform.texts;

import org.jspecify.annotations.NullMarked;
