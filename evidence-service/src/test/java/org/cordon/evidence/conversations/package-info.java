/** Tests of conversations. */
@NullMarked
package org.cordon.evidence.conversations;

import org.jspecify.annotations.NullMarked;
