@NullMarked
package org.cordon.stack.engines;

import org.jspecify.annotations.NullMarked;
