/** Tests of org.cordon.gateway.meetings. */
@NullMarked
package org.cordon.gateway.meetings;

import org.jspecify.annotations.NullMarked;
