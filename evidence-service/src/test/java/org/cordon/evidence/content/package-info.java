/** Tests of org.cordon.evidence.content. */
@NullMarked
package org.cordon.evidence.content;

import org.jspecify.annotations.NullMarked;
