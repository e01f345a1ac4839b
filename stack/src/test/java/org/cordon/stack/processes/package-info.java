@NullMarked
package org.cordon.stack.processes;

import org.jspecify.annotations.NullMarked;
