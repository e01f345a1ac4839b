/**
 * How one service calls another. Start with {@link org.cordon.platform.connections.Connections}.
 */
@NullMarked
package org.cordon.platform.connections;

import org.jspecify.annotations.NullMarked;
