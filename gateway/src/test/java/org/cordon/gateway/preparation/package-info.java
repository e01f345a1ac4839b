/** Tests of org.cordon.gateway.preparation. */
@NullMarked
package org.cordon.gateway.preparation;

import org.jspecify.annotations.NullMarked;
