/**
 * What every service needs and no service owns. Start with {@link
 * org.cordon.platform.access.AccessClient}.
 */
@NullMarked
package org.cordon.platform;

import org.jspecify.annotations.NullMarked;
