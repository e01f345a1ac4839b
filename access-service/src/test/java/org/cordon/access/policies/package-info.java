@NullMarked
package org.cordon.access.policies;

import org.jspecify.annotations.NullMarked;
