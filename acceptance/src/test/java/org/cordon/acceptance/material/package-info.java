/** Real files that nobody on this project made. */
@NullMarked
package org.cordon.acceptance.material;

import org.jspecify.annotations.NullMarked;
