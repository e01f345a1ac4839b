/** Tests of org.cordon.evidence.items. */
@NullMarked
package org.cordon.evidence.items;

import org.jspecify.annotations.NullMarked;
