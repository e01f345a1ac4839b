@NullMarked
package org.cordon.access.checkpoints;

import org.jspecify.annotations.NullMarked;
