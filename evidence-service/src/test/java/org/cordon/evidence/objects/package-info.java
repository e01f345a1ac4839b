/** Tests of org.cordon.evidence.objects. */
@NullMarked
package org.cordon.evidence.objects;

import org.jspecify.annotations.NullMarked;
