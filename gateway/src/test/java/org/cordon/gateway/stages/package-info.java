/** Tests of org.cordon.gateway.stages. */
@NullMarked
package org.cordon.gateway.stages;

import org.jspecify.annotations.NullMarked;
