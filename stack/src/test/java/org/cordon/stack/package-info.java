@NullMarked
package org.cordon.stack;

import org.jspecify.annotations.NullMarked;
