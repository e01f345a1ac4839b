@NullMarked
package org.cordon.platform.idempotency;

import org.jspecify.annotations.NullMarked;
