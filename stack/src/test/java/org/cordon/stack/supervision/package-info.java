@NullMarked
package org.cordon.stack.supervision;

import org.jspecify.annotations.NullMarked;
