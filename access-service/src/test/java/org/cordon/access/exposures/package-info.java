@NullMarked
package org.cordon.access.exposures;

import org.jspecify.annotations.NullMarked;
