@NullMarked
package org.cordon.access.decisions;

import org.jspecify.annotations.NullMarked;
